// The segmenter against ICU itself.
#include "analysis/word_segmenter.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "analysis/interesting_text.hpp"

namespace newsdex {
namespace {

using Words = std::vector<std::pair<std::size_t, std::size_t>>;

class Segmenters {
 public:
  Words ours(std::string_view text) {
    Words out;
    segmenter_.start(text);
    for (SegmentedWord word; segmenter_.next(word);) out.emplace_back(word.begin, word.end);
    return out;
  }

  Words icus(std::string_view text) {
    Words out;
    icu_.start(text);
    for (IcuSegment segment; icu_.next(segment);) {
      if (segment.is_word) out.emplace_back(segment.begin, segment.end);
    }
    return out;
  }

  // False, with the text's bytes as a failure, where they disagree.
  bool agree_on(std::string_view text) {
    if (ours(text) == icus(text)) return true;
    std::string bytes;
    for (const char c : text) bytes += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    ADD_FAILURE() << bytes << "\nours " << testing::PrintToString(ours(text)) << "\nICU's "
                  << testing::PrintToString(icus(text));
    return false;
  }

 private:
  WordSegmenter segmenter_;
  IcuWords icu_;
};

// All texts of `length` characters of the first `count`.
template <typename Use>
bool for_each_text(std::size_t count, int length, Use use, const std::string& text = {}) {
  if (length == 0) return use(text);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string longer = text + std::string(kInterestingCharacters[i]);
    if (!for_each_text(count, length - 1, use, longer)) return false;
  }
  return true;
}

TEST(WordSegmenter, AgreesWithIcuOnAllTriples) {
  Segmenters segmenters;
  for (int length = 0; length <= 3; ++length) {
    for_each_text(kInterestingCharacters.size(), length,
                  [&](const std::string& text) { return segmenters.agree_on(text); });
  }
}

TEST(WordSegmenter, AgreesWithIcuOnAllQuadruplesOfClasses) {
  Segmenters segmenters;
  for_each_text(kDistinct, 4, [&](const std::string& text) { return segmenters.agree_on(text); });
}

TEST(WordSegmenter, AgreesWithIcuOnRandomTexts) {
  Segmenters segmenters;
  std::mt19937 random(20180430);
  for (int round = 0; round < 20000; ++round) {
    if (!segmenters.agree_on(random_text(random, random() % 40))) return;
  }
}

TEST(WordSegmenter, AgreesWithIcuOnEveryCharacterBetweenOthers) {
  Segmenters segmenters;
  for (char32_t c = 1; c < 0x110000; ++c) {
    // Beyond the scripts in use come private and unassigned characters only.
    if (c == 0x20000) c = 0xE0000;
    if (c == 0xE1000) break;
    std::string character;
    append_utf8(character, c);
    if (!segmenters.agree_on("a" + character + "a1" + character + "1" + character)) return;
  }
}

TEST(WordSegmenter, TakesATextBackFromIcu) {
  Segmenters segmenters;
  for (const std::string_view text :
       {"\u4E16\u754C news of 3.5 \u4E16\u754C", "a\u0E44\u0E17\u0E22b c\u0E44\u0E17\u0E22",
        "\uD55C\uAD6D \uB300\ud1b5\ub839 Moon's", "\u4E16 \u0301a", "\u4E16  a \u200D\u24C2"}) {
    segmenters.agree_on(text);
  }
}

// Of three flags' letters two make a pair, and the third is joined with what follows it.
TEST(WordSegmenter, PairsRegionalIndicators) {
  Segmenters segmenters;
  std::string text;
  for (int i = 0; i < 6; ++i) {
    text += "\U0001F1EE";
    segmenters.agree_on(text + "\u200D\u24C2");
  }
}

// The words that need no second look, by their first letters.
TEST(WordSegmenter, TellsWordsWithSignsWithin) {
  WordSegmenter segmenter;
  std::string plain;
  segmenter.start("a b's caf\u00E9 d_d e.e 3,4 ghi\u2019s hij\u0301");
  const std::string_view text = "a b's caf\u00E9 d_d e.e 3,4 ghi\u2019s hij\u0301";
  for (SegmentedWord word; segmenter.next(word);) {
    if (word.is_plain) plain += text[word.begin];
  }
  EXPECT_EQ(plain, "ach");
}

}  // namespace
}  // namespace newsdex
