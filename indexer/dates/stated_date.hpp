// Dates as metadata gives them: written for people, or counted by a machine.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "newsdex/date.hpp"

namespace newsdex {

struct StatedDate {
  PartialDate value;
  bool clock_unread = false;  // the day is good, but the time of day after it is none
};

/// Reads what parse_date does; seconds or milliseconds since 1970 (of 1980 to 2099; to the minute,
/// in UTC); dates in words of other calendars and scripts ("۱۰ اردیبهشت ۱۳۹۷", see
/// worded_date.hpp); and a good day beside a time that is none ("2018-04-30T99:99"), to the day. A
/// month of another calendar ("1397/02") lies in two of ours: what is known is the year that holds
/// it, if one does. nullopt for anything else.
std::optional<StatedDate> read_stated_date(std::string_view text);

/// The dates that `text` states, a line each where there are several, none of them empty.
std::vector<std::string_view> stated_texts(std::string_view text);

}  // namespace newsdex
