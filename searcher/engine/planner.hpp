// From the tree of a query to a plan for this index.
#pragma once

#include <tl/expected.hpp>

#include "engine/collection.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/query.hpp"
#include "query/plan.hpp"

namespace newsdex {

/// Analyses words in every language of the index and looks names up. The error is for a name that
/// is nobody's or several people's.
tl::expected<SearchPlan, QueryError> plan_search(const Query& query, Collection& collection,
                                                 Analyzer& analyzer);

}  // namespace newsdex
