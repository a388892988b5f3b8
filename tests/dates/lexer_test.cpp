#include "dates/lexer.hpp"

#include <gtest/gtest.h>

#include "dates/grammar.hpp"

namespace newsdex {
namespace {

TEST(TimeLexicon, FormsAreWhatTheAnalyzerMakesOfThem) {
  TimeLexicon lexicon;
  const Grammar grammar(lexicon);  // adds the words of the patterns
  const Analyzer analyzer;
  for (const std::string& form : lexicon.forms()) EXPECT_EQ(analyzer.fold(form), form);
}

TEST(Lexer, ReadsNumbersInWordsAndDigits) {
  struct Case {
    std::string_view text;
    std::int64_t thousandths;
  };
  const Case cases[] = {
      {"two days", 2000},
      {"twenty-five days", 25'000},
      {"two hundred and fifty days", 250'000},
      {"three thousand days", 3'000'000},
      {"two and a half days", 2500},
      {"2 1/2 days", 2500},
      {"2.5 days", 2500},
      {"2.125 days", 2125},
      {"1,500 days", 1'500'000},
      {"one hundred thousand days", 100'000'000},
      {"٣ days", 3000},
  };
  TimeLexicon lexicon;
  const Grammar grammar(lexicon);
  Analyzer analyzer;
  TokenStream tokens;
  for (const Case& each : cases) {
    LexedText lexed;
    analyzer.analyze(each.text, "en", tokens);
    read_stretches(lexicon, each.text, tokens.tokens(), lexed);
    ASSERT_EQ(lexed.lexemes.size(), 2U) << each.text;
    EXPECT_EQ(lexed.lexemes[0].thousandths, each.thousandths) << each.text;
    EXPECT_TRUE(lexed.lexemes[0].value(Kind::number)) << each.text;
    EXPECT_TRUE(lexed.lexemes[1].value(Kind::units)) << each.text;
  }
}

TEST(Lexer, NamesWhatStandsBetweenTokens) {
  struct Case {
    std::string_view text;
    char gap;
  };
  const Case cases[] = {
      {"a b", ' '},  {"a\nb", ' '}, {"a\n\nb", '?'}, {"a-b", '-'},  {"a - b", '~'},
      {"a–b", '~'},  {"a, b", ','}, {"a,b", ','},    {"a/b", '/'},  {"10:30", ':'},
      {"a. b", '.'}, {"a (b", '?'}, {"a's b", ' '},  {"a; b", '?'}, {"the '90s", '\''},
  };
  Analyzer analyzer;
  TokenStream tokens;
  for (const Case& each : cases) {
    analyzer.analyze(each.text, "en", tokens);
    ASSERT_EQ(tokens.tokens().size(), 2U) << each.text;
    EXPECT_EQ(gap_between(each.text, tokens.tokens()[0], tokens.tokens()[1]), each.gap)
        << each.text;
  }
}

TEST(Lexer, LooksOnlyAtStretchesWithASign) {
  TimeLexicon lexicon;
  const Grammar grammar(lexicon);
  Analyzer analyzer;
  TokenStream tokens;
  const std::string_view text = "In the end the house of the king was sold in the early morning.";
  LexedText lexed;
  analyzer.analyze(text, "en", tokens);
  read_stretches(lexicon, text, tokens.tokens(), lexed);
  EXPECT_EQ(lexed.stretches.size(), 1U);
}

}  // namespace
}  // namespace newsdex
