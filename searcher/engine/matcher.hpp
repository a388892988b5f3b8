// Which articles of a segment a plan matches.
#pragma once

#include <vector>

#include "engine/collection.hpp"
#include "query/plan.hpp"

namespace newsdex {

/// Occurrences of each scored leaf in one segment, by its number.
using LeafPostings = std::vector<std::vector<Posting>>;

/// The postings of the plan's scored leaves.
LeafPostings match_leaves(const SearchPlan& plan, const LiveSegment& segment);

/// The live articles that `plan` matches; `leaves` are the segment's, so that none is read twice.
ArticleSet match_plan(const Plan& plan, const LiveSegment& segment, const LeafPostings& leaves);

/// The live articles with one of the labels.
ArticleSet match_labels(const LabelPlan& labels, const LiveSegment& segment);

}  // namespace newsdex
