#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

Collected read_lines(const std::string& bytes, const ReadLimits& limits = {}) {
  Collected collected;
  std::istringstream in(bytes);
  read_json_lines(in, "-", {.limits = limits}, collected.handlers());
  return collected;
}

TEST(JsonLines, EveryKeyHasItsField) {
  const Collected collected = read_lines(
      R"({"id":"a-1","title":" Port reopens ","date":"2018-04-30","source":"Wire","url":"https://x.org/1",)"
      R"("language":"EN-us","body":"One.\r\nTwo.\u0000","author":"A. Writer","tags":["x",{"y":[]}]})");
  ASSERT_THAT(collected.articles, SizeIs(1));
  Article expected;
  expected.id = "a-1";
  expected.title = "Port reopens";
  expected.date = "2018-04-30";
  expected.source = "Wire";
  expected.url = "https://x.org/1";
  expected.language = "en";
  expected.body = std::string("One.\nTwo.\0", 10);
  expected.author = "A. Writer";
  expected.path = "-";
  expected.record = 1;
  expected.line = 1;
  EXPECT_EQ(collected.articles[0], expected);
  EXPECT_THAT(collected.errors, IsEmpty());
}

TEST(JsonLines, LanguagesAreBroughtToTheirPrimarySubtag) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"fa", "fa"},    {"fa-IR", "fa"}, {"EN_gb", "en"}, {"eng", "en"},
      {"ckb", "ckb"},  {"", ""},        {"und", ""},     {"x", ""},
      {"English", ""}, {"1234", ""},    {"\\u0000", ""}, {"فارسی", ""}};
  for (const auto& [given, expected] : cases) {
    SCOPED_TRACE(given);
    const Collected collected = read_lines(R"({"body":"b","language":")" + given + "\"}");
    ASSERT_THAT(collected.articles, SizeIs(1));
    EXPECT_EQ(collected.articles[0].language, expected);
  }
}

struct JsonLinesCase {
  std::string line;
  std::string outcome;  // "title|body|id" or the reason
};

TEST(JsonLines, ARecordIsAnArticleOrAReason) {
  const std::vector<JsonLinesCase> cases = {
      {R"({"body":"b"})", "|b|"},
      {R"({"text":"t"})", "|t|"},
      {R"({"body":"b","text":"t"})", "|b|"},
      {R"({"body":" ","text":"t"})", "|t|"},
      {R"({"body":null,"text":"t"})", "|t|"},
      {R"({"title":null,"body":"b","id":null})", "|b|"},
      {R"({"title":"t","body":""})", "t||"},
      {R"({"id":17,"body":"b"})", "|b|17"},
      {R"({"id":-17,"body":"b"})", "|b|-17"},
      {R"({"id":18446744073709551615,"body":"b"})", "|b|18446744073709551615"},
      {R"({"id":1.5,"body":"b"})", "\"id\" is neither a string nor a whole number"},
      {R"({"id":true,"body":"b"})", "\"id\" is neither a string nor a whole number"},
      {R"({"title":7,"body":"b"})", "\"title\" is not a string"},
      {R"({"author":["a"],"body":"b"})", "|b|"},
      {R"({"author":[7],"body":"b"})", "\"author\" is not a string"},
      {R"({"body":["b","c"]})", "|b\nc|"},
      {R"({"body":[{"a":"b"}]})", "\"body\" is not a string"},
      {R"({"body":"b","text":{}})", "\"text\" is not a string"},
      {R"({"title":"t"})", R"(no "body" or "text")"},
      {R"({"body":null})", R"(no "body" or "text")"},
      {R"({})", R"(no "body" or "text")"},
      {R"({"Body":"b"})", "|b|"},
      {R"({"title":"t","content":"c"})", "t|c|"},
      {R"({"title":"t","text":"","content":"c"})", "t|c|"},
      {R"({"title":"t","publishedAt":"2018-04-30"})", "t||"},
      {R"({"_source":{"title":"t","body":"b"}})", "t|b|"},
      {R"({"body":"half \ud83d of a pair, \udc00 and \ud83d\ude00"})",
       "|half \uFFFD of a pair, \uFFFD and 😀|"},
      {R"({"body":"b \\ud800 c"})", "|b \\ud800 c|"},
      {"{\"body\":\"caf\xC3\xA9 \xFF\"}", "|café \uFFFD|"},
      {"{\"body\":\"caf\xE9\"}", "|café|"},
      {R"({"title":" ","body":"\n"})", "no text"},
      {R"(["b"])", "not a JSON object"},
      {R"("b")", "not a JSON object"},
  };
  for (const JsonLinesCase& each : cases) {
    SCOPED_TRACE(each.line);
    const Collected collected = read_lines(each.line);
    ASSERT_EQ(collected.articles.size() + collected.errors.size(), 1U);
    if (collected.errors.empty()) {
      const Article& article = collected.articles[0];
      EXPECT_EQ(article.title + "|" + article.body + "|" + article.id, each.outcome);
    } else {
      EXPECT_EQ(collected.errors[0].reason, each.outcome);
    }
  }
}

