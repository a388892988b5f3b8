// Any text gives names that lie in it, in order, and takes time and memory by its length.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "discovery/analyzed.hpp"
#include "newsdex/name_tagger.hpp"

namespace newsdex {
namespace {

using test::Analyzed;

void expect_sound(const NameTagger& tagger, const Analyzed& article) {
  const auto names = tagger.tag(article.view());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool title = names[i].field == TextField::title;
    const std::size_t size = title ? article.view().title.size() : article.view().body.size();
    ASSERT_LT(names[i].begin, names[i].end);
    ASSERT_LE(names[i].end, size);
    ASSERT_GE(names[i].confidence, 1);
    ASSERT_LE(names[i].confidence, 99);
    if (i > 0 && names[i - 1].field == names[i].field) {
      ASSERT_LE(names[i - 1].end, names[i].begin);
    }
  }
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

TEST(HostileText, EveryTextIsTagged) {
  const NameTagger tagger(default_name_model());
  const std::vector<std::string> texts = {
      "",
      " ",
      ".",
      "'s",
      "'s's's 's",
      "\xff\xfe\x80",
      "A\xC3",
      std::string("A\0B", 3),
      repeated("A", 100000),
      repeated("A ", 20000),
      repeated("Aa ", 20000),
      repeated("AA BB ", 20000),
      repeated("A.", 20000),
      repeated("A&", 20000),
      repeated("A-", 20000),
      repeated("A of the ", 20000),
      repeated("(", 20000) + "A",
      repeated("A\n\n", 20000),
      repeated("\u202E\u200D\u0301", 5000) + "Ada",
      repeated("\U0001D400 ", 2000),
      repeated("\u0130stanbul ", 2000),
  };
  for (const std::string& text : texts) {
    expect_sound(tagger, Analyzed(text));
    expect_sound(tagger, Analyzed("body", text));
  }
}

TEST(HostileText, RandomTextsAreTagged) {
  const NameTagger tagger(default_name_model());
  const std::vector<std::string> parts = {"Ada",  "BYRON", "of", "the",  " ",    " ",
                                          " ",    ".",     ". ", "-",    "'s ",  "(",
                                          ")",    "&",     "\"", "\n\n", "U.S.", "\xE2\x80\x99s",
                                          "\xF0", "12",    ",",  "Mr. "};
  std::mt19937 random(3);
  std::uniform_int_distribution<std::size_t> part(0, parts.size() - 1);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += parts[part(random)];
    expect_sound(tagger, Analyzed(text, text));
  }
}

}  // namespace
}  // namespace newsdex
