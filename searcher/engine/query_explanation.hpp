// How the leaves of a query are read by an index.
#pragma once

#include <tl/expected.hpp>
#include <vector>

#include "engine/collection.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/index_searcher.hpp"
#include "query/deadline.hpp"

namespace newsdex {

/// See IndexSearcher::explain(). Throws TimeIsUp.
tl::expected<std::vector<ExplainedLeaf>, QueryError> explain_leaves(const Query& query,
                                                                    Collection& collection,
                                                                    Analyzer& analyzer,
                                                                    const Deadline& deadline);

}  // namespace newsdex
