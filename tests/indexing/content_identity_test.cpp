// What makes two articles the same: their words, however the space between them is written.
#include "indexing/content_identity.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

namespace newsdex {
namespace {

ContentHash content_of(const std::string& body) {
  Article article;
  article.date = "2018-04-30";
  article.body = body;
  return ContentHasher().identify(article).content;
}

constexpr std::array<std::string_view, 6> kSpaces = {" ", "\n", "\t", "  ", "\u00A0", "\u2003\r\n"};
constexpr std::array<std::string_view, 6> kLetters = {"a", "Z", "7", "\u00E9", "\u2014", "\u3042"};

// Words of one to twelve characters, so that spaces fall on every place of eight bytes.
std::vector<std::string> random_words(std::mt19937& random) {
  std::vector<std::string> words(random() % 12);
  for (std::string& word : words) {
    for (std::size_t i = random() % 12 + 1; i > 0; --i)
      word += kLetters[random() % 8 < 6 ? random() % 3 : random() % kLetters.size()];
  }
  return words;
}

std::string written(const std::vector<std::string>& words, std::mt19937& random) {
  const auto space = [&] {
    return std::string(random() % 4 != 0 ? " " : kSpaces[random() % kSpaces.size()]);
  };
  std::string text = random() % 2 == 0 ? "" : space();
  for (const std::string& word : words) text += word + space();
  if (!text.empty() && text.back() == ' ' && random() % 2 == 0) text.pop_back();
  return text;
}

TEST(ContentIdentity, IsThatOfTheWordsHoweverTheyAreSpaced) {
  std::mt19937 random(7);
  for (int i = 0; i < 2'000; ++i) {
    const std::vector<std::string> words = random_words(random);
    std::string plain;
    for (const std::string& word : words) plain += (plain.empty() ? "" : " ") + word;
    const std::string spaced = written(words, random);
    EXPECT_EQ(content_of(spaced), content_of(plain)) << "'" << spaced << "' and '" << plain << "'";
    if (words.empty()) continue;
    EXPECT_NE(content_of(spaced + "x"), content_of(plain)) << spaced;
    EXPECT_NE(content_of("x " + spaced), content_of(plain)) << spaced;
  }
}

TEST(ContentIdentity, TellsControlCharactersFromSpace) {
  EXPECT_NE(content_of("eight by\x01tes and more"), content_of("eight by tes and more"));
  EXPECT_NE(content_of("eight by\x7Ftes and more"), content_of("eight by tes and more"));
  EXPECT_EQ(content_of("eight by\vtes and more"), content_of("eight by tes and more"));
}

}  // namespace
}  // namespace newsdex
