#include "indexing/merge_policy.hpp"

#include <algorithm>
#include <map>

namespace newsdex {
namespace {

// The smallest segments, of about a hundred articles, are all of one tier.
constexpr std::uint64_t kSmallestTier = 50'000;

int tier_of(std::uint64_t tokens) {
  int tier = 0;
  for (std::uint64_t size = kSmallestTier; size < tokens; size *= kMergeFactor) ++tier;
  return tier;
}

}  // namespace

std::vector<std::size_t> segments_to_merge(std::span<const GenerationSegment> segments,
                                           std::size_t added) {
  std::map<int, std::vector<std::size_t>> tiers;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].live_tokens <= kMaxMergedTokens)
      tiers[tier_of(segments[i].live_tokens)].push_back(i);
  }
  // A merged tier may fill the one above it: all of them then become one segment at once.
  std::vector<std::size_t> chosen;
  for (const auto& [tier, places] : tiers) {
    const std::size_t carried = chosen.empty() ? 0 : 1;
    const bool gained = carried > 0 || places.back() >= segments.size() - added;
    if (!gained || places.size() + carried < kMergeFactor) {
      if (!chosen.empty()) break;
      continue;
    }
    chosen.insert(chosen.end(), places.begin(), places.end());
  }
  std::sort(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace newsdex
