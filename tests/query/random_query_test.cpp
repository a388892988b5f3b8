// Whatever is typed, the parser either refuses it with a reason or gives a tree within its limits,
// which printed and parsed again is the same tree.
#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <string>

#include "newsdex/query.hpp"
#include "query/facet_filters.hpp"
#include "support/random_queries.hpp"

namespace newsdex::testing {
namespace {

struct Shape {
  std::size_t depth = 1;
  std::size_t leaves = 0;
};

Shape shape(const Query& query);

Shape shape(std::span<const Query> operands) {
  Shape whole;
  for (const Query& operand : operands) {
    const Shape part = shape(operand);
    whole.depth = std::max(whole.depth, part.depth + 1);
    whole.leaves += part.leaves;
  }
  return whole;
}

Shape shape(const Query& query) {
  const auto several = [](const std::vector<Query>& operands) {
    EXPECT_GE(operands.size(), 2U);
    return shape(std::span(operands));
  };
  if (const auto* both = std::get_if<AndQuery>(&query.node)) return several(both->operands);
  if (const auto* either = std::get_if<OrQuery>(&query.node)) return several(either->operands);
  if (const auto* near = std::get_if<NearQuery>(&query.node)) return several(near->operands);
  if (const auto* negated = std::get_if<NotQuery>(&query.node)) {
    EXPECT_EQ(negated->operand.size(), 1U);
    return shape(std::span(negated->operand));
  }
  return {1, 1};
}

constexpr Day kToday = 17651;  // 2018-04-30

void check_tree(const Query& query) {
  const std::string printed = to_string(query);
  EXPECT_EQ(printed.find_first_of("\n\x01"), std::string::npos);
  const std::string text = to_query_text(query);
  const auto again = parse_query(text, kToday);
  ASSERT_TRUE(again) << text << ": " << again.error().message;
  EXPECT_EQ(to_string(*again), printed) << text;
  const Shape whole = shape(query);
  EXPECT_LE(whole.depth, kMaxQueryDepth);
  EXPECT_LE(whole.leaves, kMaxQueryLeaves);
  for (const FacetFilter& filter : split_filters(query).filters) {
    EXPECT_FALSE(filter.choices.empty());
  }
}

// Whether it was accepted.
bool check(const std::string& text, const SavedQueries& saved) {
  const auto query = parse_query(text, kToday, saved);
  if (!query) {
    EXPECT_FALSE(query.error().message.empty());
    EXPECT_FALSE(query.error().hint.empty());
    EXPECT_GE(query.error().column, 1U);
    EXPECT_LE(query.error().column, text.size() + 1);
    return false;
  }
  check_tree(*query);
  return true;
}

// NEWSDEX_SEED has another hundred thousand.
TEST(RandomQueries, AreRefusedOrWithinTheLimits) {
  RandomQueries queries(random_seed());
  const SavedQueries saved = {{"x", "ban OR \"app store\""}, {"y", "query:x -title:a"}};
  std::size_t accepted = 0;
  constexpr std::size_t kQueries = 100'000;
  for (std::size_t i = 0; i < kQueries; ++i) {
    const std::string text = queries.next();
    if (check(text, saved)) ++accepted;
    if (HasFailure()) FAIL() << "query " << i << ": " << text;
  }
  EXPECT_GT(accepted, kQueries / 5) << "the queries are too broken to test much";
  EXPECT_LT(accepted, kQueries);
}

}  // namespace
}  // namespace newsdex::testing
