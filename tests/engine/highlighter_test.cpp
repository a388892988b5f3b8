#include "highlight/highlighter.hpp"

#include <gtest/gtest.h>

#include "highlight/passages.hpp"

namespace newsdex::testing {
namespace {

std::vector<std::string> passages(const std::string& text, std::size_t max_bytes) {
  std::vector<std::string> out;
  for (const ByteRange range : PassageSplitter().split(text, max_bytes)) {
    out.push_back(text.substr(range.begin, range.end - range.begin));
  }
  return out;
}

TEST(Passages, AreSentencesWithinLines) {
  EXPECT_EQ(passages("One ends. Two goes on\nThree.\n\n  Four?", 100),
            (std::vector<std::string>{"One ends.", "Two goes on", "Three.", "Four?"}));
  EXPECT_EQ(passages("", 100), std::vector<std::string>{});
  EXPECT_EQ(passages(" \n ", 100), std::vector<std::string>{});
}

TEST(Passages, GoOnWhereALineOnlyWasFull) {
  const std::string first =
      "A court in Tehran ordered all providers to block the messenger from\n"
      "midnight on, and the minister said that he had not been asked by Mr.\n"
      "Rouhani.";
  EXPECT_EQ(passages(first + " Nobody else was asked.\n"
                             "\n"
                             "The next day\n"
                             "Users turned to other apps.",
                     1000),
            (std::vector<std::string>{first, "Nobody else was asked.", "The next day",
                                      "Users turned to other apps."}));
}

TEST(Passages, DoNotEndAfterAbbreviationsOrWithinQuotations) {
  const auto sentences = [](const std::string& text) { return passages(text, 1000); };
  using Texts = std::vector<std::string>;
  EXPECT_EQ(sentences("Mr. Rouhani met U.S. officials. He left."),
            (Texts{"Mr. Rouhani met U.S. officials.", "He left."}));
  EXPECT_EQ(sentences("J. D. Vance spoke at 10 a.m. on Monday. Then no. 5 spoke."),
            (Texts{"J. D. Vance spoke at 10 a.m. on Monday.", "Then no. 5 spoke."}));
  EXPECT_EQ(sentences("\u201CWhy?\u201D he asked. \u201CNo!\u201D It ended."),
            (Texts{"\u201CWhy?\u201D he asked.", "\u201CNo!\u201D", "It ended."}));
  EXPECT_EQ(sentences("It grew by 3.5 percent ... then fell. See t.me/abc. End"),
            (Texts{"It grew by 3.5 percent ... then fell.", "See t.me/abc.", "End"}));
  EXPECT_EQ(sentences("تلگرام بسته شد. چرا؟ پاسخی نیست"),
            (Texts{"تلگرام بسته شد.", "چرا؟", "پاسخی نیست"}));
  EXPECT_EQ(sentences("封锁。为什么？不知道"), (Texts{"封锁。", "为什么？", "不知道"}));
}

TEST(Highlighter, OfTheWholeTextMarksEverything) {
  Analyzer analyzer;
  PassageSplitter splitter;
  SearchPlan plan;
  WordsPlan words;
  words.sequences = {{{"end", {"end"}}}};
  plan.scored = {words};
  const std::vector<double> idfs = {1.0};
  StoredArticle stored;
  stored.article.body = "The end. No.\n\nAn end.";
  HighlightOptions options;
  options.whole_text = true;
  const auto result = Highlighter(plan, idfs, analyzer, splitter, options).highlight(stored);
  ASSERT_EQ(result.snippets.size(), 1U);
  EXPECT_EQ(result.snippets[0].text, stored.article.body);
  EXPECT_EQ(result.snippets[0].highlights, (std::vector<ByteRange>{{4, 7}, {17, 20}}));
}

// The marks of a search for `row` in the body, as text.
std::vector<std::string> marked(const WordSequence& row, const std::string& body,
                                std::vector<ByteRange> boilerplate = {}) {
  Analyzer analyzer;
  PassageSplitter splitter;
  SearchPlan plan;
  WordsPlan words;
  words.sequences = {row};
  plan.scored = {words};
  StoredArticle stored;
  stored.article.body = body;
  stored.article.boilerplate = std::move(boilerplate);
  const std::vector<double> idfs = {1.0};
  HighlightOptions options;
  options.whole_text = true;
  const Snippet whole =
      Highlighter(plan, idfs, analyzer, splitter, options).highlight(stored).snippets.at(0);
  std::vector<std::string> out;
  for (const ByteRange range : whole.highlights) {
    out.push_back(whole.text.substr(range.begin, range.end - range.begin));
  }
  return out;
}

TEST(Highlighter, MarksNothingThatWasNotIndexed) {
  const WordSequence read = {{"read", {"read"}}};
  EXPECT_EQ(marked(read, "He read it.\nRead more\nShe read.", {{12, 21}}),
            (std::vector<std::string>{"read", "read"}));
  const WordSequence it_she = {{"it", {"it"}}, {"she", {"she"}}};
  EXPECT_EQ(marked(it_she, "He read it.\nRead more\nShe read.").size(), 0U);
  EXPECT_EQ(marked(it_she, "He read it.\nRead more\nShe read.", {{12, 21}}).size(), 1U)
      << "words of boilerplate stand nowhere";
}

TEST(Highlighter, MarksEndBeforeInvisibleSigns) {
  const WordSequence ban = {{"ban", {"ban"}}};
  using Texts = std::vector<std::string>;
  EXPECT_EQ(marked(ban, "A ban\u200F\u202C on it"), Texts{"ban"});
  EXPECT_EQ(marked(ban, "A ban\u2069."), Texts{"ban"});
  EXPECT_EQ(marked(ban, "\u202Eban\u00AD"), Texts{"ban"});
}

TEST(Passages, CutLongSentencesAtSpacesAndNeverInsideACharacter) {
  EXPECT_EQ(passages("aaaa bbbb cccc", 9), (std::vector<std::string>{"aaaa bbbb", "cccc"}));
  EXPECT_EQ(passages("aaaa bbbbb cccc", 9), (std::vector<std::string>{"aaaa", "bbbbb", "cccc"}));
  for (const std::string& piece : passages("ЖЖЖЖЖЖЖЖЖЖ", 5)) EXPECT_EQ(piece.size() % 2, 0U);
}

TEST(Highlighter, WithoutAMatchShowsTheBeginning) {
  Analyzer analyzer;
  PassageSplitter splitter;
  const SearchPlan plan;
  Highlighter highlighter(plan, {}, analyzer, splitter, {});
  StoredArticle stored;
  stored.article.body = "First sentence. Second sentence.";
  const Highlighter::Result result = highlighter.highlight(stored);
  ASSERT_EQ(result.snippets.size(), 1U);
  EXPECT_EQ(result.snippets[0].text, "First sentence.");
  EXPECT_FALSE(result.snippets[0].cut_before);
  EXPECT_TRUE(result.snippets[0].cut_after);
}

TEST(Highlighter, OfAnEmptyBodyShowsNothing) {
  Analyzer analyzer;
  PassageSplitter splitter;
  const SearchPlan plan;
  EXPECT_TRUE(Highlighter(plan, {}, analyzer, splitter, {}).highlight({}).snippets.empty());
}

TEST(Highlighter, AMarkThatCrossesPassagesIsCutAtTheirBorder) {
  Analyzer analyzer;
  PassageSplitter splitter;
  SearchPlan plan;
  WordsPlan words;
  words.sequences = {{{"end", {"end"}}, {"begin", {"begin"}}}};
  plan.scored = {words};
  const std::vector<double> idfs = {1.0};
  StoredArticle stored;
  stored.article.body = "This is the end. Begin again.";
  const Highlighter::Result result =
      Highlighter(plan, idfs, analyzer, splitter, {}).highlight(stored);
  ASSERT_EQ(result.snippets.size(), 1U);
  EXPECT_EQ(result.snippets[0].text, "This is the end.");
  EXPECT_EQ(result.snippets[0].highlights, (std::vector<ByteRange>{{12, 16}}));
}

}  // namespace
}  // namespace newsdex::testing
