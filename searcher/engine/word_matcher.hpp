// Finds the articles of a segment in which a leaf of words occurs, and how often.
#pragma once

#include <cstdint>

#include "engine/collection.hpp"
#include "engine/posting_stream.hpp"
#include "query/plan.hpp"

namespace newsdex {

/// A leaf's postings in a segment and how many of them are live articles'.
struct OpenLeaf {
  PostingStream postings;  // may hold those of deleted articles
  std::uint64_t articles = 0;
};

/// Opens the postings of `words`. For scope `title` only occurrences in titles count. A leaf
/// without a sequence (punctuation alone) occurs nowhere. A leaf that is one term in the segment
/// is read as the term is; any other is worked out at once.
OpenLeaf open_words(const WordsPlan& words, const LiveSegment& segment);

}  // namespace newsdex
