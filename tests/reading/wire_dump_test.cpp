#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct WireDumpCase {
  std::string_view name;
  std::string_view text;
  std::vector<std::string> articles;
};

const std::vector<WireDumpCase>& cases() {
  static const std::vector<WireDumpCase> kCases = {
      {"a lead that repeats paragraphs is left out",
       "Port reopens\n◢ The port reopened. Ships came in.\nThe port reopened.\nShips came in.\n"
       "All was well.\nPhoto Credit: A. Sailor\n",
       {"1@1|Port reopens|The port reopened.\nShips came in.\nAll was well."}},
      {"a lead cut short in mid-sentence",
       "Port reopens\n◢ The port reopened. Ships came in by,\nThe port reopened.\n"
       "Ships came in by the dozen.\nPhoto Credit\n",
       {"1@1|Port reopens|The port reopened.\nShips came in by the dozen."}},
      {"a lead that passes over a paragraph",
       "T\n◢ First. Third.\nFirst.\nSecond.\nThird.\n",
       {"1@1|T|First.\nSecond.\nThird."}},
      {"a lead with other quotation marks",
       "T\n◢ He said “no.” She left.\nHe said \"no\".\nShe left.\n",
       {"1@1|T|He said \"no\".\nShe left."}},
      {"a lead that nothing repeats is the first paragraph",
       "T\n◢ A summary of its own.\nThe port reopened.\nPhoto Credit: X\n",
       {"1@1|T|A summary of its own.\nThe port reopened."}},
      {"a lead that is repeated only in part is kept",
       "T\n◢ The port reopened. Nobody else says this.\nThe port reopened.\n",
       {"1@1|T|The port reopened. Nobody else says this.\nThe port reopened."}},
      {"a lead alone", "T\n◢ All there is.", {"1@1|T|All there is."}},
      {"an empty lead", "T\n◢\nBody.\n", {"1@1|T|Body."}},
      {"a second lead is a paragraph",
       "T\n◢ One.\n◢ Two.\nOne.\nBody.\n",
       {"1@1|T|Two.\nOne.\nBody."}},
      {"an empty second lead", "T\n◢ One.\n◢\nOne.\n", {"1@1|T|One."}},
      {"no title", "◢ The port reopened.\nThe port reopened.\n", {"1@1||The port reopened."}},
      {"several articles, blank lines, no last line feed",
       "\nFirst\n\n◢ A.\n\nA.\n\nPhoto credit : X\n\nSecond\n◢ B.\nB.\n\nMore.\nphoto credits",
       {"1@2|First|A.", "2@10|Second|B.\nMore."}},
      {"articles without credits",
       "First\n◢ A.\nA.\nSecond\n◢ B.\nB.\n",
       {"1@1|First|A.", "2@4|Second|B."}},
      {"a paragraph about credit unions is no credit",
       "T\n◢ A.\nA.\nPhoto credit unions grew.\nPhoto Credit: X\n",
       {"1@1|T|A.\nPhoto credit unions grew."}},
      {"text before the first title is an article",
       "Collected in May\nBy hand.\nFirst\n◢ A.\nA.\n",
       {"1@1|Collected in May|By hand.", "2@3|First|A."}},
      {"text after a credit is an article",
       "First\n◢ A.\nA.\nPhoto Credit: X\nSecond, without a lead\nB.\nPhoto Credit: Y\nThird\n◢ "
       "C.\nC.\n",
       {"1@1|First|A.", "2@5|Second, without a lead|B.", "3@8|Third|C."}},
      {"a second credit adds nothing",
       "First\n◢ A.\nA.\nPhoto Credit: X\nPhoto Credit: Y\n",
       {"1@1|First|A."}},
      {"indented lines", "  First\n  ◢   A.\n  A.\n", {"1@1|First|A."}},
      {"Persian",
       "بندر باز شد\n◢ بندر روز شنبه باز شد،\nبندر روز شنبه باز شد، به گفته وزير.\n",
       {"1@1|بندر باز شد|بندر روز شنبه باز شد، به گفته وزير."}},
  };
  return kCases;
}

TEST(WireDump, ArticlesAreToldApart) {
  for (const WireDumpCase& each : cases()) {
    SCOPED_TRACE(each.name);
    const Collected collected = read_as_text(each.text);
    EXPECT_EQ(in_words(collected.articles), each.articles);
    EXPECT_THAT(collected.errors, IsEmpty());
  }
}

TEST(WireDump, CarriageReturnsChangeNothing) {
  const Collected collected = read_as_text("First\r\n◢ A.\r\nA.\r\nPhoto Credit: X\r\n", "/d.txt");
  EXPECT_THAT(in_words(collected.articles), ElementsAre("1@1|First|A."));
  EXPECT_EQ(collected.articles[0].path, "/d.txt");
}

TEST(WireDump, ADumpWithoutAnyTextIsAnError) {
  EXPECT_THAT(in_words(read_as_text("◢\n\nPhoto Credit: X\n").errors), ElementsAre("no text"));
}

TEST(WireDump, ManyLeadsAndParagraphsTakeNoLongTime) {
  std::string text = "T\n◢ ";
  for (int i = 0; i < 20'000; ++i) text += "word ";
  text += "\n";
  for (int i = 0; i < 20'000; ++i) text += "word\n";
  const Collected collected = read_as_text(text);
  ASSERT_EQ(collected.articles.size(), 1U);
  EXPECT_EQ(collected.articles[0].body.size(), 20'000U * 5 - 1);
}

std::filesystem::path seeds_folder() {
  if (const char* folder = std::getenv("NEWSDEX_SEEDS")) return folder;
  return std::filesystem::path(NEWSDEX_SOURCE_DIR) / ".." / "shared" / "seeds";
}

// A dump as it came from an agency; it is not part of the project.
TEST(WireDump, ADumpFromAnAgencyGivesItsFiveArticles) {
  const std::filesystem::path file = seeds_folder() / "iran-telegram-2018.txt";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no " << file;
  const std::string text = file_content(file);
  const Collected collected = read_as_text(text, file.native());
  EXPECT_THAT(collected.errors, IsEmpty());
  ASSERT_EQ(collected.articles.size(), 5U);

  const std::vector<std::pair<std::uint32_t, std::string>> expected = {
      {1, "Telecom Minister"}, {17, "Impossible"}, {32, "Messaging App"},
      {47, "Quits"},           {65, "Schools"},
  };
  std::size_t length = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const Article& article = collected.articles[i];
    EXPECT_EQ(article.record, i + 1);
    EXPECT_EQ(article.line, expected[i].first);
    EXPECT_THAT(article.title, HasSubstr(expected[i].second));
    EXPECT_THAT(article.body, Not(HasSubstr("◢")));
    EXPECT_THAT(article.body, Not(HasSubstr("Photo Credit")));
    EXPECT_GT(article.body.size(), 1500U);
    length += article.title.size() + article.body.size();
  }
  EXPECT_LT(length, text.size() - 5U * 250U);  // the leads are gone
}

}  // namespace
}  // namespace newsdex
