#include "dates/text_evidence.hpp"

#include <algorithm>
#include <array>

#include "dates/calendars.hpp"
#include "dates/granule.hpp"
#include "dates/relative_years.hpp"
#include "dates/said_years.hpp"
#include "dates/tense.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr int kLastYearOfNews = 2099;

// A mention that only news makes: of a weekday, of yesterday, of last week.
bool speaks_from_today(const DateMention& mention) {
  constexpr auto kRules = std::to_array<std::string_view>(
      {"weekday", "weekday-daypart", "relative-day", "deictic-unit", "deictic-weekday", "tonight",
       "deictic-daypart", "deictic-month", "reference", "recent-units"});
  return std::find(kRules.begin(), kRules.end(), mention.rule) != kRules.end();
}

bool speaks_from_today(std::span<const DateMention> mentions) {
  return std::any_of(mentions.begin(), mentions.end(),
                     [](const DateMention& mention) { return speaks_from_today(mention); });
}

// The latest year that the text does not speak of as one to come; 0 for none.
int latest_past(std::span<const SaidYear> years) {
  int latest = 0;
  for (const SaidYear& each : years) {
    if (each.tense != Tense::future) latest = std::max(latest, each.year);
  }
  return latest;
}

// "In 2017, the app had 40 million users.": a sentence that opens with a year which is over, and
// tells of no beginning ("In 2013 it was founded").
bool looks_back(const AnalyzedArticle& article, const DateMention& mention, const SaidYear& said) {
  constexpr std::string_view kIn = "In ";
  constexpr std::size_t kWordsAfter = 8;
  const std::string_view before = text_of(article, mention).substr(0, mention.begin);
  if (mention.rule != "year" || said.tense != Tense::past || !before.ends_with(kIn)) return false;
  const std::string_view earlier = before.substr(0, before.size() - kIn.size());
  const std::size_t last = earlier.find_last_not_of(" \t\r");
  const std::string_view above = earlier.substr(0, last + 1);  // nothing of blanks alone
  const bool opens = above.empty() || above.ends_with('.') || above.ends_with('\n') ||
                     above.ends_with(" -") || above.ends_with("—") || above.ends_with("–");
  return opens && !begins_after(article, mention, kWordsAfter);
}

bool looks_back_to(const AnalyzedArticle& article, std::span<const DateMention> mentions,
                   std::span<const SaidYear> years, int wanted) {
  return std::any_of(years.begin(), years.end(), [&](const SaidYear& each) {
    return each.year == wanted && looks_back(article, mentions[each.mention], each);
  });
}

// The latest year to which the text looks back, where all the years that it names lie close to it:
// whoever tells of long ago names many.
std::optional<int> year_looked_back_to(const AnalyzedArticle& article,
                                       std::span<const DateMention> mentions,
                                       std::span<const SaidYear> years, int latest) {
  constexpr int kClose = 3;
  for (const DateMention& mention : mentions) {
    if (!mention.first || !says_year(words_of(text_of(article, mention), mention))) continue;
    const int year = to_partial_date(*mention.first).year;
    if (year < latest - kClose || year > latest) return std::nullopt;
  }
  return looks_back_to(article, mentions, years, latest) ? std::optional(latest) : std::nullopt;
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

}  // namespace

std::optional<int> weekday_of_lead(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions) {
  for (const DateMention& mention : mentions) {
    const bool weekday = mention.rule == "weekday" || mention.rule == "weekday-daypart";
    if (mention.field != TextField::body || !weekday) continue;
    const auto found = leading_weekday(words_of(article.body, mention));
    const std::size_t at = token_of(article, mention);
    const Tense tense = tense_around(article.body, article.body_tokens, at, at);
    if (found && tense != Tense::future) return found;
  }
  return std::nullopt;
}

std::optional<int> year_of_text(const AnalyzedArticle& article,
                                std::span<const DateMention> mentions) {
  const std::vector<SaidYear> years = said_years(article, mentions);
  const CountedYear counted = year_by_counting(article, mentions, years);
  if (counted.year) return counted.contradicted ? std::nullopt : counted.year;
  const int latest = latest_past(years);
  if (latest == 0) return std::nullopt;
  const bool looked_back = looks_back_to(article, mentions, years, latest);
  const bool has_event = std::any_of(years.begin(), years.end(), [&](const SaidYear& each) {
    return each.year == latest && each.fine && !each.background;
  });
  if (looked_back || has_event) {
    if (const auto year = year_by_weekday(article, mentions, latest)) return year;
  }
  if (!speaks_from_today(mentions)) return year_looked_back_to(article, mentions, years, latest);
  // Whoever writes "in 2017" writes later; other years are of the background more often than not.
  return looked_back && latest < kLastYearOfNews ? std::optional(latest + 1) : std::nullopt;
}

std::optional<int> year_of_dateline(const AnalyzedArticle& article,
                                    std::span<const DateMention> mentions, const WrittenDay& day) {
  constexpr int kDaysPerWeek = 7;
  constexpr int kYearsAhead = 6;  // every weekday comes by in that time
  const auto spoken = year_of_text(article, mentions);
  const bool counted =
      year_by_counting(article, mentions, said_years(article, mentions)).year.has_value();
  if (!spoken || counted) return spoken;
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
