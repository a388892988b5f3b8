// How a query is read by an index: its leaves, and what is added to them.
#pragma once

#include <tl/expected.hpp>
#include <vector>

#include "engine/search_tools.hpp"
#include "newsdex/index_searcher.hpp"

namespace newsdex {

/// See IndexSearcher::explain() and added_words(). Throw TimeIsUp.
tl::expected<std::vector<ExplainedLeaf>, QueryError> explain_leaves(const Query& query,
                                                                    const SearchTools& tools);
tl::expected<std::vector<AddedWord>, QueryError> explain_added_words(const Query& query,
                                                                     const SearchTools& tools);

}  // namespace newsdex
