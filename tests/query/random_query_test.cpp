// Whatever is typed, the parser either refuses it with a reason or gives a tree within its limits.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <span>
#include <string>

#include "newsdex/query.hpp"
#include "query/facet_filters.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kParts[] = {
    "ban",
    "a",
    "5",
    " ",
    " ",
    " ",
    "(",
    ")",
    "\"",
    "“",
    "”",
    "«",
    "»",
    "-",
    "--",
    "NOT ",
    " AND ",
    " OR ",
    "actor:",
    "title:",
    "date:",
    "year:",
    "org:(",
    "2018",
    "2018-04",
    "..",
    "none",
    "plat:",
    ":",
    "://",
    "&",
    "*",
    "~",
    "\\",
    "'",
    "é",
    "ویراستی",
    "\u200c",
    "\u00a0",
    "\x01",
    "\xff",
    "\xe2\x80",
    "😀",
    "Azari-Jahromi",
    "month:2018-04",
    "platform:\"two words\"",
};

constexpr std::string_view kSeeds[] = {
    R"(ban OR "app store" -title:(a OR b) actor:"Sara Noor")",
    R"((a AND (b c) OR NOT d) date:2018-04..2018-06 platform:(x y -z))",
    R"(«ü b» source:bbc:news -(lang:fa OR lang:en) year:2018)",
};

class RandomQueries {
 public:
  std::string assembled() {
    std::string text;
    for (std::size_t left = below(40); left > 0; --left) text += any(kParts);
    return text;
  }

  std::string mutated() {
    std::string text(any(kSeeds));
    for (std::size_t left = 1 + below(6); left > 0; --left) {
      const std::size_t at = below(text.size() + 1);
      const std::size_t length = std::min(below(4), text.size() - at);
      text.replace(at, length, below(2) == 0 ? any(kParts) : std::string_view());
    }
    return text;
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string_view any(std::span<const std::string_view> choices) {
    return choices[below(choices.size())];
  }

  std::mt19937 random_{20180430};
};

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
  if (const auto* both = std::get_if<AndQuery>(&query.node)) {
    EXPECT_GE(both->operands.size(), 2U);
    return shape(std::span(both->operands));
  }
  if (const auto* either = std::get_if<OrQuery>(&query.node)) {
    EXPECT_GE(either->operands.size(), 2U);
    return shape(std::span(either->operands));
  }
  if (const auto* negated = std::get_if<NotQuery>(&query.node)) {
    EXPECT_EQ(negated->operand.size(), 1U);
    return shape(std::span(negated->operand));
  }
  return {1, 1};
}

// Whether it was accepted.
bool check(const std::string& text) {
  const auto query = parse_query(text);
  if (!query) {
    EXPECT_FALSE(query.error().message.empty());
    EXPECT_FALSE(query.error().hint.empty());
    EXPECT_GE(query.error().column, 1U);
    EXPECT_LE(query.error().column, text.size() + 1);
    return false;
  }
  const std::string printed = to_string(*query);
  EXPECT_EQ(printed, to_string(parse_query(text).value()));
  EXPECT_EQ(printed.find_first_of("\n\x01"), std::string::npos);
  const Shape whole = shape(*query);
  EXPECT_LE(whole.depth, kMaxQueryDepth);
  EXPECT_LE(whole.leaves, kMaxQueryLeaves);
  for (const FacetFilter& filter : split_filters(*query).filters) {
    EXPECT_FALSE(filter.values.empty());
  }
  return true;
}

TEST(RandomQueries, AreRefusedOrWithinTheLimits) {
  RandomQueries queries;
  std::size_t accepted = 0;
  constexpr std::size_t kRounds = 10'000;
  for (std::size_t round = 0; round < kRounds; ++round) {
    for (const std::string& text : {queries.assembled(), queries.mutated()}) {
      SCOPED_TRACE(text);
      if (check(text)) ++accepted;
      if (testing::Test::HasFailure()) return;
    }
  }
  EXPECT_GT(accepted, kRounds / 20) << "the queries are too broken to test much";
  EXPECT_LT(accepted, 2 * kRounds);
}

}  // namespace
}  // namespace newsdex
