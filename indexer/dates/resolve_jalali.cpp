// Dates of Iran's calendar that leave their century out, as Persian text does: "22 Bahman 57".
#include <array>

#include "dates/calendars.hpp"
#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

// "57" as a year: no later than the one after the article's.
int full_year(int year, const Context& context) {
  constexpr int kCentury = 100;
  constexpr int kWithoutPublication = 1409;  // 2030
  const int now = context.published ? year_of(first_day(*context.published), CalendarKind::jalali)
                                    : kWithoutPublication;
  const int guess = now - now % kCentury + year;
  return guess > now + 1 ? guess - kCentury : guess;
}

std::optional<Timex> in_calendar(int year, int month, int day) {
  const auto days = days_of(CalendarYear{CalendarKind::jalali, year}, month, day);
  if (!days) return std::nullopt;
  if (day != 0) return date_of(granule_of(days->first, Unit::day));
  // A year or month of ours that holds most of it.
  const Unit unit = month == 0 ? Unit::year : Unit::month;
  return date_of(granule_of(days->first + (days->last - days->first) / 2, unit), *days);
}

}  // namespace

std::optional<Timex> jalali_season(int year, int season) {
  constexpr int kMonthsEach = 3;
  const CalendarYear calendar{CalendarKind::jalali, year};
  const auto from = days_of(calendar, season * kMonthsEach + 1, 0);
  const auto to = days_of(calendar, (season + 1) * kMonthsEach, 0);
  if (!from || !to) return std::nullopt;
  const DaySpan days{from->first, to->last};
  return date_of(granule_of(days.first + (days.last - days.first) / 2, Unit::season), days);
}

std::optional<Timex> resolve_short_jalali(const Rule& rule, const Match& match,
                                          const Context& context) {
  constexpr int kLastDay = 31;
  std::array<int, 3> numbers{};
  std::size_t count = 0;
  while (const auto number = match.value(Kind::number, count)) numbers.at(count++) = *number;
  const auto at_year = static_cast<std::size_t>(rule.argument);
  if (!context.jalali || count <= at_year || match.has(Kind::month)) return std::nullopt;
  const int year = full_year(numbers.at(at_year), context);
  if (count == numbers.size()) return in_calendar(year, numbers[1], numbers[2]);
  if (at_year == 0 && numbers[0] <= kLastDay) return std::nullopt;  // a day
  if (const auto season = match.value(Kind::season)) return jalali_season(year, *season);
  const int month = match.value(Kind::jalali_month).value_or(0);
  return in_calendar(year, month, at_year == 0 ? 0 : numbers[0]);
}

}  // namespace newsdex
