#include "engine/ranking.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <random>

namespace newsdex::testing {
namespace {

// A window of articles with the occurrences of three leaves in texts and titles, at random.
class PruningTest : public ::testing::TestWithParam<std::uint32_t> {
 protected:
  PruningTest() {
    for (std::uint32_t& length : lengths_) length = 20 + static_cast<std::uint32_t>(random_() % 30);
    constexpr std::uint32_t kOneIn[] = {2, 10, 5, 50, 100, 900};  // text and title of each leaf
    for (std::size_t part = 0; part < 6; ++part) {
      LeafWindow& leaf = *occurrences_.emplace_back(std::make_unique<LeafWindow>());
      for (std::uint32_t offset = 0; offset < kWindowArticles; ++offset) {
        if (random_() % kOneIn[part] != 0) continue;
        leaf.articles.insert(offset);
        leaf.counts[offset] = 1 + static_cast<std::uint32_t>(random_() % 3);
        leaf.most = std::max(leaf.most, leaf.counts[offset]);
        any_.insert(offset);
      }
      parts_.push_back({&leaf, 1.0 + static_cast<double>(part / 2) * 2, part % 2 == 1});
    }
  }

  std::mt19937 random_{GetParam()};
  std::vector<std::uint32_t> lengths_ = std::vector<std::uint32_t>(kWindowArticles);
  std::vector<std::unique_ptr<LeafWindow>> occurrences_;
  std::vector<ScoredPart> parts_;
  WindowSet any_;
};

TEST_P(PruningTest, KeepsEveryArticleThatReachesTheThresholdAndFewOthers) {
  const Window window = {0, kWindowArticles};
  const std::uint32_t least = *std::min_element(lengths_.begin(), lengths_.end());
  for (const std::size_t used : {1U, 2U, 4U, 6U}) {
    WindowScorer scorer(lengths_, 35, {parts_.begin(), parts_.begin() + static_cast<int>(used)});
    scorer.enter(window, least);
    std::vector<double> scores;
    any_.for_each([&](std::uint32_t offset) { scores.push_back(scorer.score(offset)); });
    std::sort(scores.rbegin(), scores.rend());
    const double threshold = scores[9];
    WindowSet candidates = any_;
    scorer.prune(threshold, candidates);
    any_.for_each([&](std::uint32_t offset) {
      if (scorer.score(offset) >= threshold) {
        EXPECT_TRUE(candidates.contains(offset));
        EXPECT_TRUE(scorer.may_reach(threshold, offset));
      }
    });
    std::uint32_t may_reach = 0;
    any_.for_each(
        [&](std::uint32_t offset) { may_reach += scorer.may_reach(threshold, offset) ? 1U : 0U; });
    EXPECT_LT(may_reach, any_.count() / 2) << used;
    if (used > 1) {
      EXPECT_LT(candidates.count(), any_.count() / 2) << used;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, PruningTest, ::testing::Range(1U, 6U));

TEST(Ranking, WeighsRareLeavesMore) {
  EXPECT_GT(inverse_document_frequency(1000, 1), inverse_document_frequency(1000, 500));
  EXPECT_GT(inverse_document_frequency(1000, 1000), 0);
}

}  // namespace
}  // namespace newsdex::testing
