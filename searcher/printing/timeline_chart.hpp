// Articles over time as bars.
#pragma once

#include "newsdex/search_result.hpp"
#include "printing/page.hpp"

namespace newsdex {

/// One line a period: its name, its bar, its count. A bar has a column for each article while the
/// longest fits the page; else the longest fills it and the rest are to scale, to an eighth of a
/// column. More than five periods without articles are one line. Articles that are in no bar are
/// told below.
void print_timeline(const Page& page, const Timeline& timeline);

/// One line a value: its name, a block of eight heights a period, its count. All are to one scale
/// and over the same periods, of which several share a column where the page is too narrow.
void print_value_timelines(const Page& page, const ValueTimelines& timelines);

}  // namespace newsdex
