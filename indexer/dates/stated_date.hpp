// Dates as metadata gives them: written for people, or counted by a machine.
#pragma once

#include <optional>
#include <string_view>

#include "newsdex/date.hpp"

namespace newsdex {

struct StatedDate {
  PartialDate value;
  bool clock_unread = false;  // the day is good, but the time of day after it is none
};

/// Reads what parse_date does; seconds or milliseconds since 1970 (of 1980 to 2099; to the minute,
/// in UTC); and a good day beside a time that is none ("2018-04-30T99:99"), to the day. nullopt for
/// anything else.
std::optional<StatedDate> read_stated_date(std::string_view text);

}  // namespace newsdex
