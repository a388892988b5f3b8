// Which year a date without one belongs to.
#pragma once

#include <functional>
#include <optional>

#include "dates/calendars.hpp"
#include "dates/context.hpp"

namespace newsdex {

/// What the date is in a year of its calendar; nullopt where it has none there (February 29).
using DateInYear = std::function<std::optional<DaySpan>(int year)>;

/// The year near `here` (in that calendar, `year`) in which the date is most likely meant: by the
/// tense of the sentence, and by nearness where that says nothing; in a narrative, by nearness to
/// what was spoken of. `whole_day` is for dates that name a day, which are seldom far off.
std::optional<int> choose_year(const DateInYear& date, Granule here, int year,
                               const Context& context, bool whole_day);

}  // namespace newsdex
