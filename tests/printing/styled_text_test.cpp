#include "printing/styled_text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/display_width.hpp"

namespace newsdex {
namespace {

constexpr bool kColor = true;
constexpr bool kPlain = false;

std::string wrapped(const StyledText& text, int width, std::size_t max_lines, bool color) {
  std::string out;
  for (const StyledLine& line : text.wrap(width, max_lines)) {
    if (!out.empty()) out += '/';
    out += text.render(line, color);
  }
  return out;
}

std::string wrapped(std::string_view prose, int width, std::size_t max_lines) {
  StyledText text;
  text.append(prose);
  return wrapped(text, width, max_lines, kPlain);
}

struct WrapCase {
  std::string_view name;
  std::string_view prose;
  int width;
  std::size_t max_lines;
  std::string_view expected;
};

constexpr WrapCase kWrapCases[] = {
    {"nothing", "", 10, 3, ""},
    {"only spaces", " \n\t ", 10, 3, ""},
    {"fits exactly", "one two", 7, 3, "one two"},
    {"between words", "one two three", 7, 3, "one two/three"},
    {"spaces at the end do not cut", "one two   ", 7, 1, "one two"},
    {"runs of spaces become one", "  one \n\n two", 10, 3, "one two"},
    {"a word too long is broken", "abcdefghij k", 4, 5, "abcd/efgh/ij k"},
    {"a long word begins its own line", "a bcdefgh", 4, 5, "a/bcde/fgh"},
    {"cut after a word", "one two three four", 8, 1, "one two\u2026"},
    {"cut inside a word too long", "abcdefghij", 4, 1, "abc\u2026"},
    {"cut on the last line only", "one two three four", 7, 2, "one two/three\u2026"},
    {"no lines", "one", 7, 0, ""},
    {"width of one", "ab", 1, 5, "a/b"},
    {"cut to a width of one", "ab", 1, 1, "\u2026"},
    {"unlimited", "one two three", kUnlimitedWidth, 1, "one two three"},
    {"Han breaks anywhere", "\u4E2D\u6587\u65B0\u805E", 5, 3, "\u4E2D\u6587/\u65B0\u805E"},
    {"Han is cut by columns", "\u4E2D\u6587\u65B0\u805E", 6, 1, "\u4E2D\u6587\u2026"},
    {"wider than the line", "\u4E2D\u6587", 1, 5, "\u4E2D/\u6587"},
    {"a cluster is not torn", "xx \U0001F468\u200D\U0001F469\u200D\U0001F467", 4, 3,
     "xx/\U0001F468\u200D\U0001F469\u200D\U0001F467"},
    {"a mark stays with its letter", "abce\u0301f", 4, 3, "abce\u0301/f"},
    {"a conjunct stays in its word", "x \u0938\u094D\u0924\u0930", 4, 3,
     "x/\u0938\u094D\u0924\u0930"},
    {"controls are escaped", "a\x1B[1m", 20, 1, "a\\x1B[1m"},
    {"escapes count as columns", "\x1B\x1B", 4, 3, "\\x1B/\\x1B"},
};

TEST(StyledText, WrapsProse) {
  for (const WrapCase& c : kWrapCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(wrapped(c.prose, c.width, c.max_lines), c.expected);
  }
}

TEST(StyledText, LinesHaveTheWidthTheySay) {
  for (const WrapCase& c : kWrapCases) {
    SCOPED_TRACE(c.name);
    StyledText text;
    text.append(c.prose);
    for (const StyledLine& line : text.wrap(c.width, c.max_lines)) {
      EXPECT_EQ(display_width(text.render(line, kPlain)), line.width);
    }
  }
}

TEST(StyledText, VerbatimKeepsSpacesAndBreaksAnywhere) {
  StyledText text(Flow::verbatim);
  text.append("a  b/c d.txt");
  EXPECT_EQ(wrapped(text, 5, 9, kPlain), "a  b//c d.t/xt");
}

TEST(StyledText, MarksAreColouredOnEveryLineTheyTake) {
  StyledText text;
  const std::vector<ByteRange> marks = {{4, 11}};
  text.append_marked("not one two now", marks, Ink::plain, Ink::mark);
  EXPECT_EQ(wrapped(text, 8, 3, kColor), "not \x1B[1;31mone\x1B[0m/\x1B[1;31mtwo\x1B[0m now");
  EXPECT_EQ(wrapped(text, 8, 3, kPlain), "not one/two now");
}

TEST(StyledText, MarksFollowTheTextWhenItIsEscaped) {
  StyledText text;
  const std::vector<ByteRange> marks = {{4, 7}};
  text.append_marked("\x1B\u202Eban\n", marks, Ink::plain, Ink::mark);
  EXPECT_EQ(wrapped(text, 80, 1, kColor), "\\x1B\\u{202E}\x1B[1;31mban\x1B[0m");
}

TEST(StyledText, AMarkThatEndsInsideAClusterTakesAllOfIt) {
  StyledText text;
  const std::vector<ByteRange> marks = {{0, 1}};
  text.append_marked("e\u0301x", marks, Ink::plain, Ink::mark);
  EXPECT_EQ(wrapped(text, 80, 1, kColor), "\x1B[1;31me\u0301\x1B[0mx");
}

TEST(StyledText, AMarkInsideACharacterShowsNoBrokenText) {
  StyledText text;
  const std::vector<ByteRange> marks = {{1, 2}};
  text.append_marked("\u20AC", marks, Ink::plain, Ink::mark);
  EXPECT_EQ(wrapped(text, 80, 1, kPlain), "\uFFFD\uFFFD\uFFFD");
}

TEST(StyledText, RightToLeftValuesAreIsolatedOnEveryLine) {
  StyledText text;
  text.append("\u062A\u0647\u0631\u0627\u0646 \u0634\u0647\u0631");
  EXPECT_EQ(wrapped(text, 6, 3, kPlain),
            "\u2067\u062A\u0647\u0631\u0627\u0646\u2069/\u2067\u0634\u0647\u0631\u2069");
}

TEST(StyledText, EachValueHasItsOwnDirection) {
  StyledText text;
  text.append("Desk");
  text.append(", ");
  text.append("\u0634\u0647\u0631");
  text.append(", ");
  text.append("see \u0634\u0647\u0631");
  EXPECT_EQ(wrapped(text, 80, 1, kPlain),
            "Desk, \u2067\u0634\u0647\u0631\u2069, \u2066see \u0634\u0647\u0631\u2069");
}

TEST(StyledText, ColourAndOmissionStayInsideTheIsolate) {
  StyledText text;
  text.append("\u0634\u0647\u0631\u0634\u0647\u0631", Ink::title);
  EXPECT_EQ(wrapped(text, 4, 1, kColor), "\u2067\x1B[1m\u0634\u0647\u0631\u2026\x1B[0m\u2069");
}

TEST(StyledText, AnArticleCannotCloseTheIsolate) {
  StyledText text;
  text.append("\u0634\u2069\u0647");
  EXPECT_EQ(wrapped(text, 80, 1, kPlain), "\u2067\u0634\\u{2069}\u0647\u2069");
}

TEST(StyledText, VeryLongValuesAreCut) {
  StyledText text;
  text.append(std::string(kMaxShownBytes + 1, 'x'));
  const std::vector<StyledLine> lines = text.wrap(kUnlimitedWidth, 1);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].width, static_cast<int>(kMaxShownBytes) + 1);
  EXPECT_TRUE(text.render(lines[0], kPlain).ends_with("x\u2026"));
}

TEST(StyledText, MarksWithoutEndOnOneLetterAreCut) {
  std::string text = "a";
  while (text.size() < 4 * kMaxShownBytes) text += "\u0301";
  EXPECT_LT(wrapped(text, 80, 1).size(), kMaxShownBytes + 8);
}

TEST(FitOnLine, PadsNothingAndCutsByColumns) {
  EXPECT_EQ(fit_on_line("Telegram", Ink::plain, 8, kPlain).shown, "Telegram");
  EXPECT_EQ(fit_on_line("Telegram", Ink::plain, 5, kPlain).shown, "Tele\u2026");
  EXPECT_EQ(fit_on_line("\u4E2D\u6587\u65B0", Ink::plain, 4, kPlain).shown, "\u4E2D\u2026");
  EXPECT_EQ(fit_on_line("\u4E2D\u6587\u65B0", Ink::plain, 4, kPlain).width, 3);
  EXPECT_EQ(fit_on_line("", Ink::mark, 4, kColor).shown, "");
}

}  // namespace
}  // namespace newsdex
