// The Jalali (solar Hijri) and the Islamic (lunar Hijri) calendar, by ICU.
#pragma once

#include <cstdint>
#include <optional>

#include "newsdex/date.hpp"

namespace newsdex {

enum class CalendarKind : std::uint8_t { gregorian, jalali, hijri };

struct CalendarYear {
  CalendarKind kind = CalendarKind::gregorian;
  int year = 0;
};

/// The days of a year, of its month (1..12) when `month` is not 0, or of one day of that month when
/// `day` is not 0. nullopt where the calendar has no such day. Hijri months are those of Umm
/// al-Qura: announced beginnings differ by a day.
std::optional<DaySpan> days_of(CalendarYear year, int month, int day);

/// The days of a month, or of one day of it, of `kind` that begin within `stretch`, the first of
/// several: a lunar year is shorter than ours. nullopt where there are none. `stretch` has no more
/// than a few years.
std::optional<DaySpan> days_beginning_in(DaySpan stretch, CalendarKind kind, int month, int day);

/// A year of Iran's calendar begins in the one of ours that is so many higher.
inline constexpr int kJalaliYearsApart = 621;

/// Years of Iran's calendar, 1871 to 2072 of ours, that a text may write without saying which
/// calendar it means.
constexpr bool is_jalali_year(int year) {
  return year >= 1250 && year <= 1450;
}

/// The years of it, 1921 to 2041 of ours, that metadata and queries state: lunar years follow.
constexpr bool is_stated_jalali_year(int year) {
  return year >= 1300 && year <= 1420;
}

/// Years of the lunar calendar, 2000 to 2077 of ours, that stand beside a lunar month or feast
/// where nothing says when that was written: an earlier one is a year of Iran's calendar.
constexpr bool is_lunar_year(int year) {
  return year >= 1421 && year <= 1500;
}

/// The days of a month of `kind`, or of one day of it, beside a year that is written without saying
/// of which calendar: "Ashura 1388" (Iran's), "Ashura 1440" (lunar), "Ramadan 2018". nullopt where
/// that year has none.
std::optional<DaySpan> days_in_said_year(CalendarKind kind, int year, int month, int day);

/// The year of `kind` that `day` lies in.
int year_of(Day day, CalendarKind kind);

}  // namespace newsdex
