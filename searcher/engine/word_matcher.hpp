// Finds the articles of a segment in which a leaf of words occurs, and how often.
#pragma once

#include <vector>

#include "engine/collection.hpp"
#include "query/plan.hpp"

namespace newsdex {

/// Occurrences of `words` in the live articles of `segment`, by article. For scope `title` only
/// those in titles count. A leaf without a sequence (punctuation alone) occurs nowhere.
std::vector<Posting> match_words(const WordsPlan& words, const LiveSegment& segment);

}  // namespace newsdex
