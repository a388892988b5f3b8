// Articles over time as bars.
#pragma once

#include "newsdex/search_result.hpp"
#include "printing/page.hpp"

namespace newsdex {

/// One line a period: its name, its bar, its count. A bar has a column for each article while the
/// longest fits the page; else the longest fills it and the rest are to scale, to an eighth of a
/// column. Articles that are in no bar are told below.
void print_timeline(const Page& page, const Timeline& timeline);

}  // namespace newsdex
