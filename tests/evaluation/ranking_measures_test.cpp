#include "ranking_measures.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace newsdex::evaluation {
namespace {

using Ranking = std::vector<std::string>;

TEST(RankingMeasures, OfTheBestRankingAreOne) {
  const RankingMeasures best = measure(Ranking{"a", "b"}, {{"a", 2}, {"b", 1}});
  EXPECT_DOUBLE_EQ(best.ndcg10, 1);
  EXPECT_DOUBLE_EQ(best.average_precision, 1);
  EXPECT_DOUBLE_EQ(best.recall100, 1);
  EXPECT_DOUBLE_EQ(best.precision10, 0.2);
}

// By hand: gains 1, 0, 3 at ranks 1, 2, 3; at best 3, 1.
TEST(RankingMeasures, DiscountByRank) {
  const RankingMeasures some = measure(Ranking{"a", "x", "b"}, {{"a", 1}, {"b", 3}});
  EXPECT_DOUBLE_EQ(some.ndcg10, (1 + 3 / 2.0) / (3 + 1 / std::log2(3.0)));
  EXPECT_DOUBLE_EQ(some.average_precision, (1.0 + 2.0 / 3) / 2);
}

TEST(RankingMeasures, LookAsFarAsTheyAreNamedFor) {
  Ranking far(10, "x");
  far.emplace_back("a");
  const RankingMeasures eleventh = measure(far, {{"a", 1}});
  EXPECT_DOUBLE_EQ(eleventh.ndcg10, 0);
  EXPECT_DOUBLE_EQ(eleventh.precision10, 0);
  EXPECT_DOUBLE_EQ(eleventh.recall100, 1);
  EXPECT_DOUBLE_EQ(eleventh.average_precision, 1.0 / 11);
  far.insert(far.begin(), 90, "x");
  EXPECT_DOUBLE_EQ(measure(far, {{"a", 1}}).recall100, 0);
}

TEST(RankingMeasures, TakeNoGainForIrrelevant) {
  const RankingMeasures nothing = measure(Ranking{"a", "b"}, {{"a", 0}, {"b", -1}});
  EXPECT_DOUBLE_EQ(nothing.ndcg10, 0);
  EXPECT_DOUBLE_EQ(nothing.average_precision, 0);
}

TEST(RankingMeasures, CountWhatWasNotFound) {
  const RankingMeasures half = measure(Ranking{"a"}, {{"a", 1}, {"b", 1}});
  EXPECT_DOUBLE_EQ(half.recall100, 0.5);
  EXPECT_DOUBLE_EQ(half.average_precision, 0.5);
}

TEST(RankingMeasures, AddUpToTheirMean) {
  RankingMeasures sum = measure(Ranking{"a"}, {{"a", 1}});
  sum += measure(Ranking{"x"}, {{"a", 1}});
  sum /= 2;
  EXPECT_DOUBLE_EQ(sum.ndcg10, 0.5);
  EXPECT_DOUBLE_EQ(sum.recall100, 0.5);
}

}  // namespace
}  // namespace newsdex::evaluation
