#include "engine/top_hits.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "storage/segment.hpp"

namespace newsdex::testing {
namespace {

TEST(TopHits, KeepsTheBestInOrderHoweverTheyCome) {
  std::vector<RankedArticle> articles;
  for (std::uint32_t i = 0; i < 200; ++i) {
    articles.push_back({static_cast<double>(i % 7),
                        i % 5 == 0 ? kNoMoment : static_cast<Moment>(i % 11), i, 0, i});
  }
  std::mt19937 random(3);
  for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
    std::vector<RankedArticle> sorted = articles;
    std::sort(sorted.begin(), sorted.end(),
              [&](const auto& a, const auto& b) { return ranks_before(a, b, sort); });
    std::shuffle(articles.begin(), articles.end(), random);
    TopHits top(sort, 10);
    for (const RankedArticle& article : articles) top.add(article);
    const std::vector<RankedArticle> best = std::move(top).sorted();
    ASSERT_EQ(best.size(), 10U);
    for (std::size_t i = 0; i < best.size(); ++i) EXPECT_EQ(best[i].article, sorted[i].article);
  }
}

TEST(TopHits, PutsUndatedArticlesLast) {
  const RankedArticle dated = {0, 5, 1, 0, 0};
  const RankedArticle later = {0, 9, 1, 0, 1};
  const RankedArticle undated = {9, kNoMoment, 1, 0, 2};
  for (const SortOrder sort : {SortOrder::newest, SortOrder::oldest}) {
    EXPECT_TRUE(ranks_before(dated, undated, sort));
    EXPECT_FALSE(ranks_before(undated, dated, sort));
  }
  EXPECT_TRUE(ranks_before(later, dated, SortOrder::newest));
  EXPECT_TRUE(ranks_before(dated, later, SortOrder::oldest));
}

TEST(TopHits, OrdersADayByItsMinutes) {
  constexpr Day kDay = 17'651;
  EXPECT_LT(moment_of(kDay, 0), moment_of(kDay, 1));
  EXPECT_LT(moment_of(kDay, 1439), moment_of(kDay + 1, 0));
  EXPECT_LT(moment_of(-1, 1439), moment_of(0, 0));
  EXPECT_EQ(moment_of(kNoFirstDay, 0), kNoMoment);
}

TEST(TopHits, AGroupIsOneHitThatStandsWhereItsBestArticleDoes) {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::vector<RankedArticle> articles;
    for (std::uint32_t i = 0; i < 300; ++i) {
      RankedArticle article = {static_cast<double>(random() % 40), 0, i, 0, i};
      if (random() % 2 == 0) article.group = static_cast<std::uint32_t>(random() % 30);
      articles.push_back(article);
    }
    const std::size_t hits = 1 + random() % 60;
    TopHits top(SortOrder::relevance, hits);
    TopHits other(SortOrder::relevance, hits);
    for (const RankedArticle& article : articles) (random() % 3 == 0 ? other : top).add(article);
    top.merge(other);
    std::sort(articles.begin(), articles.end(), [](const auto& a, const auto& b) {
      return ranks_before(a, b, SortOrder::relevance);
    });
    const ReachedHits reached = reach_hits(articles, hits);
    const std::vector<RankedArticle> kept = std::move(top).sorted();
    ASSERT_EQ(kept.size(), reached.articles);
    std::set<std::uint32_t> distinct;
    for (std::size_t i = 0; i < kept.size(); ++i) {
      ASSERT_EQ(kept[i].article, articles[i].article) << "place " << i;
      distinct.insert(kept[i].group == kNoGroup ? 1000 + kept[i].article : kept[i].group);
    }
    EXPECT_EQ(distinct.size(), hits) << "there are more than enough";
  }
}

TEST(TopHits, OfNoneKeepsNone) {
  TopHits top(SortOrder::relevance, 0);
  top.add({1, 0, 0, 0, 0});
  EXPECT_TRUE(std::move(top).sorted().empty());
}

}  // namespace
}  // namespace newsdex::testing