TEST(JsonLines, ABadLineIsReportedAndTheOthersKeepTheirNumbers) {
  const Collected collected = read_lines(
      "\xEF\xBB\xBF{\"body\":\"one\"}\r\n"
      "\n"
      "{\"body\":\"bad\n"
      "{\"body\":\"\xFF\"}\n"
      "  \t\r\n"
      "{\"body\":\"lone \\ud800 surrogate\"}\n"
      "{\"body\":\"raw \x01 control\"}\n"
      "{\"body\":\"two\"} {\"body\":\"more\"}\n"
      "{\"body\":\"last\"}");
  EXPECT_THAT(in_words(collected.articles),
              ElementsAre("1@1||one", "3@4||\u00FF", "4@6||lone \uFFFD surrogate", "7@9||last"));
  EXPECT_THAT(in_words(collected.errors), ElementsAre(StartsWith("3: not readable as JSON: "),
                                                      StartsWith("7: "), StartsWith("8: ")));
  for (const ReadError& error : collected.errors) EXPECT_EQ(error.path, "-");
}

TEST(JsonLines, NothingGivesNothing) {
  for (const std::string text : {"", "\n", "\n \n\n"}) {
    const Collected collected = read_lines(text);
    EXPECT_THAT(collected.articles, IsEmpty());
    EXPECT_THAT(collected.errors, IsEmpty());
  }
}

TEST(JsonLines, ALineBeyondTheLimitIsPassedOver) {
  const ReadLimits limits{.max_text_bytes = 100'000};
  const std::string fits = R"({"body":")" + std::string(100'000 - 11, 'x') + "\"}";
  const Collected collected = read_lines(
      fits + "\n" + fits + " \n" + std::string(1 << 20, '{') + "\n{\"body\":\"b\"}", limits);
  ASSERT_THAT(collected.articles, SizeIs(2));
  EXPECT_EQ(collected.articles[0].record, 1U);
  EXPECT_EQ(collected.articles[1].record, 4U);
  EXPECT_EQ(collected.articles[1].line, 4U);
  EXPECT_THAT(in_words(collected.errors),
              ElementsAre("2: a line larger than the limit of 100000 bytes",
                          "3: a line larger than the limit of 100000 bytes"));
}

TEST(JsonLines, LinesThatEndAtABlocksEndAreWhole) {
  const std::string frame = R"({"body":""})";
  for (std::size_t length = 65'530; length < 65'545; ++length) {
    const std::string body(length - frame.size(), 'x');
    const Collected collected = read_lines(R"({"body":")" + body + "\"}\n{\"body\":\"b\"}\n");
    ASSERT_THAT(collected.articles, SizeIs(2));
    EXPECT_EQ(collected.articles[0].body, body);
    EXPECT_EQ(collected.articles[1].body, "b");
  }
}

TEST(JsonLines, DeepNestingIsAnErrorOfItsLine) {
  const std::string deep(1'000'000, '[');
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += R"({"a":)";
  const Collected collected =
      read_lines(deep + "\n" + objects + "\n{\"x\":" + deep + "\n{\"body\":\"b\"}\n");
  EXPECT_THAT(in_words(collected.errors),
              ElementsAre(StartsWith("1: "), StartsWith("2: "), StartsWith("3: ")));
  EXPECT_THAT(in_words(collected.articles), ElementsAre("4@4||b"));
}

TEST(JsonLines, ALargeRecordIsReadWhole) {
  const std::string body(6 << 20, 'x');
  const Collected collected = read_lines(R"({"body":")" + body + "\"}\n{\"body\":\"b\"}\n");
  ASSERT_THAT(collected.articles, SizeIs(2));
  EXPECT_EQ(collected.articles[0].body, body);
}

