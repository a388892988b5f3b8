// A matrix as a table of counts.
#pragma once

#include "newsdex/search_result.hpp"
#include "printing/page.hpp"

namespace newsdex {

/// A line a row, as many columns as the page has room for, zeros as dots; below it what is left out
/// and, `with_queries`, the query of each cell that is not zero.
void print_matrix(const Page& page, const Matrix& matrix, bool with_queries);

}  // namespace newsdex
