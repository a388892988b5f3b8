#include "dates/text_top.hpp"

#include <gtest/gtest.h>

#include <string>

#include "dates/context.hpp"

namespace newsdex {
namespace {

TEST(TextTop, KnowsTheFirstLinesAndWhichOfThemFollowProse) {
  const TextTop top("  Title\n\nBy Jane Doe\nIt rained all day.\nlast");
  ASSERT_EQ(top.lines().size(), 5U);
  EXPECT_EQ(top.lines()[0].begin, 2U);
  EXPECT_EQ(top.lines()[1].size(), 0U);
  EXPECT_FALSE(top.lines()[3].below_prose);
  EXPECT_TRUE(top.lines()[4].below_prose);
  EXPECT_EQ(top.line_of(0), top.lines().data());
  EXPECT_EQ(top.line_of(42), &top.lines()[4]);
}

TEST(TextTop, EndsAfterSomeLines) {
  const std::string text(20, '\n');
  const TextTop top(text);
  EXPECT_EQ(top.lines().size(), TextTop::kMostLines);
  EXPECT_EQ(top.line_of(15), nullptr);
  EXPECT_EQ(TextTop("").lines().size(), 1U);
}

TEST(TextTop, GivesWhatStandsBesideAPlace) {
  const TextTop top("TEHRAN, April 30 (AFP) - He spoke\nand left");
  const auto [before, after] = top.around(8, 16);
  EXPECT_EQ(before, "TEHRAN,");
  EXPECT_EQ(after, "(AFP) - He spoke");
}

// What is looked at for each of a line's dates must not grow with the line.
TEST(TextTop, LooksAtNoMoreOfALongLineThanOfAShortOne) {
  for (const std::size_t dates : {1'000U, 100'000U}) {
    std::string text;
    for (std::size_t i = 0; i < dates; ++i) text += "Monday, ";
    const TextTop top(text);
    for (std::size_t at = 0; at + 6 < text.size(); at += text.size() / 100) {
      const auto [before, after] = top.around(at, at + 6);
      EXPECT_LE(before.size() + after.size(), 2 * TextTop::kMostBytes);
      EXPECT_EQ(before.size() > TextTop::kShortLineBytes, at > TextTop::kShortLineBytes + 1) << at;
    }
  }
}

TEST(ParagraphCursor, FindsWhereParagraphsBegin) {
  ParagraphCursor cursor("one\n\ntwo\n\n\nthree\nfour");
  EXPECT_EQ(cursor.begin_of(0), 0U);
  EXPECT_EQ(cursor.begin_of(2), 0U);
  EXPECT_EQ(cursor.begin_of(5), 4U);
  EXPECT_EQ(cursor.begin_of(18), 10U);
  EXPECT_EQ(cursor.begin_of(21), 10U);
}

}  // namespace
}  // namespace newsdex
