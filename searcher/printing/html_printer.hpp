// A report of a search as one HTML page.
#pragma once

#include <ostream>

#include "newsdex/search_result.hpp"

namespace newsdex {

/// One self-contained page: hits with marked snippets, facets, timelines and matrix, the charts as
/// inline SVG. It loads nothing and runs no script, which its Content Security Policy also forbids,
/// and everything that came from articles or the query is escaped. Light or dark as the reader has
/// it, from the width of a telephone on.
void print_html(std::ostream& out, const SearchResult& result);

}  // namespace newsdex
