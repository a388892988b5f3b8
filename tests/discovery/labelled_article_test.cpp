#include "labelled_article.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "newsdex/error.hpp"

namespace newsdex::training {
namespace {

using discovery::NameClass;
using testing::ElementsAre;

// "PER:Hassan Rouhani" for each name.
std::vector<std::string> names_of(const LabelledArticle& article) {
  std::vector<std::string> out;
  for (const LabelledName& name : article.names) {
    const std::string& text = name.field == TextField::title ? article.title : article.body;
    const std::string_view classes[] = {"PER:", "ORG:", "LOC:"};
    out.push_back(std::string(classes[static_cast<std::size_t>(name.name_class)]) +
                  text.substr(name.begin, name.end - name.begin));
  }
  return out;
}

TEST(MarkedArticle, MarksBecomeNames) {
  const LabelledArticle article = read_marked_article(
      "# a comment\ntitle: [LOC Iran] Reopens\n\n[PER Ada Byron] of the [ORG BBC],\nan "
      "[MISC Iranian].\n");
  EXPECT_EQ(article.title, "Iran Reopens");
  EXPECT_EQ(article.body, "Ada Byron of the BBC,\nan Iranian.\n");
  EXPECT_THAT(names_of(article), ElementsAre("LOC:Iran", "PER:Ada Byron", "ORG:BBC"));
}

TEST(MarkedArticle, AMarkHasToEnd) {
  EXPECT_THROW(read_marked_article("title: a\n\n[PER Ada"), Error);
  EXPECT_THROW(read_marked_article("title: a\n\n[PER]"), Error);
}

struct ColumnCase {
  std::string scheme;
  std::vector<std::string> labels;  // of "Ada Byron Ada of the BBC"
};

TEST(Columns, AllSchemesSayTheSame) {
  const std::vector<std::string> tokens = {"Ada", "Byron", "Ada", "of", "the", "BBC"};
  const std::vector<ColumnCase> cases = {
      {"IOB1", {"I-PER", "I-PER", "B-PER", "O", "O", "I-ORG"}},
      {"IOB2", {"B-PER", "I-PER", "B-PER", "O", "O", "B-ORG"}},
      {"BILOU", {"B-PER", "L-PER", "U-PER", "O", "O", "U-ORG"}},
      {"BIOES", {"B-PER", "E-PER", "S-PER", "O", "O", "S-ORG"}},
  };
  for (const ColumnCase& c : cases) {
    std::string text;
    for (std::size_t i = 0; i < tokens.size(); ++i) text += tokens[i] + "\t" + c.labels[i] + "\n";
    const auto articles = read_columns(text);
    ASSERT_EQ(articles.size(), 1U) << c.scheme;
    EXPECT_THAT(names_of(articles[0]), ElementsAre("PER:Ada Byron", "PER:Ada", "ORG:BBC"))
        << c.scheme;
  }
}

TEST(Columns, TokensAreJoinedAsPrinted) {
  const auto articles = read_columns(
      "\" O\nNo O\n, O\n\" O\nhe O\nsaid O\n( O\nAda B-PER\n's O\nson O\n) O\n. O\n\nHe O\n\n");
  ASSERT_EQ(articles.size(), 2U);
  EXPECT_EQ(articles[0].body, "\"No,\" he said (Ada's son). ");
  EXPECT_THAT(names_of(articles[0]), ElementsAre("PER:Ada"));
}

TEST(Columns, ALineOfItsOwnBeginsAnArticle) {
  const auto articles = read_columns("-DOCSTART- O\n\na O\n\nb O\n\n-DOCSTART- O\n\nc O\n");
  ASSERT_EQ(articles.size(), 2U);
  EXPECT_EQ(articles[0].body, "a\n\nb\n\n");
}

TEST(Columns, ANameEndsWithItsSentence) {
  const auto articles = read_columns("-DOCSTART- O\n\nAda I-PER\n\nByron I-PER\n\n");
  EXPECT_THAT(names_of(articles.at(0)), ElementsAre("PER:Ada", "PER:Byron"));
}

}  // namespace
}  // namespace newsdex::training
