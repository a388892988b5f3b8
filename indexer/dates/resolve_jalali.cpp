// Dates of Iran's calendar that leave their century out, as Persian text does: "22 Bahman 57".
#include <array>

#include "dates/arithmetic.hpp"
#include "dates/calendars.hpp"
#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

// "57" as a year: no later than the one after the article's.
int full_jalali_year(int year, const Context& context) {
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

std::optional<Timex> jalali_month(int year, int month) {
  return in_calendar(year, month, 0);
}

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
  if (const auto day = match.value(Kind::ordinal)) numbers.at(count++) = *day;
  for (std::size_t i = 0; const auto number = match.value(Kind::number, i); ++i) {
    numbers.at(count++) = *number;
  }
  const auto at_year = static_cast<std::size_t>(rule.argument);
  if (!context.jalali || count <= at_year || match.has(Kind::month)) return std::nullopt;
  const int year = full_jalali_year(numbers.at(at_year), context);
  if (count == numbers.size()) return in_calendar(year, numbers[1], numbers[2]);
  if (at_year == 0 && numbers[0] <= kLastDay) return std::nullopt;  // a day
  if (const auto season = match.value(Kind::season)) return jalali_season(year, *season);
  const int month = match.value(Kind::jalali_month).value_or(0);
  return in_calendar(year, month, at_year == 0 ? 0 : numbers[0]);
}

std::optional<Timex> resolve_year_of_calendar(const Rule& rule, const Match& match,
                                              const Context& /*context*/) {
  const auto kind = static_cast<CalendarKind>(rule.argument);
  const int year = match.value(Kind::number).value_or(0);
  const auto days = is_jalali_year(year) || (kind == CalendarKind::hijri && is_lunar_year(year))
                        ? days_of(CalendarYear{kind, year}, 0, 0)
                        : std::nullopt;
  if (!days) return std::nullopt;
  const Day middle = days->first + (days->last - days->first) / 2;
  return date_of(granule_of(middle, Unit::year), *days);
}

std::optional<Timex> jalali_unit(Day today, Unit unit, std::int32_t shift) {
  const int year = year_of(today, CalendarKind::jalali);
  if (unit == Unit::year) {
    const auto days = days_of(CalendarYear{CalendarKind::jalali, year + shift}, 0, 0);
    if (!days) return std::nullopt;
    return date_of(granule_of(days->first, Unit::year), *days);
  }
  int month = 1;
  for (; month < kMonthsPerYear; ++month) {
    const auto days = days_of(CalendarYear{CalendarKind::jalali, year}, month, 0);
    if (days && days->last >= today) break;
  }
  const int months = year * kMonthsPerYear + month - 1 + shift;
  return in_calendar(months / kMonthsPerYear, months % kMonthsPerYear + 1, 0);
}

std::optional<Timex> resolve_year_from_today(const Rule& rule, const Match& /*match*/,
                                             const Context& context) {
  const std::optional<Granule> today = context.today();
  if (!today) return unanchored(TimexType::date, "XXXX");
  const bool of_iran = context.jalali && today->unit == Unit::day;
  if (of_iran) return jalali_unit(first_day(*today), Unit::year, rule.argument);
  return date_of(granule_of_year(year_of(*today) + rule.argument));
}

std::optional<Timex> resolve_persian_decade(const Rule& /*rule*/, const Match& match,
                                            const Context& context) {
  constexpr int kDecade = 10;
  constexpr int kCentury = 100;
  const int number = match.value(Kind::number).value_or(0);
  if (number < kDecade || number % kDecade != 0) return std::nullopt;
  const int year = number < kCentury ? full_jalali_year(number, context) : number;
  if (!context.jalali || !is_jalali_year(year)) {
    if (year < 1500 || year > 2999) return std::nullopt;
    return date_of(granule_of(first_day(granule_of_year(year)), Unit::decade));
  }
  const auto from = days_of(CalendarYear{CalendarKind::jalali, year}, 0, 0);
  const auto to = days_of(CalendarYear{CalendarKind::jalali, year + kDecade - 1}, 0, 0);
  if (!from || !to) return std::nullopt;
  const Day middle = from->first + (to->last - from->first) / 2;
  return date_of(granule_of(middle, Unit::decade), {from->first, to->last});
}

}  // namespace newsdex
