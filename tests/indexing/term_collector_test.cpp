#include "indexing/term_collector.hpp"

#include <gtest/gtest.h>

#include <map>

#include "newsdex/schema.hpp"

namespace newsdex::testing {
namespace {

// Terms with their counts and positions as text: "ban 2 @1 @1005".
std::string shown(const DocumentTerms& article, const TermTable& terms) {
  std::map<std::string, std::string> lines;
  std::size_t at = 0;
  for (const DocumentTerm& term : article.terms) {
    std::string& line = lines[std::string(terms[term.term])];
    line = std::to_string(term.count);
    for (std::uint32_t i = 0; i < term.positions; ++i)
      line += " @" + std::to_string(article.positions[at++]);
  }
  EXPECT_EQ(at, article.positions.size());
  std::string all;
  for (const auto& [term, line] : lines) all += term + " " + line + "\n";
  return all;
}

void add_text(Analyzer& analyzer, std::string_view text, TermCollector& collector) {
  TokenStream stream;
  analyzer.analyze(text, "en", stream);
  collector.add_words(stream.tokens(), kBodyPosition);
}

TEST(TermCollector, KeepsEachPlaceOnceAndCountsStemsInAllForms) {
  Analyzer analyzer;
  TermTable terms;
  TermCollector collector;
  collector.begin_segment(terms);
  add_text(analyzer, "The ban: banned, banning, Banned, bans the ban", collector);
  collector.add_label("XArouhani");
  collector.add_label("XArouhani");
  EXPECT_EQ(shown(collector.take(), terms),
            "Fban/banned 2 @1002 @1004\n"
            "Fban/banning 1 @1003\n"
            "Fban/bans 1 @1005\n"
            "XArouhani 0\n"
            "ban 6 @1001 @1007\n"
            "the 2 @1000 @1006\n");
}

TEST(TermCollector, StartsEachArticleAndEachSegmentAnew) {
  Analyzer analyzer;
  TermCollector collector;
  TermTable first;
  collector.begin_segment(first);
  add_text(analyzer, "elections", collector);
  collector.take();
  add_text(analyzer, "elections", collector);
  EXPECT_EQ(shown(collector.take(), first), "Felect/elections 1 @1000\nelect 1\n");
  TermTable second;
  second.number("something else");
  collector.begin_segment(second);
  add_text(analyzer, "elections", collector);
  EXPECT_EQ(shown(collector.take(), second), "Felect/elections 1 @1000\nelect 1\n");
}

TEST(TermCollector, CountsTitleWordsByTheirStems) {
  Analyzer analyzer;
  TermTable terms;
  TermCollector collector;
  collector.begin_segment(terms);
  TokenStream stream;
  analyzer.analyze("Bans banned", "en", stream);
  for (const Token& token : stream.tokens()) collector.add_title_word(token);
  EXPECT_EQ(shown(collector.take(), terms), "Sban 2\n");
}

}  // namespace
}  // namespace newsdex::testing
