#include "indexing/merge_policy.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace newsdex::testing {
namespace {

std::vector<GenerationSegment> segments(const std::vector<std::uint64_t>& tokens) {
  std::vector<GenerationSegment> out;
  for (const std::uint64_t size : tokens) {
    GenerationSegment& segment = out.emplace_back();
    segment.live_tokens = size;
  }
  return out;
}

using Places = std::vector<std::size_t>;

TEST(MergePolicy, LeavesFewSegmentsAlone) {
  EXPECT_EQ(segments_to_merge({}, 0), Places{});
  EXPECT_EQ(segments_to_merge(segments({1, 2, 3, 4, 5, 6, 7}), 1), Places{});
}

TEST(MergePolicy, MergesAFullTierAndLeavesOthers) {
  EXPECT_EQ(segments_to_merge(segments({9'000'000, 1, 2, 3, 4, 5, 6, 7, 8}), 1),
            (Places{1, 2, 3, 4, 5, 6, 7, 8}));
}

TEST(MergePolicy, MergesTwoTiersAtOnceWhenOneFillsTheOther) {
  std::vector<std::uint64_t> sizes(7, 300'000);
  sizes.insert(sizes.end(), 8, 10);
  Places all(15);
  std::iota(all.begin(), all.end(), std::size_t{0});
  EXPECT_EQ(segments_to_merge(segments(sizes), 3), all);
}

TEST(MergePolicy, LeavesWhatABuildMadeToUpdatesOfItsSize) {
  std::vector<std::uint64_t> sizes(12, 5'000'000);
  sizes.push_back(1000);
  EXPECT_EQ(segments_to_merge(segments(sizes), 1), Places{});
  EXPECT_EQ(segments_to_merge(segments(std::vector<std::uint64_t>(13, 5'000'000)), 1).size(), 13U);
}

TEST(MergePolicy, LeavesLargeSegmentsToAnExplicitMerge) {
  EXPECT_EQ(segments_to_merge(segments(std::vector<std::uint64_t>(20, kMaxMergedTokens + 1)), 1),
            Places{});
}

// However many small updates there are, there stay few segments, and little is written again.
TEST(MergePolicy, KeepsSegmentsFewOverManyUpdates) {
  std::vector<GenerationSegment> index;
  std::uint64_t written = 0;
  constexpr std::uint64_t kUpdates = 5000;
  for (std::uint64_t update = 0; update < kUpdates; ++update) {
    index.push_back(segments({1000})[0]);
    const Places chosen = segments_to_merge(index, 1);
    std::uint64_t merged = 0;
    for (const std::size_t place : chosen) merged += index[place].live_tokens;
    for (auto place = chosen.rbegin(); place != chosen.rend(); ++place)
      index.erase(index.begin() + static_cast<std::ptrdiff_t>(*place));
    if (merged > 0) index.push_back(segments({merged})[0]);
    written += merged;
    ASSERT_LE(index.size(), 30U);
  }
  EXPECT_LT(written, kUpdates * 1000 * 12);
}

}  // namespace
}  // namespace newsdex::testing
