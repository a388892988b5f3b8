// From the tree of a query to a plan for this index.
#pragma once

#include <tl/expected.hpp>

#include "engine/collection.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/query.hpp"
#include "query/deadline.hpp"
#include "query/plan.hpp"

namespace newsdex {

/// Analyses words in every language of the index, looks up names and what patterns stand for. The
/// error is for a name that is nobody's or several people's, a pattern that stands for too many
/// words, an id that no article has. Throws TimeIsUp.
tl::expected<SearchPlan, QueryError> plan_search(const Query& query, Collection& collection,
                                                 Analyzer& analyzer, const Deadline& deadline = {});

}  // namespace newsdex
