// What an article's own words tell of when it was published.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "newsdex/analyzed_article.hpp"
#include "newsdex/date.hpp"
#include "newsdex/date_tagger.hpp"

namespace newsdex {

/// A date as the text gives it; `year` is 0 where it is not said.
struct WrittenDay {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// The day of a mention that names one, in the Gregorian calendar; nullopt for any other mention.
std::optional<WrittenDay> written_day(std::string_view text, const DateMention& mention);

/// A day in the dateline that opens the body: a place, and a date before a dash or an agency.
std::optional<WrittenDay> dateline(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions);

/// Days that stand alone on a line near the top, or after "Published:" and its like.
std::vector<WrittenDay> date_lines(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions);

/// The year that the text speaks from: that after the latest past one it names ("In 2017, ...";
/// "last year" beside "in September 2018"), or the one in which its weekdays fit its dates. A text
/// that does not speak as news do, of yesterday or a weekday, tells only which year it is not older
/// than: the latest that a sentence opens with in the past tense, if the others it names are close.
/// nullopt where nothing tells.
std::optional<int> year_of_text(const AnalyzedArticle& article,
                                std::span<const DateMention> mentions);

}  // namespace newsdex
