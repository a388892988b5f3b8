// Which segments of an index are to be merged, so that their number stays small.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "storage/generation.hpp"

namespace newsdex {

/// As many segments of about one size are merged.
inline constexpr std::size_t kMergeFactor = 8;

/// Larger segments are left to an explicit merge, as an update should not take minutes.
inline constexpr std::uint64_t kMaxMergedTokens = 20'000'000;

/// Places in `segments`, of which the last `added` are new, of those to be merged into one,
/// ascending; empty when there are none. Sizes fall into tiers, each kMergeFactor times as wide as
/// the one below, and a tier that a new segment fills is merged: an article is rewritten about once
/// a tier (O'Neil et al., "The Log-Structured Merge-Tree", 1996; as Lucene does). The many equal
/// segments that a large build leaves are not merged because of a small update.
std::vector<std::size_t> segments_to_merge(std::span<const GenerationSegment> segments,
                                           std::size_t added);

}  // namespace newsdex
