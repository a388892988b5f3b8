// Pseudo-relevance feedback: words that the best articles for a query have in common, by which all
// that match are ranked once more.
//
// The relevance model RM3 (Abdul-Jaleel et al., "UMass at TREC 2004: Novelty and HARD"): a word
// weighs as often as the articles say it, each article by its score, and the model counts as much
// as the query does. Which articles match is left alone: a count of articles means what was asked
// for, and an article with none of its words was not.
#pragma once

#include <string>
#include <vector>

#include "engine/search.hpp"
#include "engine/search_tools.hpp"

namespace newsdex {

/// As usual where RM3 is measured (in Anserini, say), and not chosen by any collection here.
inline constexpr std::size_t kFeedbackArticles = 10;
inline constexpr std::size_t kFeedbackWords = 10;
inline constexpr double kFeedbackShare = 0.5;  // of the model, the query's being the rest

/// What a query is to be ranked by besides its own words, the weightiest first; nothing where none
/// of its words ranks anything. Near copies count once, deleted articles not at all, and which page
/// is asked for does not matter. Throws TimeIsUp.
std::vector<AddedLeaf> feedback_leaves(const SearchPlan& plan, const SearchTools& tools);

}  // namespace newsdex
