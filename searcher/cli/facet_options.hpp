// Options that name fields to count by, as they are written.
#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "newsdex/index_searcher.hpp"

namespace newsdex {

/// `actor`, `actor:20` for the first twenty values, `actor:20+40` for the twenty after the first
/// forty. `limit` is that of values where none is written. The error names `option`.
tl::expected<FacetRequest, QueryError> facet_request(std::string_view option,
                                                     const std::string& text, std::uint32_t limit);

/// `actor:platform`, `actor:platform:sentence`; `size` as in `20x10` for rows and columns at most,
/// or empty.
tl::expected<MatrixRequest, QueryError> matrix_request(const std::string& text,
                                                       const std::string& size);

}  // namespace newsdex
