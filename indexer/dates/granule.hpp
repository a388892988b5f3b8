// Stretches of the calendar, counted.
//
// Every unit numbers its stretches without gaps, so that "the week before last" and "two quarters
// later" are additions, and a stretch converts to another unit through its first day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "newsdex/date.hpp"

namespace newsdex {

enum class Unit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century,
  millennium
};

/// One stretch of `unit`, day or longer. Days count from 1970-01-01, weeks (Monday to Sunday) and
/// weekends likewise; months and longer count from the year 0 (1 BC). Seasons are those of the
/// northern half, of whole months; a winter begins in December and is named by that year.
struct Granule {
  Unit unit = Unit::day;
  std::int32_t index = 0;

  bool operator==(const Granule&) const = default;
};

/// Whether all the days of `granule` lie in the years -9998 (9999 BC) to 9999.
bool is_in_calendar(Granule granule);

/// The stretch of `unit` that `day` lies in; of a weekend, that of its week.
Granule granule_of(Day day, Unit unit);

/// What stands for days of another calendar or of a feast: the day, where `whole_day` says that
/// they are one, else the month that holds most of them.
Granule granule_of_span(DaySpan days, bool whole_day);

Granule granule_of_year(int year);              // astronomical: 0 is 1 BC
Granule granule_of_month(int year, int month);  // month 1..12

/// The week of ISO 8601, whose first holds the fourth of January; nullopt where the year has no
/// such week.
std::optional<Granule> granule_of_week(int year, int week);

Day first_day(Granule granule);
Day last_day(Granule granule);
int year_of(Granule granule);  // of its first day
int month_of(Granule granule);

/// 0 (Monday) .. 6.
int weekday_of(Day day);

/// The same day of the month so many months later, or the last of that month where it is shorter.
Day months_after(Day day, int months);

/// `granule` seen as `unit`: the stretch around its first day; nullopt where `unit` is the finer,
/// for then nobody knows which.
std::optional<Granule> widened(Granule granule, Unit unit);

/// As TIMEX3 writes it: "2018-04-30", "2018-W18-WE", "2018-W18", "2018-04", "2018-SP", "2018-Q2",
/// "2018-H1", "2018", "201" (a decade), "20" (a century), "BC0490".
std::string timex_value(Granule granule);

}  // namespace newsdex