class BrokenBuffer : public std::streambuf {
 protected:
  int_type underflow() override { throw std::runtime_error("the disk is gone"); }
};

TEST(JsonLines, AStreamThatBreaksIsAnError) {
  BrokenBuffer buffer;
  std::istream in(&buffer);
  Collected collected;
  read_json_lines(in, "-", {}, collected.handlers());
  EXPECT_THAT(in_words(collected.errors), ElementsAre("cannot be read any further"));
}

TEST(JsonLines, ADateMayCountSeconds) {
  const Collected collected = read_as_text(R"({"date":1525113900,"body":"b"})");
  ASSERT_EQ(collected.articles.size(), 1U);
  EXPECT_EQ(collected.articles[0].date, "1525113900");
}

TEST(JsonLines, TheFormatIsKnownByTheFirstLines) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"{\"body\":\"a\"}\n{\"body\":\"b\"}\n", {"1@1||a", "2@2||b"}},
      {R"({"body":"a"})", {"1@1||a"}},
      {"\n\n { \"body\":\"a\"}", {"1@3||a"}},
      {"{\"body\":\"a\n{\"body\":\"b\"}\n", {"2@2||b"}},
      {"{\"body\":\"a\"\n\n{\"body\":\"b\"}\n", {"2@3||b"}},
      {"{\"nobody\":1}\n{\"body\":\"b\"}\n", {"2@2||b"}},
  };
  for (const auto& [text, articles] : cases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(in_words(read_as_text(text).articles), articles);
  }
}

TEST(JsonLines, AFileNamedLikeJsonIsNeverReadAsProse) {
  const Collected lines = read_as_text("oops\n{\"body\":\"b\"}\n", "/news/a.JSONL");
  EXPECT_THAT(in_words(lines.articles), ElementsAre("2@2||b"));
  EXPECT_THAT(in_words(lines.errors), ElementsAre(StartsWith("1: not readable as JSON")));

  const Collected document = read_as_text(R"(["not", "articles"])", "/news/a.json");
  EXPECT_THAT(document.articles, IsEmpty());
  EXPECT_THAT(in_words(document.errors),
              ElementsAre("1: not a JSON object", "1: not a JSON object"));

  EXPECT_THAT(read_as_text("", "/news/a.ndjson").errors, IsEmpty());
  EXPECT_THAT(in_words(read_as_text("", "/news/a.json").errors),
              Contains(HasSubstr("not readable as JSON")));
}

TEST(JsonLines, Utf16IsDecodedFirst) {
  std::string bytes = "\xFF\xFE";
  for (const char letter : std::string_view("{\"body\":\"a\"}\r\n{\"body\":\"b\"}")) {
    bytes += {letter, '\0'};
  }
  EXPECT_THAT(in_words(read_as_text(bytes).articles), ElementsAre("1@1||a", "2@2||b"));
}

TEST(JsonLines, DatesComeInManyShapesAndNoneLosesItsArticle) {
  const struct {
    std::string json;
    std::string date;
  } cases[] = {
      {R"("2018-04-30")", "2018-04-30"},
      {R"(["2018-04-30"])", "2018-04-30"},
      {R"(["2018-04-30","2018-05-02"])", "2018-04-30\n2018-05-02"},
      {R"({"$date":"2018-04-30T18:45:00Z"})", "2018-04-30T18:45:00Z"},
      {R"({"$date":{"$numberLong":"1525113900000"}})", "1525113900000"},
      {R"({"$date":1525113900000})", "1525113900000"},
      {"1525113900", "1525113900"},
      {"1525113900.25", "1525113900.250"},
      {"1.5251139e9", "1525113900.000"},
      {"123456789012345678901234567890", "123456789012345678901234567890"},
      {"1e999", "1e999"},
      {"-5", "-5"},
      {"true", "true"},
      {R"({"on":"Monday"})", R"({"on":"Monday"})"},
      {"null", ""},
      {"[]", ""},
  };
  for (const auto& each : cases) {
    const Collected found = read_as_text(R"({"date":)" + each.json + R"(,"body":"\"1e999\" b"})");
    ASSERT_THAT(found.articles, SizeIs(1)) << each.json;
    EXPECT_EQ(found.articles[0].date, each.date) << each.json;
    EXPECT_EQ(found.articles[0].body, "\"1e999\" b");
  }
}

}  // namespace
}  // namespace newsdex
