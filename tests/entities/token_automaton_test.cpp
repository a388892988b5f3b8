#include "entities/token_automaton.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "entities/candidate_finder.hpp"
#include "recognition.hpp"

namespace newsdex::testing {
namespace {

class TokenAutomatonTest : public ::testing::Test {
 protected:
  void add(std::string_view text, FormKind kind = FormKind::name, std::uint32_t entity = 0) {
    analyzer_.analyze(text, {}, stream_);
    Form form;
    form.entity = entity;
    form.kind = kind;
    form.words = static_cast<std::uint8_t>(stream_.tokens().size());
    automaton_.add(text, stream_.tokens(), form);
  }

  // The places found, joined by "|".
  std::string find(std::string_view text) {
    analyzer_.analyze(text, {}, stream_);
    const FieldText field(TextField::body, text, stream_.tokens());
    std::vector<Candidate> found;
    find_candidates(automaton_, lexicon_, field, found);
    std::string out;
    for (const Candidate& candidate : found) {
      if (!out.empty()) out += '|';
      const std::size_t begin = field.token(candidate.first).begin;
      out += text.substr(begin, field.token(candidate.last - 1).end - begin);
    }
    return out;
  }

  TokenAutomaton automaton_;
  Analyzer analyzer_;
  Lexicon lexicon_{analyzer_};
  TokenStream stream_;
};

TEST_F(TokenAutomatonTest, FindsTheLongestFormFromTheLeft) {
  for (const std::string_view form : {"p b", "p b c d", "b c", "c", "d e", "the q", "q r"})
    add(form);
  automaton_.freeze();
  constexpr Case kCases[] = {{"p b", "p b"},
                             {"p b c", "p b|c"},
                             {"p b c d", "p b c d"},
                             {"p b c e", "p b|c"},
                             {"x b c d e", "b c|d e"},
                             {"p p b", "p b"},
                             {"p", ""},
                             {"", ""},
                             {"x y z", ""},
                             {"P B-C D", "P B-C D"},
                             {"the q", "the q"},
                             {"the q r", "q r"}};
  for (const auto& [text, expected] : kCases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(find(text), expected);
  }
}

TEST_F(TokenAutomatonTest, WithoutFormsFindsNothing) {
  automaton_.freeze();
  EXPECT_EQ(find("any text at all"), "");
}

TEST_F(TokenAutomatonTest, LeavesOutAFormWithoutWords) {
  add("?!");
  automaton_.freeze();
  EXPECT_EQ(automaton_.nodes(), 1U);
  EXPECT_EQ(find("a ?! b"), "");
}

TEST_F(TokenAutomatonTest, SharesTheNodesOfSharedBeginnings) {
  for (int i = 0; i < 1000; ++i) add(fmt::format("Islamic Republic of N{}", i));
  automaton_.freeze();
  EXPECT_EQ(automaton_.nodes(), 1U + 3U + 1000U);
  EXPECT_EQ(find("the Islamic Republic of N777 and the Islamic Republic of Iran"),
            "Islamic Republic of N777");
}

TEST_F(TokenAutomatonTest, OrdersTheFormsOfANodeByTheEvidenceTheyNeed) {
  analyzer_.analyze("gap", {}, stream_);
  const auto add_gap = [&](std::uint32_t entity, FormKind kind, bool needs_context) {
    Form form;
    form.entity = entity;
    form.kind = kind;
    form.words = 1;
    form.needs_context = needs_context;
    return automaton_.add("gap", stream_.tokens(), form);
  };
  add_gap(1, FormKind::surname, false);
  add_gap(2, FormKind::demonym, false);
  add_gap(3, FormKind::alias, true);
  const TokenAutomaton::Node node = add_gap(4, FormKind::alias, false);
  automaton_.freeze();
  std::string order;
  for (const Form& form : automaton_.names(node)) order += std::to_string(form.entity);
  EXPECT_EQ(order, "432");
  ASSERT_EQ(automaton_.surnames(node).size(), 1U);
  EXPECT_EQ(automaton_.surnames(node)[0].entity, 1U);
}

TEST(WordTable, NumbersWordsInTheOrderOfTheirAddition) {
  WordTable table;
  for (std::uint32_t i = 0; i < 10'000; ++i) EXPECT_EQ(table.add(std::to_string(i)), i);
  EXPECT_EQ(table.size(), 10'000U);
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    EXPECT_EQ(table.add(std::to_string(i)), i);
    EXPECT_EQ(table.find(std::to_string(i)), i);
    EXPECT_EQ(table.word(i), std::to_string(i));
  }
  EXPECT_EQ(table.find("10000"), kNoWord);
  EXPECT_EQ(table.find(""), kNoWord);
}

}  // namespace
}  // namespace newsdex::testing
