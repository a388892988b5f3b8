#include "reading/format.hpp"
#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

TEST(JsonDocument, AnObjectOverSeveralLinesIsOneArticle) {
  const Collected collected =
      read_as_text("\n{\n  \"title\": \"Port reopens\",\n  \"body\": \"One.\",\n  \"id\": 3\n}\n");
  EXPECT_THAT(in_words(collected.articles), ElementsAre("0@2|Port reopens|One."));
  EXPECT_EQ(collected.articles[0].id, "3");
  EXPECT_EQ(collected.articles[0].path, "/news/item.txt");
  EXPECT_THAT(collected.errors, IsEmpty());
}

TEST(JsonDocument, AnArrayGivesItsElementsInOrder) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {R"([{"body":"a"},{"body":"b"}])", {"1@1||a", "2@1||b"}},
      {"[\n  {\"body\": \"a\"},\n\n  {\n    \"body\": \"b\"\n  }\n]\n", {"1@2||a", "2@4||b"}},
      {R"([{"body":"a ] } \" ["}, {"body":"b"}])", {"1@1||a ] } \" [", "2@1||b"}},
      {R"([{"body":"a"}])", {"1@1||a"}},
      {"[]", {}},
      {"[ ]\n", {}},
  };
  for (const auto& [text, articles] : cases) {
    SCOPED_TRACE(text);
    const Collected collected = read_as_text(text);
    EXPECT_EQ(in_words(collected.articles), articles);
    EXPECT_THAT(collected.errors, IsEmpty());
  }
}

TEST(JsonDocument, ABadElementLeavesTheOthers) {
  const Collected collected = read_as_text(
      "[\n{\"body\":\"a\"},\n{\"title\":\"t\"},\n17,\n[{\"body\":\"x\"}],\n{\"body\": nonsense},\n"
      "null,\n{\"body\":\"b\"}\n]");
  EXPECT_THAT(in_words(collected.articles), ElementsAre("1@2||a", "7@8||b"));
  EXPECT_THAT(
      in_words(collected.errors),
      ElementsAre("3: no \"body\" or \"text\"", "4: not a JSON object", "5: not a JSON object",
                  StartsWith("6: not readable as JSON"), "7: not a JSON object"));
}

TEST(JsonDocument, WhatIsNoJsonIsAnErrorOfItsOwn) {
  const std::vector<std::pair<std::string, std::size_t>> cases = {
      {"{\n\"body\": \"a\",\n", 0},
      {"{\n\"body\": \"a\"\n} trailing", 0},
      {"{\n\"body\": \"a\"\n}\n{\n\"body\": \"b\"\n}", 0},
      {R"([{"body":"a"})", 0},
      {R"([{"body":"a"} {"body":"b"}])", 1},
      {R"([{"body":"a"},])", 1},
      {R"([{"body":"a"}] [])", 1},
      {R"([{"body":"a")", 0},
      {R"([{"body":"a)", 0},
      {"[{]", 0},
      {"[{\"a\":[}]]", 0},
  };
  for (const auto& [text, articles] : cases) {
    SCOPED_TRACE(text);
    const Collected collected = read_as_text(text);
    EXPECT_THAT(collected.articles, SizeIs(articles));
    EXPECT_THAT(collected.errors, Not(IsEmpty()));
    for (const ReadError& error : collected.errors) {
      EXPECT_THAT(error.reason, HasSubstr("not readable as JSON"));
      EXPECT_GT(error.line, 0U);
    }
  }
}

