// Dates in addresses and file names.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "newsdex/date.hpp"

namespace newsdex {

/// The dates of `name` in order, each once: "/2018/04/30/", "2018-04-30-title", "20180430",
/// "/2018/apr/30/", "ban-april-30-2018" and "30-04-2018", of which only one number can be a month,
/// to the day, "/2018/04/" and a name that begins "2018-04-" or ends "-2018-04.txt" to the month.
/// Years 1990..2099, and to the day 1360..1420 of Iran's calendar ("/1397/02/10/"): other numbers
/// of that shape are seldom dates.
std::vector<PartialDate> dates_in_name(std::string_view name);

/// The year of `name` that stands there alone or in a date ("iran-2018.txt"); nullopt where there
/// is none, or several.
std::optional<int> only_year_in_name(std::string_view name);

}  // namespace newsdex
