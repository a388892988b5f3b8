#include "text/utf8.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace newsdex {
namespace {

using namespace std::literals;

struct DecodeCase {
  std::string_view name;
  std::string_view bytes;
  char32_t value;
  std::uint32_t length;
  bool valid;
};

constexpr DecodeCase kDecodeCases[] = {
    {"nul", "\0"sv, 0, 1, true},
    {"ascii", "a", U'a', 1, true},
    {"two bytes", "\u00E9", 0xE9, 2, true},
    {"three bytes", "\u0631", 0x631, 2, true},
    {"replacement itself is valid", "\uFFFD", kReplacement, 3, true},
    {"noncharacter is valid", "\uFFFF", 0xFFFF, 3, true},
    {"last code point", "\U0010FFFF", 0x10FFFF, 4, true},
    {"lone trail byte", "\x80", kReplacement, 1, false},
    {"bytes never used", "\xFF", kReplacement, 1, false},
    {"overlong slash", "\xC0\xAF", kReplacement, 1, false},
    {"overlong NUL of three bytes", "\xE0\x80\x80", kReplacement, 1, false},
    {"overlong of four bytes", "\xF0\x82\x82\xAC", kReplacement, 1, false},
    {"high surrogate", "\xED\xA0\x80", kReplacement, 1, false},
    {"low surrogate", "\xED\xBF\xBF", kReplacement, 1, false},
    {"above the last code point", "\xF4\x90\x80\x80", kReplacement, 1, false},
    {"five byte form", "\xF8\x88\x80\x80\x80", kReplacement, 1, false},
    {"cut after one byte", "\xE2", kReplacement, 1, false},
    {"cut after two bytes", "\xE2\x82", kReplacement, 2, false},
    {"cut by another character",
     "\xE2\x82"
     "a",
     kReplacement, 2, false},
};

TEST(Decode, GivesCodePointLengthAndValidity) {
  for (const DecodeCase& c : kDecodeCases) {
    SCOPED_TRACE(c.name);
    const CodePoint point = decode(c.bytes, 0);
    EXPECT_EQ(point.value, c.value);
    EXPECT_EQ(point.length, c.length);
    EXPECT_EQ(point.valid, c.valid);
    EXPECT_EQ(is_valid_utf8(c.bytes), c.valid && c.length == c.bytes.size());
  }
}

TEST(Decode, StartsWhereItIsTold) {
  EXPECT_EQ(decode("a\u00E9", 1).value, 0xE9U);
  EXPECT_FALSE(decode("a\u00E9", 2).valid);
}

TEST(Decode, DoesNotReadBeyondTheView) {
  const std::string_view cut = "\u20AC"sv.substr(0, 2);
  EXPECT_FALSE(decode(cut, 0).valid);
  EXPECT_EQ(decode(cut, 0).length, 2U);
}

TEST(AppendUtf8, IsTheInverseOfDecode) {
  for (const char32_t c :
       {U'\0', U'a', U'\u07FF', U'\u0800', U'\uFFFF', U'\U00010000', U'\U0010FFFF'}) {
    std::string text = "x";
    append_utf8(text, c);
    const CodePoint point = decode(text, 1);
    EXPECT_TRUE(point.valid);
    EXPECT_EQ(point.value, c);
    EXPECT_EQ(point.length, text.size() - 1);
  }
}

struct TextCase {
  std::string_view input;
  std::string_view expected;
};

// The short way for short characters against the one that takes all.
TEST(Decode, IsTheSameTheShortWay) {
  for (unsigned bytes = 0; bytes < 0x10000; ++bytes) {
    const std::string text = {static_cast<char>(bytes >> 8U), static_cast<char>(bytes & 0xFFU),
                              'a'};
    for (std::size_t size = 1; size <= text.size(); ++size) {
      const std::string_view cut = std::string_view(text).substr(0, size);
      const CodePoint point = decode(cut, 0);
      const CodePoint expected = decode_long(cut, 0);
      ASSERT_EQ(point.value, expected.value) << bytes;
      ASSERT_EQ(point.length, expected.length) << bytes;
      ASSERT_EQ(point.valid, expected.valid) << bytes;
    }
  }
}

TEST(ToValidUtf8, ReplacesEachIllFormedSequenceOnce) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {"plain", "plain"},
      {"\u0631\u0648\u062D", "\u0631\u0648\u062D"},
      {"a\0b"sv, "a\0b"sv},
      {"a\xFFz", "a\uFFFDz"},
      {"\xE2\x82", "\uFFFD"},
      {"\xE2\x82\xE2\x82\xAC", "\uFFFD\u20AC"},
      {"\xC0\xAF", "\uFFFD\uFFFD"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
  };
  for (const TextCase& c : kCases) {
    SCOPED_TRACE(c.expected);
    EXPECT_EQ(to_valid_utf8(c.input), c.expected);
    EXPECT_TRUE(is_valid_utf8(to_valid_utf8(c.input)));
  }
}

