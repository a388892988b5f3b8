// When an article was published, by all that tells of it.
//
// Sources in order of trust: the user's own file of dates; the article's metadata; a dateline
// ("TEHRAN, April 30 (AFP) -"); a line near the top with a date ("Published: 30 April 2018"); its
// address; its file's name and folders; what its text says of the year; and, only if given, when
// the file was changed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/analyzed_article.hpp"
#include "newsdex/article.hpp"
#include "newsdex/date.hpp"
#include "newsdex/date_tagger.hpp"

namespace newsdex {

/// A day of a dateline, or of a line near the top, to which nothing tells the year.
struct UndatedDay {
  std::string value;  // "XXXX-04-30", or "XXXX-XX-XX" of other calendars; empty for none
  DateSource source = DateSource::none;

  [[nodiscard]] bool empty() const { return value.empty(); }
};

struct PublicationDates {
  // Of the most trusted candidates the one that contradicts the fewest of them, of several the
  // finest; source `none` without any. The address and the file's name are trusted equally.
  PublicationDate chosen;
  UndatedDay without_year;
  std::vector<PublicationDate> candidates;  // most trusted first, the finest first within a source
  bool conflict =
      false;  // two candidates that deserve the chosen one's trust contradict each other

  [[nodiscard]] bool empty() const { return candidates.empty(); }
};

/// `analyzed` is the analysis of `article`; `mentions` what `tagger` finds in it without a
/// publication date (`tag(analyzed, PartialDate{}, language)`), so that a caller may share it.
/// Of an article that the user's file of dates calls undated, nothing is chosen.
PublicationDates publication_dates(const Article& article, const AnalyzedArticle& analyzed,
                                   std::span<const DateMention> mentions);

/// What the user's file and metadata say, of which the same is chosen as with the text. nullopt
/// where it takes the text.
std::optional<PublicationDates> stated_dates(const Article& article);

/// In the user's file of dates: the article has none that is known.
inline constexpr std::string_view kNoDate = "none";

/// What a conflict is about: "dates contradict one another: 2018-04-30 and 2018-05-07 (url)".
std::string conflict_text(const PublicationDates& dates);

/// That a date of the article's metadata has a form that is not known, may mean two days, or has a
/// good day with a time that is none: "its date "soon" cannot be read". Empty otherwise.
std::string unread_text(const Article& article, const PublicationDates& dates);

/// Why the article's date may be wrong, of its conflict and of what cannot be read: the phrase that
/// is reported. Mostly empty.
std::string date_doubt(const Article& article, const PublicationDates& dates);

/// That phrase as it is reported: with the line of the article, or where it has none the name that
/// it goes by in its file.
ReadError doubt_about(const Article& article, std::string phrase);

/// The end of the article's path that may date it: the name of its file, with the folders that the
/// user named or that lie in one.
std::string_view named_path(const Article& article);

/// The year that stands alone in that: the one in the file's name, else the one in its folders.
std::optional<int> year_of_name(const Article& article);

/// Whether the sources of two dates deserve the same trust: the same one, or address and file name.
bool equally_trusted(const PublicationDate& a, const PublicationDate& b);

/// Whether no day belongs to both; either may be finer. Times within an hour of each other are the
/// same in whatever zones they are told, and a time in UTC may be of the day after or before.
bool contradicts(const PartialDate& a, const PartialDate& b);

}  // namespace newsdex
