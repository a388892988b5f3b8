#include "dates/text_evidence.hpp"

#include <algorithm>
#include <array>

#include "dates/calendars.hpp"
#include "dates/granule.hpp"
#include "dates/tense.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr int kEarliestNews = 1980;
constexpr int kLatestNews = 2099;

std::string_view text_of(const AnalyzedArticle& article, const DateMention& mention) {
  return mention.field == TextField::title ? article.title : article.body;
}

// A mention that only news makes: of a weekday, of yesterday, of last week.
bool speaks_from_today(const DateMention& mention) {
  constexpr auto kRules = std::to_array<std::string_view>(
      {"weekday", "weekday-daypart", "relative-day", "deictic-unit", "deictic-weekday", "tonight",
       "deictic-daypart", "deictic-month", "reference", "recent-units"});
  return std::find(kRules.begin(), kRules.end(), mention.rule) != kRules.end();
}

Tense tense_of(const AnalyzedArticle& article, const DateMention& mention) {
  const bool title = mention.field == TextField::title;
  const auto tokens = title ? article.title_tokens : article.body_tokens;
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), mention.begin,
                       [](const Token& token, std::uint32_t begin) { return token.begin < begin; });
  const auto at = static_cast<std::size_t>(first - tokens.begin());
  if (at >= tokens.size()) return Tense::unknown;
  return tense_around(text_of(article, mention), tokens, at, at);
}

// The years that the text names as past ones, the latest of them, and what else it says.
struct SpokenYears {
  int latest = 0;
  bool whole_day = false;  // the latest is that of a day
  bool last_year = false;  // "last year" is spoken of
  bool this_year = false;
  bool of_today = false;
};

SpokenYears spoken_years(const AnalyzedArticle& article, std::span<const DateMention> mentions) {
  SpokenYears years;
  for (const DateMention& mention : mentions) {
    const std::string_view words = words_of(text_of(article, mention), mention);
    years.of_today |= speaks_from_today(mention);
    if (mention.rule == "deictic-unit" && mention.value == "XXXX") {
      const std::string folded = ascii_lower(words);
      years.last_year |= folded.find("last") != std::string::npos;
      years.this_year |= folded.find("this") != std::string::npos;
    }
    if (!mention.first || !says_year(words)) continue;
    const int year = to_partial_date(*mention.first).year;
    if (year < kEarliestNews || year > kLatestNews || year < years.latest) continue;
    if (tense_of(article, mention) == Tense::future) continue;
    years.whole_day = mention.first == mention.last;
    years.latest = year;
  }
  return years;
}

// "In 2017, the app had 40 million users.": a sentence that opens with a year which is over.
bool looks_back(const AnalyzedArticle& article, const DateMention& mention) {
  const std::string_view text = text_of(article, mention);
  const std::string_view before = text.substr(0, mention.begin);
  if (mention.rule != "year" || !before.ends_with("In ")) return false;
  const std::string_view earlier = trim_spaces(before.substr(0, before.size() - 3));
  const bool opens = earlier.empty() || earlier.back() == '.' || before[before.size() - 4] == '\n';
  return opens && tense_of(article, mention) == Tense::past;
}

// The latest year to which the text looks back, where all the years that it names lie close to it:
// whoever tells of long ago names many.
std::optional<int> year_looked_back_to(const AnalyzedArticle& article,
                                       std::span<const DateMention> mentions, int latest) {
  constexpr int kClose = 3;
  bool any = false;
  for (const DateMention& mention : mentions) {
    if (!mention.first || !says_year(words_of(text_of(article, mention), mention))) continue;
    const int year = to_partial_date(*mention.first).year;
    if (year < latest - kClose || year > latest) return std::nullopt;
    any |= year == latest && looks_back(article, mention);
  }
  return any ? std::optional(latest) : std::nullopt;
}

// 0 (Monday) .. 6 of a day of ours; nullopt where the year has none (February 29).
std::optional<int> weekday_in(int year, const WrittenDay& day) {
  const auto days = days_of(CalendarYear{CalendarKind::gregorian, year}, day.month, day.day);
  if (!days) return std::nullopt;
  return days->first - first_day(granule_of(days->first, Unit::week));
}

// The first year from `from` on in which a weekday of the text falls on its date.
std::optional<int> year_by_weekday(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions, int from) {
  constexpr int kYearsAhead = 3;
  for (const DateMention& mention : mentions) {
    const auto day = written_day(text_of(article, mention), mention);
    if (!day || !day->weekday || day->year != 0) continue;
    for (int year = from; year <= from + kYearsAhead; ++year) {
      if (weekday_in(year, *day) == day->weekday) return year;
    }
  }
  return std::nullopt;
}

// The weekday that the text first speaks of as a past one.
std::optional<int> weekday_of_lead(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions) {
  for (const DateMention& mention : mentions) {
    const bool weekday = mention.rule == "weekday" || mention.rule == "weekday-daypart";
    if (mention.field != TextField::body || !weekday) continue;
    const auto found = leading_weekday(words_of(article.body, mention));
    if (found && tense_of(article, mention) != Tense::future) return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<int> year_of_text(const AnalyzedArticle& article,
                                std::span<const DateMention> mentions) {
  const SpokenYears years = spoken_years(article, mentions);
  if (years.latest == 0) return std::nullopt;
  if (!years.of_today) return year_looked_back_to(article, mentions, years.latest);
  if (years.last_year) return years.latest + 1;
  if (const auto year = year_by_weekday(article, mentions, years.latest)) return year;
  // Whoever writes "in 2017" writes later; a whole date with its year may be of the same year.
  return years.whole_day || years.latest == kLatestNews ? years.latest : years.latest + 1;
}

std::optional<int> year_of_dateline(const AnalyzedArticle& article,
                                    std::span<const DateMention> mentions, const WrittenDay& day) {
  constexpr int kDaysPerWeek = 7;
  constexpr int kYearsAhead = 6;  // every weekday comes by in that time
  const auto spoken = year_of_text(article, mentions);
  const SpokenYears years = spoken_years(article, mentions);
  if (!spoken || (years.of_today && years.last_year)) return spoken;
  const auto told = day.weekday ? day.weekday : weekday_of_lead(article, mentions);
  if (!told) return spoken;
  const int latest_gap = day.weekday ? 0 : 1;  // in days
  for (int year = *spoken; year <= *spoken + kYearsAhead; ++year) {
    const auto weekday = weekday_in(year, day);
    if (!weekday) continue;
    if ((*weekday - *told + kDaysPerWeek) % kDaysPerWeek <= latest_gap) return year;
  }
  return spoken;
}

}  // namespace newsdex
