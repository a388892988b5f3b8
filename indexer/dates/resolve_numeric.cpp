// Dates written in numbers.
#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "dates/arithmetic.hpp"
#include "dates/calendars.hpp"
#include "dates/resolvers.hpp"
#include "dates/year_choice.hpp"

namespace newsdex {
namespace {

std::optional<Timex> day_in(CalendarKind calendar, int year, int month, int day) {
  const std::optional<DaySpan> days = days_of(CalendarYear{calendar, year}, month, day);
  if (!days) return std::nullopt;
  return date_of(granule_of(days->first, Unit::day));
}

// Nobody writes a day of the fourteenth century in numbers: such a year is one of Iran's.
std::optional<Timex> numeric_day(int year, int month, int day) {
  return day_in(is_jalali_year(year) ? CalendarKind::jalali : CalendarKind::gregorian, year, month,
                day);
}

// The one of two days that falls on `weekday`; nullopt where both do or neither.
std::optional<Timex> on_weekday(const std::optional<Timex>& a, const std::optional<Timex>& b,
                                std::optional<int> weekday) {
  const auto fits = [weekday](const std::optional<Timex>& day) {
    if (!day || !day->days || !weekday) return false;
    return weekday_of(day->days->first) == *weekday;
  };
  if (fits(a) == fits(b)) return std::nullopt;
  return fits(a) ? a : b;
}

// Of 04/05/2018 the reading that falls on the weekday before it, else the one that the article's
// other dates agree with, else the one next to the publication date.
std::optional<Timex> ambiguous_day(int first, int second, int year, std::optional<int> weekday,
                                   const Context& context) {
  if (is_jalali_year(year)) return numeric_day(year, second, first).value_or(no_such_day());
  std::optional<Timex> month_first = numeric_day(year, first, second);
  std::optional<Timex> day_first = numeric_day(year, second, first);
  if (!month_first && !day_first) return no_such_day();
  if (!month_first || !day_first) return month_first ? month_first : day_first;
  if (auto right = on_weekday(month_first, day_first, weekday)) return right;
  if (context.order == NumericOrder::month_first || first == second) return month_first;
  if (context.order == NumericOrder::day_first) return day_first;
  if (!context.published) return unanchored(TimexType::date, fmt::format("{}-XX-XX", year));
  const auto distance = [&](const Timex& date) {
    return std::abs(date.days->first - first_day(*context.published));
  };
  constexpr Day kNear = 45;
  const bool near_month_first = distance(*month_first) <= kNear;
  const bool near_day_first = distance(*day_first) <= kNear;
  if (near_month_first != near_day_first) return near_month_first ? month_first : day_first;
  return unanchored(TimexType::date, fmt::format("{}-XX-XX", year));
}

// "30/04" in any year, where only one order gives a day or the article's is known.
std::optional<Timex> numeric_without_year(int first, int second, NumericOrder order) {
  constexpr int kLeapYear = 2000;
  const bool month_first = numeric_day(kLeapYear, first, second).has_value();
  const bool day_first = numeric_day(kLeapYear, second, first).has_value();
  if (!month_first && !day_first) return std::nullopt;
  if (month_first && day_first && first != second && order == NumericOrder::unknown) {
    return std::nullopt;
  }
  const bool by_month = month_first && (!day_first || order == NumericOrder::month_first);
  return unanchored(TimexType::date, by_month ? fmt::format("XXXX-{:02}-{:02}", first, second)
                                              : fmt::format("XXXX-{:02}-{:02}", second, first));
}

}  // namespace

int full_year(int year, const Context& context) {
  constexpr int kCentury = 100;
  if (year >= kCentury) return year;
  const int now = context.published ? year_of(*context.published) : 2000 + 30;
  const int guess = now - now % kCentury + year;
  return guess > now + 10 ? guess - kCentury : guess;
}

std::optional<Timex> resolve_iso_date(const Rule& /*rule*/, const Match& match,
                                      const Context& /*context*/) {
  const auto year = match.value(Kind::number);
  const auto month = match.value(Kind::number, 1);
  if (!year || !month) return std::nullopt;
  const auto tail = match.value(Kind::iso_daytime);
  if (!tail) {
    const auto day = match.value(Kind::number, 2);
    std::optional<Timex> date = numeric_day(*year, *month, day.value_or(0));
    return date ? with_clock(std::move(*date), match) : no_such_day();
  }
  std::optional<Timex> date = numeric_day(*year, *month, *tail / 100);
  const auto minute = match.value(Kind::number, 2);
  if (!date) return no_such_day();
  if (!minute) return std::nullopt;
  const Lexeme* second = match.lexeme(Kind::number, 3);
  if (second != nullptr && second->gap != ':') second = nullptr;  // of the offset
  return at_minute(std::move(*date), *tail % 100 * kMinutesPerHour + *minute,
                   second == nullptr ? std::nullopt : second->value(Kind::number));
}

std::optional<Timex> resolve_iso_month(const Rule& /*rule*/, const Match& match,
                                       const Context& /*context*/) {
  constexpr int kCentury = 100;
  const auto year = match.value(Kind::number);
  const auto month = match.value(Kind::number, 1);
  if (!year || !month || *month > *year % kCentury) return std::nullopt;
  if (!is_jalali_year(*year)) return date_of(granule_of_month(*year, *month));
  return jalali_month(*year, *month);
}

std::optional<Timex> resolve_iso_week(const Rule& /*rule*/, const Match& match,
                                      const Context& /*context*/) {
  const auto year = match.value(Kind::number);
  const auto number = match.value(Kind::iso_week);
  const auto week = year && number ? granule_of_week(*year, *number) : std::nullopt;
  const auto day = match.value(Kind::number, 1);
  if (!week || day.value_or(1) > kDaysPerWeek) return no_such_day();
  return date_of(day ? Granule{Unit::day, first_day(*week) + *day - 1} : *week);
}

std::optional<Timex> resolve_numeric_date(const Rule& /*rule*/, const Match& match,
                                          const Context& context) {
  const auto first = match.value(Kind::number);
  const auto second = match.value(Kind::number, 1);
  const auto year = match.value(Kind::number, 2);
  if (!first || !second || !year) return std::nullopt;
  constexpr int kCentury = 100;
  std::optional<Timex> day = ambiguous_day(*first, *second, full_year(*year, context),
                                           match.value(Kind::weekday), context);
  const bool no_date =
      day && day->value.empty() && *year < kCentury;  // 97/02/10 may be one of Iran's
  return no_date ? std::nullopt : day;
}

std::optional<Timex> resolve_numeric_weekday(const Rule& /*rule*/, const Match& match,
                                             const Context& context) {
  constexpr Day kNear = 200;
  const auto first = match.value(Kind::number);
  const auto second = match.value(Kind::number, 1);
  const auto weekday = match.value(Kind::weekday);
  const std::optional<Granule> here = context.published;
  if (!first || !second || !weekday) return std::nullopt;
  if (!here) return numeric_without_year(*first, *second, context.order);
  const auto nearest = [&](int month, int day) -> std::optional<Timex> {
    for (const int year : {year_of(*here), year_of(*here) - 1, year_of(*here) + 1}) {
      std::optional<Timex> found = numeric_day(year, month, day);
      const bool near = found && std::abs(found->days->first - first_day(*here)) <= kNear;
      if (near && on_weekday(found, std::nullopt, weekday)) return found;
    }
    return std::nullopt;
  };
  std::optional<Timex> month_first = nearest(*first, *second);
  std::optional<Timex> day_first = nearest(*second, *first);
  if (!month_first || !day_first) return month_first ? month_first : day_first;
  return context.order == NumericOrder::month_first ? month_first : day_first;
}

std::optional<Timex> resolve_september_11(const Rule& /*rule*/, const Match& match,
                                          const Context& /*context*/) {
  const bool meant = match.value(Kind::number) == 9 && match.value(Kind::number, 1) == 11;
  return meant ? day_in(CalendarKind::gregorian, 2001, 9, 11) : std::nullopt;
}

std::optional<Timex> resolve_dotted_date(const Rule& /*rule*/, const Match& match,
                                         const Context& context) {
  const Lexeme* lexeme = match.lexeme(Kind::dotted_date);
  if (lexeme == nullptr) return std::nullopt;
  const std::string_view form = context.site.tokens[lexeme->first].form;
  std::array<int, 3> parts{};
  std::size_t part = 0;
  for (const char c : form) {
    if (c == '.') {
      if (++part >= parts.size()) return std::nullopt;
    } else {
      parts[part] = parts[part] * 10 + (c - '0');
    }
  }
  if (part + 1 != parts.size()) return std::nullopt;
  constexpr int kFourDigits = 1000;
  if (parts[0] >= kFourDigits) {
    return numeric_day(parts[0], parts[1], parts[2]).value_or(no_such_day());
  }
  if (parts[2] < kFourDigits) return std::nullopt;
  return numeric_day(parts[2], parts[1], parts[0]).value_or(no_such_day());  // dots are European
}

}  // namespace newsdex
