#include <fmt/format.h>

#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

TEST(FrontMatter, EveryKeyHasItsField) {
  const Collected collected = read_as_text(
      "---\n"
      "id: 17\n"
      "Title: \"Port: reopened\"\n"
      "DATE: 2018-04-30 18:45\n"
      "source: Wire\n"
      "url: https://x.org/1\n"
      "author: [A. Writer, 'B. Writer', ~]\n"
      "language: fa-IR\n"
      "tags: [x, {y: [z]}]\n"
      "layout: {deep: {er: 1}}\n"
      "---\n"
      "\n"
      "# Not the title\n"
      "One.\n");
  EXPECT_THAT(collected.errors, IsEmpty());
  ASSERT_THAT(collected.articles, SizeIs(1));
  Article expected;
  expected.id = "17";
  expected.title = "Port: reopened";
  expected.date = "2018-04-30 18:45";
  expected.source = "Wire";
  expected.url = "https://x.org/1";
  expected.author = "A. Writer, B. Writer";
  expected.language = "fa";
  expected.body = "# Not the title\nOne.";
  expected.path = "/news/item.txt";
  expected.line = 1;
  EXPECT_EQ(collected.articles[0], expected);
}

struct FrontMatterCase {
  std::string_view name;
  std::string yaml;
  std::string outcome;  // title|date|source|url|author|language
};

TEST(FrontMatter, SynonymsAndOddValuesAreUnderstood) {
  const std::vector<FrontMatterCase> cases = {
      {"nothing", "", "|||||"},
      {"a comment", "# none\n", "|||||"},
      {"null", "~\n", "|||||"},
      {"synonyms", "published: 2018\npublisher: P\nlink: l\nbyline: B\nlang: en\n",
       "|2018|P|l|B|en"},
      {"proper names win, and dates are kept to be compared",
       "published: 2017\ndate: 2018\nlang: en\nlanguage: fa\n", "|2018\n2017||||fa"},
      {"dates may be a list", "date: [2018-04-30, 2018-05-02]\n", "|2018-04-30\n2018-05-02||||"},
      {"or something else", "date: {y: [2018]}\nlang: fa\n", "|{...}||||fa"},
      {"null is not given", "title: null\ndate: ~\npublished: 2018\nsource:\n", "|2018||||"},
      {"a quoted null is a word", "title: \"null\"\n", "null|||||"},
      {"the last of a repeated key", "title: a\ntitle: b\n", "b|||||"},
      {"folded text", "title: >\n  Port\n  reopens\n", "Port reopens|||||"},
      {"an author alone", "author: A. Writer\n", "||||A. Writer|"},
      {"a list over lines", "author:\n  - A\n  - B\n", "||||A, B|"},
      {"no authors", "author: []\n", "|||||"},
      {"keys of any shape", "? [a, b]\n: c\n? {d: e}\n: [f]\ntitle: t\n", "t|||||"},
      {"aliases among unknown keys", "a: &x [1]\nb: *x\nc: {<<: *x}\ntitle: t\n", "t|||||"},
      {"an anchor on a value", "title: &x t\n", "t|||||"},
      {"an unknown tag", "title: !odd t\n", "t|||||"},
      {"Persian", "title: روحانی\nlang: fa\n", "روحانی|||||fa"},
  };
  for (const FrontMatterCase& each : cases) {
    SCOPED_TRACE(each.name);
    const Collected collected = read_as_text("---\n" + each.yaml + "---\nBody\n");
    EXPECT_THAT(in_words(collected.errors), IsEmpty());
    ASSERT_THAT(collected.articles, SizeIs(1));
    const Article& article = collected.articles[0];
    EXPECT_EQ(article.title + "|" + article.date + "|" + article.source + "|" + article.url + "|" +
                  article.author + "|" + article.language,
              each.outcome);
    EXPECT_EQ(article.body, "Body");
  }
}

TEST(FrontMatter, WithoutATitleTheFirstHeadingIsTheTitle) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"---\n---\n# Title\n\nBody\n", "0@1|Title|Body"},
      {"---\n---\nIntro\n\n# Title\n\nBody\n", "0@1|Title|Intro\n\n\nBody"},
      {"---\n---\n```\n# comment\n```\n# Title\nBody", "0@1|Title|```\n# comment\n```\nBody"},
      {"---\n---\n## Section\n#tag\nBody", "0@1||## Section\n#tag\nBody"},
      {"---\n---\nBody", "0@1||Body"},
      {"---\n---\n# Title", "0@1|Title|"},
      {"--- \r\ntitle: T\r\n...\r\nBody\r\n", "0@1|T|Body"},
      {"---\ntitle: T\n---\n", "0@1|T|"},
      {"\xEF\xBB\xBF---\ntitle: T\n---\nBody\n---\nMore", "0@1|T|Body\n---\nMore"},
  };
  for (const auto& [text, expected] : cases) {
    SCOPED_TRACE(text);
    EXPECT_THAT(in_words(read_as_text(text, "/a.md").articles), ElementsAre(expected));
  }
}

