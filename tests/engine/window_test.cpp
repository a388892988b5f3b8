#include "engine/window.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "engine/article_set.hpp"

namespace newsdex::testing {
namespace {

using Members = std::set<std::uint32_t>;

WindowSet random_set(std::mt19937& random, std::size_t size, Members& members) {
  WindowSet set;
  for (std::size_t i = 0; i < size; ++i) {
    const auto offset = static_cast<std::uint32_t>(random() % kWindowArticles);
    set.insert(offset);
    members.insert(offset);
  }
  return set;
}

Members members_of(const WindowSet& set) {
  Members members;
  set.for_each([&](std::uint32_t offset) { members.insert(members.end(), offset); });
  return members;
}

TEST(WindowSet, BehavesAsASetDoes) {
  std::mt19937 random(11);
  for (const std::size_t size : {0U, 1U, 7U, 8U, 9U, 300U, 4000U, 40000U, 400000U}) {
    SCOPED_TRACE(size);
    Members a_members;
    Members b_members;
    const WindowSet a = random_set(random, size, a_members);
    const WindowSet b = random_set(random, 1000, b_members);
    EXPECT_EQ(members_of(a), a_members);
    EXPECT_EQ(a.count(), a_members.size());
    const WindowList list(a);
    EXPECT_EQ(Members(list.offsets().begin(), list.offsets().end()), a_members);
    EXPECT_EQ(list.offsets().size(), a_members.size());
    EXPECT_EQ(a.any(), !a_members.empty());
    EXPECT_EQ(a.has_more_than(8), a_members.size() > 8);
    if (a.any()) {
      EXPECT_EQ(a.first(), *a_members.begin());
      EXPECT_EQ(a.last(), *a_members.rbegin());
    }
    WindowSet both = a;
    both &= b;
    WindowSet either = a;
    either |= b;
    WindowSet only_a = a;
    only_a -= b;
    for (std::uint32_t i = 0; i < kWindowArticles; ++i) {
      EXPECT_EQ(both.contains(i), a_members.contains(i) && b_members.contains(i));
      EXPECT_EQ(either.contains(i), a_members.contains(i) || b_members.contains(i));
      EXPECT_EQ(only_a.contains(i), a_members.contains(i) && !b_members.contains(i));
    }
  }
}

TEST(WindowSet, IsThePartOfAnArticleSetThatLiesInTheWindow) {
  ArticleSet set(kWindowArticles + 100);
  set.insert(5);
  set.insert(kWindowArticles + 63);
  set.insert(kWindowArticles + 99);
  EXPECT_EQ(members_of(set.within({0, kWindowArticles})), (Members{5}));
  EXPECT_EQ(members_of(set.within({kWindowArticles, kWindowArticles + 100})), (Members{63, 99}));
}

}  // namespace
}  // namespace newsdex::testing
