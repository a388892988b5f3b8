// What reading and writing of dates count with.
#pragma once

#include <cstdint>

namespace newsdex {

inline constexpr int kMinutesPerHour = 60;
/// Amounts are kept in thousandths: "half a year" is 500 of the unit.
inline constexpr std::int64_t kThousand = 1000;

/// Of ASCII alone: other scripts' digits are folded before they get here.
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace newsdex
