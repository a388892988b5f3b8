// Days that are called by a name, and the rule that finds each in a year.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "dates/calendars.hpp"
#include "newsdex/date.hpp"

namespace newsdex {

/// How a holiday is found; `a` and `b` of its row mean:
enum class HolidayRule : std::uint8_t {
  fixed,        // month a, day b
  nth_weekday,  // month a, b = 10 * n + weekday (Monday is 0); n = 9 is the last
  easter,       // a days after Western Easter
  orthodox,     // a days after Orthodox Easter
  jalali,       // Jalali month a, day b; in the Gregorian year that it falls in
  hijri,        // Hijri month a, day b; b = 0 is the whole month
  jalali_last,  // the last weekday b (Monday is 0) of Jalali month a
  hijri_last,   // the same of Hijri month a
};

struct Holiday {
  std::string_view names;  // folded forms, "_" between words, " " between names
  HolidayRule rule = HolidayRule::fixed;
  int a = 0;
  int b = 0;
  int year = 0;           // not 0 where the name means one day of history
  int shift = 0;          // of its first day, in days, from the day that the rule finds
  int length = 1;         // in days, where the rule finds one
  bool american = false;  // other countries have a day of that name on another date
};

std::span<const Holiday> holidays();

/// The days of `holiday` that begin in `year`; nullopt where there are none, as in some years of
/// the lunar calendar. The year is Gregorian, but for feasts of Iran and of Islam one around 1400
/// is theirs: "Nowruz 1398", "Ashura 1388".
std::optional<DaySpan> days_of(const Holiday& holiday, int year);

}  // namespace newsdex
