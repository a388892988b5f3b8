#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "newsdex/query.hpp"

namespace newsdex {
namespace {

using ::testing::HasSubstr;

constexpr std::size_t kMaxBytes = std::size_t{64} * 1024;

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

QueryError refusal(const std::string& text) {
  const auto query = parse_query(text);
  return query ? QueryError{"accepted", "", 0} : query.error();
}

TEST(QueryLimits, ParenthesesNestToTheLimit) {
  EXPECT_TRUE(parse_query(repeated("(", kMaxQueryDepth) + "a" + repeated(")", kMaxQueryDepth)));
  const QueryError error =
      refusal(repeated("(", kMaxQueryDepth + 1) + "a" + repeated(")", kMaxQueryDepth + 1));
  EXPECT_THAT(error.message, HasSubstr("64 levels"));
  EXPECT_EQ(error.column, kMaxQueryDepth + 1);
}

TEST(QueryLimits, NegationsNestToTheLimit) {
  EXPECT_TRUE(parse_query(repeated("NOT ", kMaxQueryDepth) + "a"));
  EXPECT_THAT(refusal(repeated("NOT ", kMaxQueryDepth + 1) + "a").message, HasSubstr("64 levels"));
  EXPECT_THAT(refusal(repeated("-(", 33) + "a" + repeated(")", 33)).message,
              HasSubstr("64 levels"));
}

TEST(QueryLimits, TheTreeIsNoDeeperThanTheLimit) {
  // Each parenthesis adds a disjunction and a conjunction.
  const auto nested = [](std::size_t levels) {
    return repeated("(a (b OR ", levels) + "c" + repeated("))", levels);
  };
  EXPECT_TRUE(parse_query(nested(31)));
  EXPECT_THAT(refusal(nested(32)).message, HasSubstr("64 levels"));
  const std::string in_one = repeated("(a OR b AND c ", 32) + "d" + repeated(")", 32);
  EXPECT_THAT(refusal(in_one).message, HasSubstr("64 levels"));
}

TEST(QueryLimits, LeavesAreCounted) {
  EXPECT_TRUE(parse_query(repeated("a ", kMaxQueryLeaves)));
  EXPECT_TRUE(parse_query(repeated("a & ", kMaxQueryLeaves)));
  const QueryError error = refusal(repeated("a ", kMaxQueryLeaves) + "b");
  EXPECT_THAT(error.message, HasSubstr("256"));
  EXPECT_THAT(error.message, HasSubstr("`b`"));
  EXPECT_EQ(error.column, 2 * kMaxQueryLeaves + 1);
  EXPECT_THAT(refusal("actor:(" + repeated("a ", kMaxQueryLeaves + 1) + ")").message,
              HasSubstr("256"));
}

TEST(QueryLimits, PhraseWordsAreCounted) {
  EXPECT_TRUE(parse_query("\"" + repeated(" don't", kMaxPhraseWords) + "\""));
  const QueryError error = refusal("x \"" + repeated("a ", kMaxPhraseWords + 1) + "\"");
  EXPECT_THAT(error.message, HasSubstr("longer than 32 words"));
  EXPECT_EQ(error.column, 3U);
  EXPECT_THAT(refusal("title:\"" + repeated("a ", kMaxPhraseWords + 1) + "\"").message,
              HasSubstr("longer than 32 words"));
  EXPECT_THAT(refusal(repeated("a-", 1000) + "b").message, HasSubstr("longer than 32 words"));
}

TEST(QueryLimits, LongInputIsRefused) {
  EXPECT_TRUE(parse_query(std::string(kMaxBytes, ' ')));
  EXPECT_TRUE(parse_query(std::string(kMaxBytes, 'a')));
  EXPECT_THAT(refusal(std::string(kMaxBytes + 1, 'a')).message, HasSubstr("65536 bytes"));
}

TEST(QueryLimits, LongRunsAreRefusedWithoutDeepRecursion) {
  for (const std::string_view part : {"(", ")", "-", "- ", "-(", "NOT ", "NOT(", "OR ", "a OR ",
                                      "actor:(", "actor: ", "\"", "“", "a (", "a:", "\xc2"}) {
    SCOPED_TRACE(part);
    EXPECT_FALSE(parse_query(repeated(part, 100'000)));
    EXPECT_FALSE(parse_query(repeated(part, kMaxBytes / part.size() - 1) + part[0]));
  }
}

}  // namespace
}  // namespace newsdex
