// The terms by which articles are found that speak of a stretch of days.
//
// A stretch is a term of its own: its first and its last day in numbers of one width, so that terms
// are in order of the first day. A query for a range reads the terms of all stretches that count.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/date.hpp"

namespace newsdex {

/// The term of `days`, which lie in the years -9998 to 9999.
std::string date_term(DaySpan days);

/// The days of such a term; nullopt for any other.
std::optional<DaySpan> days_of_term(std::string_view term);

/// Whether an article that speaks of `stretch` speaks of `range`: where the stretch lies wholly in
/// it. One that is not of whole months of ours (a month of another calendar, a week) may lie across
/// the ends of all of ours, and counts where it reaches into the range and is no longer than it,
/// give or take what months and years differ by. An open range is longer than all.
bool speaks_of(DaySpan stretch, const DateRange& range);

/// The months of ours, "2018-04", that `stretch` speaks of, ascending.
std::vector<std::string> months_spoken_of(DaySpan stretch);

}  // namespace newsdex
