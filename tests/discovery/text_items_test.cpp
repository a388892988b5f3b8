#include "discovery/text_items.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "discovery/context_of.hpp"

namespace newsdex::discovery {
namespace {

using newsdex::test::Analyzed;

constexpr std::size_t kAll = 1000;

// Items as words and signs, sentences parted by " | ".
std::string spelled(const std::string& body) {
  constexpr std::string_view kSigns = "  .'&/,\"_():?!";
  const Analyzed article(body);
  const ItemizedText text = itemized(article, kAll);
  std::string out;
  for (const Sentence& sentence : text.sentences) {
    if (!out.empty()) out += "| ";
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const TextItem& item = text.items[i];
      if (item.glued) out.back() = '-';
      out += item.shape == Shape::mark ? std::string(1, kSigns[static_cast<std::size_t>(item.mark)])
                                       : std::string(item.form);
      out += ' ';
    }
  }
  if (!out.empty()) out.pop_back();
  return out;
}

struct ItemCase {
  std::string text;
  std::string expected;
};

TEST(TextItems, AreWordsAndMarks) {
  const std::vector<ItemCase> cases = {
      {"", ""},
      {"Hassan Rouhani", "hassan rouhani"},
      {"Iran, Iraq", "iran , iraq"},
      {"Jean-Luc ate", "jean-luc ate"},
      {"a - b", "a _ b"},
      {"a \u2014 b", "a _ b"},
      {"Iran's men", "iran ' men"},
      {"the traders' union", "the traders ' union"},
      {"AT&T (T)", "at & t ( t"},
      {"He said: \"No\"", "he said : no"},
      {"He came. She left.", "he came ! | she left"},
      {"He came! She left", "he came ! | she left"},
      {"Mr. Smith", "mr smith"},
      {"J. K. Rowling", "j k rowling"},
      {"the U.S. Congress", "the us congress"},
      {"one\n\ntwo", "one | two"},
      {"one\ntwo", "one two"},
      {"(BBC) said", "( bbc ) said"},
  };
  for (const ItemCase& c : cases) EXPECT_EQ(spelled(c.text), c.expected) << c.text;
}

struct ShapeCase {
  std::string word;
  Shape expected;
};

TEST(TextItems, WordsHaveAShape) {
  const std::vector<ShapeCase> cases = {
      {"word", Shape::lower},
      {"Word", Shape::capitalised},
      {"WORD", Shape::all_caps},
      {"YouTube", Shape::mixed},
      {"iPhone", Shape::mixed},
      {"1979", Shape::number},
      {"M23", Shape::alphanumeric},
      {"3rd", Shape::alphanumeric},
      {"J", Shape::initial},
      {"U.S", Shape::initial},
      {"\u00c9lys\u00e9e", Shape::capitalised},
      {"\u0627\u06cc\u0631\u0627\u0646", Shape::uncased},
  };
  for (const ShapeCase& c : cases) {
    const Analyzed article(c.word);
    const ItemizedText text = itemized(article, kAll);
    ASSERT_EQ(text.items.size(), 1U) << c.word;
    EXPECT_EQ(text.items[0].shape, c.expected) << c.word;
  }
}

TEST(TextItems, SentencesOfCapitalsAreTold) {
  const Analyzed article("IRAN BANS TELEGRAM AGAIN. Iran bans it.",
                         "Court Orders Telegram Blocked");
  const ItemizedText text = itemized(article, kAll);
  ASSERT_EQ(text.sentences.size(), 3U);
  EXPECT_EQ(text.sentences[0].letter_case, LetterCase::title_case);
  EXPECT_EQ(text.sentences[1].letter_case, LetterCase::all_caps);
  EXPECT_EQ(text.sentences[2].letter_case, LetterCase::normal);
}

TEST(TextItems, NoMoreTokensAreLookedAtThanAllowed) {
  const Analyzed article("one two three", "four five six");
  EXPECT_EQ(itemized(article, 2).items.size(), 4U);
}

struct AppearanceCase {
  std::string text;
  std::size_t item;
  Appearance expected;
};

TEST(ArticleContext, CapitalsThatAreDueAreJudgedByTheRestOfTheArticle) {
  const std::vector<AppearanceCase> cases = {
      {"We saw Bush there.", 2, Appearance::capitalised},
      {"Bush came.", 0, Appearance::capitalised},
      {"Green came. A green one.", 0, Appearance::first_word},
      {"Green came. Mr Green, a green one.", 0, Appearance::first_uncertain},
      {"BUSH HITS AT CRITICS. His critics laughed, said Bush.", 0, Appearance::headline_name},
      {"BUSH HITS AT CRITICS. His critics laughed, said Bush.", 3, Appearance::headline_word},
  };
  for (const AppearanceCase& c : cases) {
    const Analyzed article(c.text);
    const ArticleContext context = context_of(article);
    EXPECT_EQ(context.items.at(c.item).appearance, c.expected) << c.text;
  }
}

// The rows of candidates, parted by " | ".
std::string candidates(const std::string& body) {
  const Analyzed article(body);
  const ArticleContext context = context_of(article);
  std::string out;
  for (const Segment& segment : context.segments) {
    if (!out.empty()) out += "| ";
    for (std::uint32_t i = segment.begin; i < segment.end; ++i) {
      const TextItem& item = context.text.items[i];
      out += item.form.empty() ? "," : std::string(item.form);
      out += ' ';
    }
  }
  if (!out.empty()) out.pop_back();
  return out;
}

TEST(ArticleContext, CapitalisedWordsAndWhatJoinsThemAreCandidates) {
  const std::vector<ItemCase> cases = {
      {"", ""},
      {"the Ministry of the Interior and 12 men of good will met Luiz da Silva",
       "ministry of the interior | luiz da silva"},
      {"we met Lai Ching-te there", "lai ching te"},
      {"we met al-Sadr there", "al sadr"},
      {"a pro-Moscow man", "moscow"},
      {"in 1979 Revolution Street 12 was shut", "1979 revolution street 12"},
      {"we saw Ada. Byron left", "ada | byron"},
  };
  for (const ItemCase& c : cases) EXPECT_EQ(candidates(c.text), c.expected) << c.text;
}

TEST(ArticleContext, LongRowsOfCandidatesAreCut) {
  std::string row = "we";
  for (int i = 0; i < 400; ++i) row += " Ada";
  const Analyzed article(row + " we");
  const ArticleContext context = context_of(article);
  std::uint32_t items = 0;
  for (const Segment& segment : context.segments) {
    EXPECT_LE(segment.end - segment.begin, 256U);
    items += segment.end - segment.begin;
  }
  EXPECT_EQ(items, 400U);
}

struct WordCase {
  std::string text;
  std::string_view form;
  std::uint16_t capitalised;
  std::uint16_t lower;
  std::uint16_t mid_sentence;
};

TEST(ArticleContext, CountsHowItsWordsAreWritten) {
  const std::vector<WordCase> cases = {
      {"Green came. A green one, said Green.", "green", 2, 1, 1},
      {"We met Ada, and Ada left.", "ada", 2, 0, 2},
      {"They told us of the US and the U.S. army.", "us", 2, 0, 2},
      {"GREEN MEN CAME HERE. One Green did.", "green", 1, 0, 1},
  };
  for (const WordCase& c : cases) {
    const Analyzed article(c.text);
    const ArticleContext context = context_of(article);
    const auto item =
        std::find_if(context.text.with_capitals.begin(), context.text.with_capitals.end(),
                     [&](std::uint32_t i) { return context.text.items[i].form == c.form; });
    ASSERT_NE(item, context.text.with_capitals.end()) << c.text;
    const ArticleWord& word = context.words[context.items[*item].word];
    EXPECT_EQ(word.capitalised, c.capitalised) << c.text;
    EXPECT_EQ(word.lower, c.lower) << c.text;
    EXPECT_EQ(word.mid_sentence, c.mid_sentence) << c.text;
  }
}

}  // namespace
}  // namespace newsdex::discovery
