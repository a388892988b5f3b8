#include "dates/calendars.hpp"

#include <unicode/calendar.h>

#include <cmath>
#include <memory>

#include "newsdex/error.hpp"

namespace newsdex {
namespace {

constexpr double kMillisecondsPerDay = 86'400'000.0;
constexpr int kMonthsInYear = 12;

// ICU's calendars keep the date that is being computed, so every call has its own copy of one that
// is made once.
using CalendarPtr = std::unique_ptr<icu::Calendar>;

CalendarPtr open_calendar(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  CalendarPtr calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale(locale), status));
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::io, "ICU's calendar data cannot be loaded", "reinstall libicu");
  }
  calendar->setLenient(false);
  return calendar;
}

CalendarPtr calendar_of(CalendarKind kind) {
  static const CalendarPtr jalali = open_calendar("@calendar=persian");
  static const CalendarPtr hijri = open_calendar("@calendar=islamic-umalqura");
  return CalendarPtr((kind == CalendarKind::jalali ? jalali : hijri)->clone());
}

// Most dates are Gregorian, and <chrono> has them without ICU's cost.
std::optional<DaySpan> gregorian_days(int year, int month, int day) {
  if (year < -9998 || year > 9999) return std::nullopt;
  const auto in = [&](int of_month, int of_day) {
    return std::chrono::year{year} / static_cast<int>(of_month) / static_cast<int>(of_day);
  };
  const auto count = [](std::chrono::year_month_day date) {
    return static_cast<Day>(std::chrono::sys_days{date}.time_since_epoch().count());
  };
  const auto first = in(month == 0 ? 1 : month, day == 0 ? 1 : day);
  if (!first.ok()) return std::nullopt;
  if (day != 0) return DaySpan{count(first), count(first)};
  const auto last = std::chrono::year{year} / (month == 0 ? 12 : month) / std::chrono::last;
  return DaySpan{count(first), count(last)};
}

std::optional<Day> day_of(icu::Calendar& calendar, int year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  calendar.clear();
  calendar.set(UCAL_EXTENDED_YEAR, year);
  calendar.set(UCAL_MONTH, month - 1);
  calendar.set(UCAL_DATE, day);
  const UDate time = calendar.getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<Day>(std::floor(time / kMillisecondsPerDay));
}

}  // namespace

std::optional<DaySpan> days_of(CalendarYear year, int month, int day) {
  if (year.kind == CalendarKind::gregorian) return gregorian_days(year.year, month, day);
  const CalendarPtr calendar = calendar_of(year.kind);
  const std::optional<Day> first =
      day_of(*calendar, year.year, month == 0 ? 1 : month, day == 0 ? 1 : day);
  if (!first || day != 0) return first ? std::optional(DaySpan{*first, *first}) : std::nullopt;
  const bool next_year = month == 0 || month == kMonthsInYear;
  const std::optional<Day> next =
      day_of(*calendar, year.year + (next_year ? 1 : 0), next_year ? 1 : month + 1, 1);
  if (!next) return std::nullopt;
  return DaySpan{*first, *next - 1};
}

int year_of(Day day, CalendarKind kind) {
  if (kind == CalendarKind::gregorian) return to_partial_date(day).year;
  const CalendarPtr calendar = calendar_of(kind);
  UErrorCode status = U_ZERO_ERROR;
  calendar->setTime(day * kMillisecondsPerDay, status);
  return calendar->get(UCAL_EXTENDED_YEAR, status);
}

std::optional<DaySpan> days_beginning_in(DaySpan stretch, CalendarKind kind, int month, int day) {
  const int last = year_of(stretch.last, kind);
  for (int year = year_of(stretch.first, kind); year <= last; ++year) {
    const std::optional<DaySpan> days = days_of(CalendarYear{kind, year}, month, day);
    if (days && days->first >= stretch.first && days->first <= stretch.last) return days;
  }
  return std::nullopt;
}

std::optional<DaySpan> days_in_said_year(CalendarKind kind, int year, int month, int day) {
  if (kind == CalendarKind::gregorian || (kind == CalendarKind::hijri && is_lunar_year(year))) {
    return days_of(CalendarYear{kind, year}, month, day);
  }
  const CalendarKind said = is_jalali_year(year) ? CalendarKind::jalali : CalendarKind::gregorian;
  if (said == kind) return days_of(CalendarYear{kind, year}, month, day);
  const auto stretch = days_of(CalendarYear{said, year}, 0, 0);
  return stretch ? days_beginning_in(*stretch, kind, month, day) : std::nullopt;
}

}  // namespace newsdex
