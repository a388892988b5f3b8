// Where a leaf of the plan stands in a text that was analysed again.
#pragma once

#include <span>
#include <vector>

#include "newsdex/analyzer.hpp"
#include "query/nearness.hpp"
#include "query/plan.hpp"

namespace newsdex {

/// Spans of numbers in `tokens`, in no particular order. Of words near one another only those that
/// are, each for itself. `in_title`: whether leaves of titles count.
std::vector<PositionSpan> find_leaf(const LeafPlan& leaf, std::span<const Token> tokens,
                                    bool in_title);

}  // namespace newsdex