TEST(JsonDocument, DeepNestingIsAnError) {
  std::string text = "[";
  for (int i = 0; i < 300'000; ++i) text += R"({"a":[)";
  EXPECT_FALSE(read_as_text(text).errors.empty());
  EXPECT_FALSE(read_as_text(std::string(1'000'000, '['), "/a.json").errors.empty());
}

struct Answer {
  std::string_view service;
  std::string text;
  std::vector<std::string> articles;  // "title|date|source|author|url|body"
};

std::vector<std::string> in_full(const std::vector<Article>& articles) {
  std::vector<std::string> all;
  for (const Article& a : articles) {
    all.push_back(a.title + "|" + a.date + "|" + a.source + "|" + a.author + "|" + a.url + "|" +
                  a.body);
  }
  return all;
}

TEST(JsonDocument, AnswersOfServicesAreKnown) {
  const Answer answers[] = {
      {"NewsAPI",
       R"({"status":"ok","totalResults":2,"articles":[{"source":{"id":null,"name":"Wire"},"author":"Jane Roe",)"
       R"("title":"A","description":"D","url":"http://e.org/1","urlToImage":"x","publishedAt":"2018-04-30T10:00:00Z",)"
       R"("content":"C [+99 chars]"},{"source":{"name":"Wire"},"author":null,"title":"B","description":"D",)"
       R"("url":"http://e.org/2","publishedAt":"2018-05-01","content":null}]})",
       {"A|2018-04-30T10:00:00Z|Wire|Jane Roe|http://e.org/1|C [+99 chars]",
        "B|2018-05-01|Wire||http://e.org/2|D"}},
      {"New York Times",
       R"({"status":"OK","copyright":"C","response":{"docs":[{"abstract":"Abs.","web_url":"http://n.org/1",)"
       R"("snippet":"Abs.","lead_paragraph":"Lead.","headline":{"main":"A","kicker":null},"pub_date":"2018-04-30",)"
       R"("byline":{"original":"By Jane Roe"},"source":"The Paper","_id":"nyt://1"}],"meta":{"hits":1}}})",
       {"A|2018-04-30|The Paper|Jane Roe|http://n.org/1|Lead.\nAbs."}},
      {"Guardian",
       R"({"response":{"status":"ok","results":[{"id":"world/1","webTitle":"A","webUrl":"http://g.org/1",)"
       R"("webPublicationDate":"2018-04-30T10:00:00Z","fields":{"headline":"H","bodyText":"B","byline":"Jane"}},)"
       R"({"id":"world/2","webTitle":"A2","fields":{"body":"<p>One</p><p>Two</p>"}}]}})",
       {"A|2018-04-30T10:00:00Z||Jane|http://g.org/1|B", "A2|||||One\nTwo"}},
      {"GDELT",
       R"({"articles":[{"url":"http://d.org/1","title":"A","seendate":"20180430T184500Z","domain":"d.org",)"
       R"("language":"English","sourcecountry":"Iran"}]})",
       {"A|20180430T184500Z|d.org||http://d.org/1|"}},
      {"Media Cloud",
       R"([{"id":"7","title":"A","publish_date":"2018-04-30","media_name":"M","url":"http://m.org/1"}])",
       {"A|2018-04-30|M||http://m.org/1|"}},
      {"Event Registry",
       R"({"articles":{"page":1,"results":[{"uri":"1","lang":"eng","title":"A","body":"B","date":"2018-04-30",)"
       R"("source":{"uri":"e.org","title":"E"},"authors":[{"name":"Jane"},{"name":"Joe"}],"url":"http://e.org/1"}]}})",
       {"A|2018-04-30|E|Jane, Joe|http://e.org/1|B"}},
      {"WordPress",
       R"([{"id":3,"date":"2018-04-30T10:00:00","link":"http://w.org/3","title":{"rendered":"A"},)"
       R"("content":{"rendered":"<p>One</p>\n<p>Two</p>"},"excerpt":{"rendered":"<p>E</p>"}}])",
       {"A|2018-04-30T10:00:00|||http://w.org/3|One\nTwo"}},
      {"JSON Feed",
       R"({"version":"https://jsonfeed.org/version/1.1","title":"F","description":"About","items":[{"id":"1",)"
       R"("url":"http://f.org/1","title":"A","content_html":"<p>B</p>","date_published":"2018-04-30"}]})",
       {"A|2018-04-30|||http://f.org/1|B"}},
      {"Elasticsearch",
       R"({"took":1,"hits":{"total":1,"hits":[{"_id":"1","_source":{"title":"A","text":"B"}}]}})",
       {"A|||||B"}},
      {"an article with a list of its own",
       R"({"title":"A","items":[{"title":"x","text":"y"}],"body":"B"})",
       {"A|||||B"}},
  };
  for (const Answer& answer : answers) {
    for (const std::string_view path : {"/news/a.json", "/news/a"}) {
      Collected read = read_as_text(answer.text, std::string(path));
      EXPECT_EQ(in_full(read.articles), answer.articles) << answer.service;
      EXPECT_THAT(in_words(read.errors), IsEmpty()) << answer.service;
    }
  }
}

TEST(JsonDocument, NamesOfListsAreTakenByTheLetter) {
  const std::string path = "/answer";
  EXPECT_FALSE(looks_like_json_lines(R"({"articles":[{"body":"A"}]})", {path}));
  EXPECT_TRUE(looks_like_json_lines(R"({"Articles":[{"body":"A"}]})", {path}))
      << "no list is read under that name";
}

TEST(JsonDocument, RecordsOfAnAnswerHaveNumbersAndLines) {
  const Collected read = read_as_text(
      "{\n\"articles\": [\n{\"title\": \"A\", \"content\": \"B\"},\n{\"x\": 1},\n"
      "{\"title\": \"C\", \"content\": \"D\"}\n]\n}\n");
  EXPECT_THAT(in_words(read.articles), ElementsAre("1@3|A|B", "3@5|C|D"));
  EXPECT_THAT(in_words(read.errors), ElementsAre("4: no \"body\" or \"text\""));
}

// Cut and damaged documents end in errors or articles, nothing else.
TEST(JsonDocument, NoDamageDoesHarm) {
  const std::string whole =
      "[\n{\"id\":1,\"title\":\"a\",\"body\":\"x\\u00e9\"},\n{\"body\":[{}],\"text\":\"t\"}, null "
      "]";
  std::uint32_t state = 7;
  const auto next = [&] { return state = state * 1664525U + 1013904223U; };
  for (int round = 0; round < 5'000; ++round) {
    std::string text = whole.substr(0, 3 + (next() >> 8U) % (whole.size() - 3));
    constexpr std::string_view kBytes = "{}[],:\"\\n1 \xFF";
    const std::size_t damages = (next() >> 8U) % 4;
    for (std::size_t i = 0; i < damages; ++i) {
      text[2 + (next() >> 8U) % (text.size() - 2)] = kBytes[(next() >> 8U) % kBytes.size()];
    }
    const Collected collected = read_as_text(text, "/a.json");
    for (const Article& article : collected.articles) EXPECT_TRUE(all_texts_are_valid(article));
  }
}

}  // namespace
}  // namespace newsdex
