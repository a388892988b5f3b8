// Charts for the HTML report, as inline SVG. Their colours are those of the page's classes.
#pragma once

#include <cstdint>
#include <string>

#include "newsdex/search_result.hpp"

namespace newsdex {

/// Bars as wide as the page, in percent of it; each tells its period, count and query. Labels below
/// name some of the periods.
std::string timeline_svg(const Timeline& timeline);

/// The same without labels, and so high that `most` articles fill it: for one value beside others.
std::string small_timeline_svg(const Timeline& timeline, std::uint64_t most);

/// Cells the darker the more they count; each tells its values, count and query.
std::string matrix_svg(const Matrix& matrix);

/// A line as long as the share of `count` in `most`.
std::string share_svg(std::uint64_t count, std::uint64_t most);

}  // namespace newsdex
