// Finds the articles of a slice in which a leaf of words occurs, and how often.
#pragma once

#include <cstdint>

#include "engine/posting_stream.hpp"
#include "engine/slice.hpp"
#include "query/plan.hpp"

namespace newsdex {

/// A leaf's postings in a slice, and its share of the live articles with the leaf: over the slices
/// of a segment the shares add up.
struct OpenLeaf {
  PostingStream postings;  // may hold those of deleted articles and of other slices
  std::uint64_t articles = 0;
};

/// Opens the postings of `words`. For scope `title` only occurrences in titles count. A leaf
/// without a sequence (punctuation alone) occurs nowhere. A leaf that is one term in the segment
/// is read as the term is; any other is worked out at once.
OpenLeaf open_words(const WordsPlan& words, const Slice& slice);

/// The same for words near one another, which are worked out at once, and for either.
OpenLeaf open_near(const NearPlan& near, const Slice& slice);
OpenLeaf open_leaf(const LeafPlan& leaf, const Slice& slice);

}  // namespace newsdex
