#include "text/escape.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

using namespace std::literals;

struct EscapeCase {
  std::string_view name;
  std::string_view input;
  std::string_view expected;
};

constexpr EscapeCase kShownAsItIs[] = {
    {"nothing", "", ""},
    {"ascii", "A ~plain~ [text] \\x1B", "A ~plain~ [text] \\x1B"},
    {"Latin with marks", "na\u00EFve e\u0301", "na\u00EFve e\u0301"},
    {"Persian with ZWNJ", "\u0645\u06CC\u200C\u0631\u0648\u062F",
     "\u0645\u06CC\u200C\u0631\u0648\u062F"},
    {"Hebrew with points and cantillation", "\u05E9\u05BC\u05C1\u05B8\u05BD\u0591",
     "\u05E9\u05BC\u05C1\u05B8\u05BD\u0591"},
    {"Hindi with ZWJ", "\u0915\u094D\u200D\u0937", "\u0915\u094D\u200D\u0937"},
    {"emoji family", "\U0001F468\u200D\U0001F469\u200D\U0001F467",
     "\U0001F468\u200D\U0001F469\u200D\U0001F467"},
    {"emoji by variation selector", "\u2764\uFE0F", "\u2764\uFE0F"},
    {"flag", "\U0001F1EE\U0001F1F7", "\U0001F1EE\U0001F1F7"},
    {"Han with its variant chosen", "\u845B\U000E0100", "\u845B\U000E0100"},
    {"Arabic end of ayah has a glyph", "\u06DD\u0661", "\u06DD\u0661"},
    {"no-break and ideographic space", "a\u00A0b\u3000c", "a\u00A0b\u3000c"},
    {"private use", "\uE000", "\uE000"},
    {"replacement character", "\uFFFD", "\uFFFD"},
};

constexpr EscapeCase kMadeVisible[] = {
    {"marks that are stacked", "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u20DD e\u0301",
     "a\u0301\u0302\u0303\u0304\u0305\u0306\\u{0307}\u2026 e\u0301"},
    {"joiners between them", "a\u0301\u200D\u0302\u0303\u200C\u0304\u0305\u0306\u200D\u0307",
     "a\u0301\u200D\u0302\u0303\u200C\u0304\u0305\u0306\u200D\\u{0307}"},
    {"joiners after too many of them",
     "a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u200D\u200C\u0308\u200D\u200D\u0309\u200Db",
     "a\u0301\u0302\u0303\u0304\u0305\u0306\\u{0307}\u2026b"},
    {"line feed and tab are spaces", "a\nb\tc", "a b c"},
    {"carriage return", "a\rb", R"(a\x0Db)"},
    {"NUL", "a\0b"sv, R"(a\x00b)"},
    {"colour", "\x1B[31mred\x1B[0m", R"(\x1B[31mred\x1B[0m)"},
    {"window title", "\x1B]0;owned\x07", R"(\x1B]0;owned\x07)"},
    {"hyperlink", "\x1B]8;;http://e.example/\x1B\\link\x1B]8;;\x1B\\",
     R"(\x1B]8;;http://e.example/\x1B\link\x1B]8;;\x1B\)"},
    {"backspace and delete", "a\b\x7F", R"(a\x08\x7F)"},
    {"C1 control sequence introducer", "\u009B31m", R"(\x9B31m)"},
    {"C1 next line", "\u0085", R"(\x85)"},
    {"first and last C1", "\u0080\u009F", R"(\x80\x9F)"},
    {"bare byte 9B",
     "\x9B"
     "31m",
     "\uFFFD31m"},
    {"embeddings and overrides", "\u202A\u202B\u202C\u202D\u202E",
     R"(\u{202A}\u{202B}\u{202C}\u{202D}\u{202E})"},
    {"isolates", "\u2066\u2067\u2068\u2069", R"(\u{2066}\u{2067}\u{2068}\u{2069})"},
    {"direction marks", "\u200E\u200F\u061C", R"(\u{200E}\u{200F}\u{061C})"},
    {"zero width space and word joiner", "\u200B\u2060", R"(\u{200B}\u{2060})"},
    {"byte order mark", "\uFEFFtext", R"(\u{FEFF}text)"},
    {"soft hyphen", "co\u00ADop", R"(co\u{00AD}op)"},
    {"line and paragraph separator", "\u2028\u2029", R"(\u{2028}\u{2029})"},
    {"tags", "\U000E0001\U000E0041\U000E007F", R"(\u{E0001}\u{E0041}\u{E007F})"},
    {"deprecated format characters", "\u206A\u206F", R"(\u{206A}\u{206F})"},
    {"interlinear annotation", "\uFFF9\uFFFB", R"(\u{FFF9}\u{FFFB})"},
    {"Hangul filler looks like nothing", "\u3164\u115F", R"(\u{3164}\u{115F})"},
    {"noncharacters", "\uFFFE\uFDD0\U0010FFFF", R"(\u{FFFE}\u{FDD0}\u{10FFFF})"},
    {"overlong escape character", "\xC0\x9B[31m", "\uFFFD\uFFFD[31m"},
    {"lone surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
    {"cut character", "a\xE2\x82", "a\uFFFD"},
};

TEST(EscapeForTerminal, LeavesReadableTextAlone) {
  for (const EscapeCase& c : kShownAsItIs) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(escape_for_terminal(c.input), c.expected);
  }
}

TEST(EscapeForTerminal, MakesHostileTextVisible) {
  for (const EscapeCase& c : kMadeVisible) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(escape_for_terminal(c.input), c.expected);
  }
}

TEST(EscapeForTerminal, IsUnchangedWhenAppliedTwice) {
  for (const EscapeCase& c : kMadeVisible) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(escape_for_terminal(c.expected), c.expected);
  }
}

bool drives_a_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

TEST(EscapeForTerminal, LetsNoControlThroughWhateverTheBytes) {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      const char bytes[] = {static_cast<char>(first), static_cast<char>(second), 'z'};
      const std::string shown = escape_for_terminal({bytes, sizeof bytes});
      ASSERT_TRUE(is_valid_utf8(shown)) << first << ' ' << second;
      for (std::size_t at = 0; at < shown.size();) {
        const CodePoint point = decode(shown, at);
        ASSERT_FALSE(drives_a_terminal(point.value)) << first << ' ' << second;
        at += point.length;
      }
    }
  }
}

TEST(VisibleEscape, IsEmptyForWhatMayBeShown) {
  for (const char32_t c :
       {U' ', U'a', U'~', U'\u00E9', U'\u200C', U'\u200D', U'\u4E2D', U'\uFE0F'}) {
    EXPECT_EQ(visible_escape(c), "") << static_cast<std::uint32_t>(c);
  }
}

TEST(VisibleEscape, CoversLineFeedAndTabToo) {
  EXPECT_EQ(visible_escape(U'\n'), "\\x0A");
  EXPECT_EQ(visible_escape(U'\t'), "\\x09");
}

TEST(VisibleEscape, EscapesWhatIsNoCharacterAtAll) {
  EXPECT_EQ(visible_escape(static_cast<char32_t>(0xD800)), "\\u{D800}");
}

}  // namespace
}  // namespace newsdex
