// The model's score of each label for an item.
#pragma once

#include <vector>

#include "discovery/features.hpp"
#include "discovery/lattice.hpp"
#include "discovery/name_model.hpp"

namespace newsdex::discovery {

/// Adds up the weights of the features of each item of `segment` into `scores`, as many as items.
void score_items(const ArticleContext& context, const Segment& segment, const NameModel& model,
                 std::vector<LabelScores>& scores);

}  // namespace newsdex::discovery
