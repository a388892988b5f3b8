// Facets as small tables of values and counts.
#pragma once

#include <span>

#include "newsdex/search_result.hpp"
#include "printing/page.hpp"

namespace newsdex {

/// One table a facet, side by side where the page is wide, else below one another. Selected values
/// are marked with a star, excluded ones with a minus sign; long values are cut to their column;
/// values left out are counted.
void print_facets(const Page& page, std::span<const Facet> facets);

}  // namespace newsdex
