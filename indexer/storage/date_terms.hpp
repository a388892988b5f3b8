// The terms by which articles are found that speak of a stretch of days.
//
// A stretch is a term of its own: its first and its last day in numbers of one width, so that terms
// are in order of the first day. A query for a range reads the terms of all stretches in it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsdex/date.hpp"

namespace newsdex {

/// The term of `days`, which lie in the years -9998 to 9999.
std::string date_term(DaySpan days);

/// The days of such a term; nullopt for any other.
std::optional<DaySpan> days_of_term(std::string_view term);

}  // namespace newsdex
