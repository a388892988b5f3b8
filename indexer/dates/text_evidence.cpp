#include "dates/text_evidence.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "dates/arithmetic.hpp"
#include "dates/granule.hpp"
#include "dates/relative_years.hpp"
#include "dates/said_years.hpp"
#include "dates/tense.hpp"
#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// A mention that only news makes: of a weekday, of yesterday, of last week.
bool speaks_from_today(const DateMention& mention) {
  constexpr auto kRules = std::to_array<std::string_view>(
      {"weekday", "weekday-daypart", "relative-day", "deictic-unit", "deictic-weekday", "tonight",
       "deictic-daypart", "deictic-month", "reference", "recent-units"});
  return is_one_of(mention.rule, kRules);
}

bool speaks_from_today(std::span<const DateMention> mentions) {
  return std::any_of(mentions.begin(), mentions.end(),
                     [](const DateMention& mention) { return speaks_from_today(mention); });
}

// The narrower sign: of a day by its name alone, or counted from today.
bool speaks_of_days(std::span<const DateMention> mentions) {
  constexpr auto kRules = std::to_array<std::string_view>(
      {"weekday", "weekday-daypart", "relative-day", "tonight", "deictic-daypart"});
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const DateMention& mention) { return is_one_of(mention.rule, kRules); });
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
                     above.ends_with(" -") || above.ends_with("--") || above.ends_with("—") ||
                     above.ends_with("–");
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

// 0 (Monday) .. 6; nullopt where the year has no such day (February 29).
std::optional<int> weekday_in(int year, WrittenDay day) {
  day.year = year;
  const auto date = to_date(day);
  return date ? std::optional(weekday_of(first_day(*date))) : std::nullopt;
}

// The first year from `from` on in which a weekday of the text falls on its date.
std::optional<int> year_by_weekday(const AnalyzedArticle& article,
                                   std::span<const DateMention> mentions, int from) {
  constexpr int kYearsAhead = 1;  // of more, one fits by chance
  for (const DateMention& mention : mentions) {
    const auto day = written_day(text_of(article, mention), mention);
    if (!day || !day->weekday || day->year != 0) continue;
    for (int year = from; year <= from + kYearsAhead; ++year) {
      if (weekday_in(year, *day) == day->weekday) return year;
    }
  }
  return std::nullopt;
}

// The year of "Monday, April 30, 2018", where that is the last day that the text names and it tells
// of other days as news do: the weekday beside the whole date is told of what has just been. A day
// so late in its year that the text may be of the next one tells nothing, nor does one that the
// weekday is wrong for.
std::optional<int> year_of_last_weekday(const AnalyzedArticle& article,
                                        std::span<const DateMention> mentions,
                                        std::span<const SaidYear> years) {
  constexpr Day kSoonTold = 14;
  std::optional<Day> last;
  bool told = false;
  for (const SaidYear& each : years) {
    const DateMention& mention = mentions[each.mention];
    if (last && *mention.last < *last) continue;
    const auto day = written_day(text_of(article, mention), mention);
    told = day && day->weekday && weekday_in(each.year, *day) == day->weekday &&
           each.tense != Tense::future && !each.background;
    last = *mention.last;
  }
  if (!told || !speaks_of_days(mentions)) return std::nullopt;
  const int year = to_partial_date(*last).year;
  return to_partial_date(*last + kSoonTold).year == year ? std::optional(year) : std::nullopt;
}

struct YearOfText {
  std::optional<int> year;
  bool counted = false;              // from "last year" and its like
  bool by_weekday = false;           // by one that fits its date
  std::optional<int> at_least = {};  // where only that is told
};

YearOfText find_year(const AnalyzedArticle& article, std::span<const DateMention> mentions) {
  const std::vector<SaidYear> years = said_years(article, mentions);
  const CountedYear counted = year_by_counting(article, mentions, years);
  if (counted.year) return {counted.contradicted ? std::nullopt : counted.year, true};
  const int latest = latest_past(years);
  if (latest == 0) return {};
  const bool looked_back = looks_back_to(article, mentions, years, latest);
  const bool has_event = std::any_of(years.begin(), years.end(), [&](const SaidYear& each) {
    return each.year == latest && each.fine && !each.background;
  });
  if (looked_back || has_event) {
    if (const auto year = year_by_weekday(article, mentions, latest)) return {year, false, true};
  }
  if (const auto year = year_of_last_weekday(article, mentions, years)) return {year, false, true};
  if (!speaks_from_today(mentions)) return {year_looked_back_to(article, mentions, years, latest)};
  // News that looks back to 2009 may be of any year since.
  return {std::nullopt, false, false, looked_back ? std::optional(latest) : std::nullopt};
}

// "today", of a mention that is counted from the day of the text.
std::optional<int> days_from_text(std::string_view words, const DateMention& mention) {
  struct Named {
    std::string_view word;
    int days;
  };
  constexpr auto kDays = std::to_array<Named>(
      {{"today", 0}, {"yesterday", -1}, {"tomorrow", 1}, {"امروز", 0}, {"دیروز", -1}, {"فردا", 1}});
  if (mention.rule != "relative-day") return std::nullopt;
  const std::string folded = ascii_lower(words);
  const auto* const found = std::find_if(kDays.begin(), kDays.end(),
                                         [&](const Named& each) { return each.word == folded; });
  return found == kDays.end() ? std::nullopt : std::optional(found->days);
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
  return find_year(article, mentions).year;
}

std::optional<Day> day_of_text(const AnalyzedArticle& article,
                               std::span<const DateMention> mentions) {
  std::optional<Day> found;
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    for (const auto& [said, counted] : {std::pair(i, i + 1), std::pair(i + 1, i)}) {
      const std::string_view text = text_of(article, mentions[counted]);
      const auto away = days_from_text(words_of(text, mentions[counted]), mentions[counted]);
      if (!away || !stand_for_one(article, mentions[i], mentions[i + 1])) continue;
      const auto written = written_day(text, mentions[said]);
      const auto date = written && written->year != 0 ? to_date(*written) : std::nullopt;
      if (!date) continue;
      const Day day = first_day(*date) - *away;
      if (found && *found != day) return std::nullopt;
      found = day;
    }
  }
  if (!found) return std::nullopt;
  const auto later = [&](const SaidYear& each) {
    return *mentions[each.mention].first > *found && each.tense != Tense::future;
  };
  const std::vector<SaidYear> years = said_years(article, mentions);
  return std::any_of(years.begin(), years.end(), later) ? std::nullopt : found;
}

std::optional<int> year_of_dateline(const AnalyzedArticle& article,
                                    std::span<const DateMention> mentions, const WrittenDay& day) {
  constexpr int kYearsAhead = 1;  // of more, one fits by chance
  const auto [spoken, counted, by_weekday, at_least] = find_year(article, mentions);
  if (counted) return spoken;
  const auto told = day.weekday ? day.weekday : weekday_of_lead(article, mentions);
  const auto first = spoken ? spoken : at_least;
  if (!told || !first) return by_weekday ? spoken : std::nullopt;
  const int latest_gap = by_weekday && !day.weekday ? 1 : 0;  // in days
  for (int year = *first; year <= *first + kYearsAhead; ++year) {
    const auto weekday = weekday_in(year, day);
    if (!weekday) continue;
    if ((*weekday - *told + kDaysPerWeek) % kDaysPerWeek <= latest_gap) return year;
  }
  return std::nullopt;
}

}  // namespace newsdex
