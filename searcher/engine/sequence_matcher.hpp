// Finds where words stand side by side in the articles of a slice.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/slice.hpp"
#include "engine/word_terms.hpp"

namespace newsdex {

/// How often the words, of which there is at least one, stand side by side in each live article,
/// beginning at a position below `position_limit`.
std::vector<Posting> match_sequence(std::span<const PlacedTerms> words, const Slice& slice,
                                    std::uint32_t position_limit);

}  // namespace newsdex
