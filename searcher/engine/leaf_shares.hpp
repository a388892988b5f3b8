// Which of a query's words count in the ranking.
#pragma once

#include <span>
#include <vector>

#include "query/plan.hpp"

namespace newsdex {

/// A leaf's word, where it is a single one matched by its stem; else null.
const WordSlot* single_word(const LeafPlan& leaf);

/// The same, where it may stand in the whole text.
const WordSlot* plain_word(const LeafPlan& leaf);

/// The share of its weight that each leaf is scored with. Articles must have function words as they
/// must have others, but are not ranked by them, unless the query has nothing else; in capitals
/// (WHO, US) they are names. A word that the query repeats counts once, and for more than others
/// do: n times weigh as (k3 + 1) n / (k3 + n), the query's part of BM25 (ranking.hpp), with k3 = 1.
std::vector<double> leaf_shares(std::span<const LeafPlan> leaves);

}  // namespace newsdex