TEST(SingleSpaced, LeavesOneSpaceOfARun) {
  EXPECT_EQ(single_spaced("Firuz \t\r\n Zand"), "Firuz Zand");
  EXPECT_EQ(single_spaced(" a\nb "), " a b ");
  EXPECT_EQ(single_spaced(""), "");
}

TEST(Utf8, ReplacesOneBadByteWhereverItStands) {
  const std::string text = "Telegram was banned on Monday";
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const std::string before = text.substr(0, at);
    EXPECT_EQ(to_valid_utf8(before + '\xE9' + text.substr(at)),
              before + "\uFFFD" + text.substr(at));
  }
}

struct CutCase {
  std::string_view text;
  std::size_t max_bytes;
  std::string_view expected;
};

TEST(CutToBytes, NeverEndsInsideACharacter) {
  constexpr CutCase kCases[] = {
      {"abc", 3, "abc"},     {"abc", 9, "abc"},          {"abc", 2, "ab"},     {"abc", 0, ""},
      {"", 0, ""},           {"a\u20ACb", 4, "a\u20AC"}, {"a\u20ACb", 3, "a"}, {"a\u20ACb", 2, "a"},
      {"\U0001F600", 3, ""}, {"\x80\x80\x80", 2, ""},
  };
  for (const CutCase& c : kCases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(cut_to_bytes(c.text, c.max_bytes), c.expected);
  }
}

TEST(TrimSpaces, TakesAsciiSpaceFromBothEnds) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {" \t\r\n\f\v", ""},
      {"  a b\n", "a b"},
      {"\u00A0a", "\u00A0a"},
  };
  for (const TextCase& c : kCases) EXPECT_EQ(trim_spaces(c.input), c.expected);
}

TEST(AsciiLower, LeavesOtherScriptsAlone) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {"AZaz09[@`{", "azaz09[@`{"},
      {"\u00C9COLE", "\u00C9cole"},
      {"\xFF\x80Q", "\xFF\x80q"},
  };
  for (const TextCase& c : kCases) EXPECT_EQ(ascii_lower(c.input), c.expected);
}

TEST(CountCharacters, CountsNoByteThatGoesOn) {
  EXPECT_EQ(count_characters(""), 0U);
  EXPECT_EQ(count_characters("ab"), 2U);
  EXPECT_EQ(count_characters("a\u00E9\u0631\u4E2D\U0001F600"), 5U);
  // Bytes are counted eight at once, and the rest one by one.
  for (std::size_t characters = 0; characters < 20; ++characters) {
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) text += "\u00E9";
    EXPECT_EQ(count_characters(text), characters);
    EXPECT_EQ(count_characters("a" + text + "b"), characters + 2);
    EXPECT_EQ(count_characters(std::string_view(text + "\xFF")), characters + 1);
  }
}

}  // namespace
}  // namespace newsdex
