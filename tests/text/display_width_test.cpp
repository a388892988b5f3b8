#include "text/display_width.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <thread>

namespace newsdex {
namespace {

using namespace std::literals;

struct WidthCase {
  std::string_view name;
  std::string_view text;
  int width;
  std::size_t clusters;
};

constexpr WidthCase kWidthCases[] = {
    {"nothing", "", 0, 0},
    {"ascii", "Tehran 2018", 11, 11},
    {"Latin, composed", "\u00E9", 1, 1},
    {"Latin, combining acute", "e\u0301", 1, 1},
    {"many marks on one letter", "a\u0301\u0302\u0303\u0304", 1, 1},
    {"a mark alone", "\u0301", 0, 1},
    {"ambiguous width is narrow", "\u2026\u00B1", 2, 2},
    {"Persian with ZWNJ", "\u0645\u06CC\u200C\u0631\u0648\u062F", 5, 5},
    {"Arabic with vowel marks", "\u0643\u064E\u062A\u064E\u0628\u064E", 3, 3},
    {"Hindi with vowel sign and virama", "\u0939\u093F\u0928\u094D\u0926\u0940", 3, 2},
    {"Thai with vowel above", "\u0E01\u0E34\u0E19", 2, 2},
    {"Han", "\u4E2D\u6587", 4, 2},
    {"full-width letter", "\uFF21", 2, 1},
    {"half-width katakana", "\uFF71", 1, 1},
    {"Hangul syllable", "\uD55C", 2, 1},
    {"Hangul from jamo", "\u1112\u1161\u11AB", 2, 1},
    {"emoji", "\U0001F600", 2, 1},
    {"emoji family", "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466", 2, 1},
    {"emoji with skin tone", "\U0001F44D\U0001F3FD", 2, 1},
    {"flag", "\U0001F1EE\U0001F1F7", 2, 1},
    {"two flags", "\U0001F1EE\U0001F1F7\U0001F1FA\U0001F1F8", 4, 2},
    {"heart as text", "\u2764", 1, 1},
    {"heart as emoji", "\u2764\uFE0F", 2, 1},
    {"keycap", "1\uFE0F\u20E3", 2, 1},
    {"variation selector on a letter", "a\uFE0F", 1, 1},
    {"isolates take no column", "\u2067\u0631\u2069", 1, 3},
    {"controls take no column", "a\x1B\u009B", 1, 3},
    {"CR LF is one cluster", "\r\n", 0, 1},
    {"tab", "\t", 0, 1},
};

TEST(DisplayWidth, CountsColumns) {
  for (const WidthCase& c : kWidthCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(display_width(c.text), c.width);
  }
}

TEST(Graphemes, FindsWhatAReaderCallsACharacter) {
  for (const WidthCase& c : kWidthCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(graphemes(c.text).size(), c.clusters);
  }
}

TEST(Graphemes, CoverTheTextWithoutGapsAndAddUpToItsWidth) {
  for (const WidthCase& c : kWidthCases) {
    SCOPED_TRACE(c.name);
    std::size_t end = 0;
    int width = 0;
    for (const Grapheme& grapheme : graphemes(c.text)) {
      EXPECT_EQ(grapheme.begin, end);
      EXPECT_LT(grapheme.begin, grapheme.end);
      end = grapheme.end;
      width += grapheme.width;
    }
    EXPECT_EQ(end, c.text.size());
    EXPECT_EQ(width, c.width);
  }
}

TEST(Graphemes, SurviveIllFormedText) {
  for (const std::string_view text :
       {"\xFF\xFE"sv, "a\xE2\x82"sv, "\xED\xA0\x80"sv, "\xC0\xAFz"sv}) {
    const std::vector<Grapheme> found = graphemes(text);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.back().end, text.size());
  }
}

TEST(Graphemes, OneClusterMayBeVeryLong) {
  std::string text = "a";
  for (int i = 0; i < 100'000; ++i) text += "\u0301";
  ASSERT_EQ(graphemes(text).size(), 1U);
  EXPECT_EQ(display_width(text), 1);
}

TEST(DisplayWidth, WorksInEveryThread) {
  int width = 0;
  std::thread([&width] { width = display_width("\u4E2D\U0001F600"); }).join();
  EXPECT_EQ(width, 4);
}

struct DirectionCase {
  std::string_view text;
  bool right_to_left;
};

TEST(IsRightToLeft, FollowsTheFirstStrongCharacter) {
  constexpr DirectionCase kCases[] = {
      {"", false},
      {"12 + 34 \u2026", false},
      {"Tehran \u062A\u0647\u0631\u0627\u0646", false},
      {"\u062A\u0647\u0631\u0627\u0646 Tehran", true},
      {"12, \u00AB\u062A\u0647\u0631\u0627\u0646\u00BB", true},
      {"\u05E9\u05DC\u05D5\u05DD", true},
      {"\u06F1\u06F2 Tehran", false},
      {"\u4E2D\u6587 \u05E9", false},
      {"\xFF\x80", false},
  };
  for (const DirectionCase& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(is_right_to_left(c.text), c.right_to_left);
  }
}

TEST(HasRightToLeft, FindsOneAnywhere) {
  EXPECT_TRUE(has_right_to_left("Tehran \u062A"));
  EXPECT_TRUE(has_right_to_left("\u05E9 Tehran"));
  EXPECT_FALSE(has_right_to_left(""));
  EXPECT_FALSE(has_right_to_left("Tehran \u06F1 \u4E2D \xFF"));
}

}  // namespace
}  // namespace newsdex
