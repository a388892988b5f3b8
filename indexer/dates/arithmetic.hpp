// What reading and writing of dates count with.
#pragma once

#include <cstdint>

namespace newsdex {

inline constexpr int kMinutesPerHour = 60;
inline constexpr int kDaysPerWeek = 7;
inline constexpr int kMonthsPerYear = 12;
inline constexpr int kMinutesPerDay = 24 * kMinutesPerHour;
/// Amounts are kept in thousandths: "half a year" is 500 of the unit.
inline constexpr std::int64_t kThousand = 1000;

/// Of ASCII alone: other scripts' digits are folded before they get here.
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace newsdex
