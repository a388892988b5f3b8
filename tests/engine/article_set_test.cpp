#include "engine/article_set.hpp"

#include <gtest/gtest.h>

namespace newsdex::testing {
namespace {

std::vector<std::uint32_t> members(const ArticleSet& set) {
  std::vector<std::uint32_t> out;
  set.for_each([&](std::uint32_t article) { out.push_back(article); });
  return out;
}

TEST(ArticleSet, OfAllHoldsJustTheUniverse) {
  for (const std::uint32_t size : {0U, 1U, 63U, 64U, 65U, 1000U}) {
    SCOPED_TRACE(size);
    EXPECT_EQ(ArticleSet::all(size).count(), size);
    EXPECT_EQ(members(ArticleSet::all(size)).size(), size);
  }
}

TEST(ArticleSet, CombinesAsSetsDo) {
  ArticleSet even(130);
  ArticleSet third(130);
  for (std::uint32_t i = 0; i < 130; i += 2) even.insert(i);
  for (std::uint32_t i = 0; i < 130; i += 3) third.insert(i);
  ArticleSet both = even;
  both &= third;
  EXPECT_EQ(both.count(), 22U);
  ArticleSet either = even;
  either |= third;
  EXPECT_EQ(either.count(), 65U + 44U - 22U);
  ArticleSet difference = even;
  difference -= third;
  EXPECT_EQ(difference.count(), 65U - 22U);
  EXPECT_TRUE(difference.contains(128));
  EXPECT_FALSE(difference.contains(126));
}

TEST(ArticleSet, RemovesNothingForAnEmptySetOfWords) {
  ArticleSet set = ArticleSet::all(70);
  set.remove({});
  EXPECT_EQ(set.count(), 70U);
  const std::vector<std::uint64_t> deleted = {1, 1};
  set.remove(deleted);
  EXPECT_EQ(set.count(), 68U);
  EXPECT_FALSE(set.contains(64));
}

}  // namespace
}  // namespace newsdex::testing
