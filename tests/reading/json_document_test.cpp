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
