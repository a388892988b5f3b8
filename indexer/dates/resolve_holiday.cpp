// Days that are called by a name.
#include <fmt/format.h>

#include <array>

#include "dates/granule.hpp"
#include "dates/holidays.hpp"
#include "dates/resolvers.hpp"
#include "dates/word_set.hpp"
#include "dates/year_choice.hpp"

namespace newsdex {
namespace {

bool names_america(const Token& token) {
  constexpr auto kNames =
      sorted(std::to_array<std::string_view>({"america", "american", "americans", "usa"}));
  if (contains(kNames, token.form)) return true;
  return token.form == "us" && token.all_caps;  // "U.S."
}

// Whether the sentence names America, within some words of the day.
bool speaks_of_america(const Site& site) {
  constexpr std::size_t kFarInTokens = 24;
  const auto tokens = site.tokens;
  for (std::size_t i = site.first; i > 0 && site.first - i < kFarInTokens; --i) {
    if (names_america(tokens[i - 1])) return true;
    if (i > 1 && sentence_ends_between(site.text, tokens[i - 2], tokens[i - 1])) break;
  }
  for (std::size_t i = site.last; i + 1 < tokens.size() && i - site.last < kFarInTokens; ++i) {
    if (sentence_ends_between(site.text, tokens[i], tokens[i + 1])) break;
    if (names_america(tokens[i + 1])) return true;
  }
  return false;
}

}  // namespace

std::optional<Timex> resolve_holiday(const Rule& /*rule*/, const Match& match,
                                     const Context& context) {
  const auto index = match.value(Kind::holiday);
  if (!index) return std::nullopt;
  const Holiday& holiday = holidays()[static_cast<std::size_t>(*index)];
  if (holiday.american && !speaks_of_america(context.site)) return std::nullopt;
  const auto in_year = [&holiday](int year) { return days_of(holiday, year); };
  std::optional<int> year = match.value(Kind::number);
  if (!year && holiday.year != 0) year = holiday.year;
  const std::optional<Granule> here = context.here();
  if (!year && here) {
    const auto direction = match.value(Kind::deictic);
    const int now = year_of(*here);
    year = choose_year(in_year, *here, now, context, true);
    if (direction && year) {
      const auto days = in_year(*year);
      if (days && *direction < 0 && days->first >= first_day(*here)) --*year;
      if (days && *direction > 0 && days->first <= first_day(*here)) ++*year;
    }
  }
  const std::optional<DaySpan> days = year ? in_year(*year) : std::nullopt;
  if (!days && holiday.rule == HolidayRule::fixed) {
    return unanchored(TimexType::date, fmt::format("XXXX-{:02}-{:02}", holiday.a, holiday.b));
  }
  if (!days) return unanchored(TimexType::date, "XXXX-XX-XX");
  return date_of(granule_of_span(*days, days->first == days->last), *days);
}

}  // namespace newsdex