TEST(FrontMatter, ErrorsHaveTheirLineInTheFile) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"---\ntitle: T\nBody without end\n", "1: front matter that no line"},
      {"---", "1: front matter that no line"},
      {"---\ntitle: T\ntags: [a\n---\n", "4: front matter: "},
      {"---\ntitle: T\nsource: Iran: a\n---\n", "3: front matter: "},
      {"---\ntitle: \"T\nsource: S\n---\n", "4: front matter: "},
      {"---\n\ntitle: [T]\n---\n", "3: front matter: \"title\" is not a single value"},
      {"---\nauthor: [A, [B]]\n---\n", "2: front matter: \"author\" is not a single value"},
      {"---\na: &x T\ntitle: *x\n---\n", "3: front matter: \"title\" holds an alias"},
      {"---\na: &x T\nauthor:\n - *x\n---\n", "4: front matter: \"author\" holds an alias"},
      {"---\ntitle: *nowhere\n---\n", "2: front matter: "},
      {"---\nJust prose.\n---\n", "2: front matter: not a list of keys and values"},
      {"---\n- a\n---\n", "2: front matter: not a list of keys and values"},
      {"---\na: 1\n--- b\n---\n", "3: front matter: "},
      {"---\n---\n\n", "1: no text"},
  };
  for (const auto& [text, reason] : cases) {
    SCOPED_TRACE(text);
    const Collected collected = read_as_text(text);
    EXPECT_THAT(collected.articles, IsEmpty());
    EXPECT_THAT(in_words(collected.errors), ElementsAre(StartsWith(reason)));
  }
}

TEST(FrontMatter, ItsSizeIsBounded) {
  const ReadLimits limits{.max_front_matter_bytes = 20};
  const std::string fits = "title: 90123456789\n\n";
  EXPECT_THAT(read_as_text("---\n" + fits + "---\nB", "/a", limits).articles, SizeIs(1));
  EXPECT_THAT(in_words(read_as_text("---\n" + fits + "\n---\nB", "/a", limits).errors),
              ElementsAre("1: front matter larger than the limit of 20 bytes"));
}

std::string repeated(std::string_view text, std::size_t bytes) {
  std::string out;
  while (out.size() + text.size() <= bytes) out += text;
  return out;
}

TEST(FrontMatter, NoYamlCanStallOrCrashIt) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 40; ++i) {
    bomb += fmt::format("a{0}: &a{0} [*a{1}, *a{1}, *a{1}]\n", i, i - 1);
  }
  const std::vector<std::pair<std::string_view, std::string>> cases = {
      {"aliases that multiply", bomb},
      {"many aliases of one author",
       "a: &x " + std::string(30'000, 'x') + "\nauthor: [" + repeated("*x,", 30'000) + "]\n"},
      {"an anchor inside itself", "a: &x [*x]\n"},
      {"open lists", "a: " + std::string(60'000, '[') + "\n"},
      {"open maps", "a: " + repeated("{a: ", 60'000) + "\n"},
      {"keys of keys", repeated("? ", 60'000) + "\n"},
      {"lists of lists", "a:\n" + repeated("- ", 60'000) + "\n"},
      {"keys in one line", repeated("a: ", 60'000) + "\n"},
      {"many keys", repeated("title: x\n", 60'000)},
      {"many quotes", repeated("\"", 60'000) + "\n"},
      {"many anchors", repeated("&a ", 60'000) + "\n"},
      {"many tags", repeated("!a ", 60'000) + "\n"},
      {"directives", repeated("%YAML 1.2\n", 60'000)},
      {"control characters",
       "title: a\x04\x01\x7F"
       "b\n"},
      {"escapes", R"(title: "\xFF\ud800\U0010FFFF\0")"
                  "\n"},
  };
  for (const auto& [name, yaml] : cases) {
    SCOPED_TRACE(name);
    const Collected collected = read_as_text("---\n" + yaml + "---\nBody\n");
    EXPECT_EQ(collected.articles.size() + collected.errors.size(), 1U);
    for (const Article& article : collected.articles) EXPECT_TRUE(all_texts_are_valid(article));
  }
}

}  // namespace
}  // namespace newsdex
