#include <gtest/gtest.h>

#include <string>

#include "printing/printed_text.hpp"
#include "text/display_width.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

SearchResult found(std::uint64_t total, std::string query) {
  SearchResult result;
  result.query = std::move(query);
  result.total = total;
  result.took_ms = 4.12;
  return result;
}

TEST(PrintText, PutsThePartsInOrder) {
  SearchResult result = found(3, "ban actor:rouhani");
  result.hits = {hit_of("First", "a.md"), hit_of("Second", "b.md")};
  result.hits[1].line = 7;
  result.facets = {{Field::actor, {{"Hassan Rouhani", 3, true}}}, {Field::platform, {}}};
  result.timeline = Timeline{TimelineUnit::month, {{"2018-04", 2}}, 1};
  EXPECT_EQ(text_of(result, {false, 60}),
            R"(3 articles for ban actor:rouhani                    (4.1 ms)

 1  First                                            no date
    a.md

 2  Second                                           no date
    b.md:7

 1 more article

actor
* Hassan Rouhani  3

platform
  none

articles by month
2018-04 ██ 2
1 article without a month is in no bar
)");
}

struct SummaryCase {
  std::string_view name;
  std::uint64_t total;
  std::string_view query;
  int width;
  std::string_view expected;
};

TEST(PrintText, SummaryFitsThePage) {
  constexpr SummaryCase kCases[] = {
      {"many", 12, "ban", 40, "12 articles for ban             (4.1 ms)\n"},
      {"one", 1, "ban", 40, "1 article for ban               (4.1 ms)\n"},
      {"none", 0, "ban", 40, "Nothing found for ban           (4.1 ms)\n"},
      {"everything", 12, "", 40, "12 articles                     (4.1 ms)\n"},
      {"none of everything", 0, "", 40, "Nothing found                   (4.1 ms)\n"},
      {"no room for the time", 12, "telegram", 30,
       "12 articles for telegram\n                      (4.1 ms)\n"},
      {"just enough room", 12, "telegra", 33, "12 articles for telegra  (4.1 ms)\n"},
      {"long query", 12, "aaaa bbbb cccc dddd eeee ffff gggg hhhh", 20,
       "12 articles for aaaa\nbbbb cccc dddd eeee\nffff gggg hhhh\n            (4.1 ms)\n"},
      {"longer query", 12, "aaaaaaaaaa bbbbbbbbbbbbbbbbbbb ccccccccccccccccccc dddddddddd", 20,
       "12 articles for\naaaaaaaaaa\nbbbbbbbbbbbbbbbbbbb…\n            (4.1 ms)\n"},
      {"no width", 12, "ban", 0, "12 articles for ban  (4.1 ms)\n"},
      {"negative width", 12, "ban", -1, "12 articles for ban  (4.1 ms)\n"},
      {"hostile query", 1, "\x1B]0;x\x07", 40, "1 article for \\x1B]0;x\\x07      (4.1 ms)\n"},
  };
  for (const SummaryCase& c : kCases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(text_of(found(c.total, std::string(c.query)), {false, c.width}), c.expected);
  }
}

TEST(PrintText, NothingFoundShowsTheSuggestionAndNoEmptyFacets) {
  SearchResult result = found(0, "telegrm");
  result.suggestion = "telegram";
  result.facets = {{Field::actor, {}}, {Field::platform, {{"Signal", 2, false}}}};
  result.timeline = Timeline{};
  EXPECT_EQ(text_of(result, {false, 40}), R"(Nothing found for telegrm       (4.1 ms)
Did you mean telegram?

platform
  Signal  2
)");
}

TEST(PrintText, CountsOnlyWhenNoHitsWereAskedFor) {
  SearchResult result = found(12, "ban");
  result.facets = {{Field::platform, {{"Telegram", 12, false}}}};
  EXPECT_EQ(text_of(result, {false, 40}), R"(12 articles for ban             (4.1 ms)

platform
  Telegram  12
)");
}

TEST(PrintText, CountsTheArticlesAfterThisPage) {
  SearchResult result = found(30, "ban");
  result.hits = {hit_of("T", "f")};
  result.offset = 9;
  EXPECT_EQ(lines_of(text_of(result, {false, 40})).back(), " 20 more articles");
  result.offset = 29;
  EXPECT_EQ(lines_of(text_of(result, {false, 40})).back(), "     f");
}

TEST(PrintText, CopiesAreCountedWithTheirHitAndAreNotStillToCome) {
  SearchResult result;
  result.total = 5;
  result.folded = 3;
  result.hits.resize(2);
  result.hits[0].source = "Wire";
  result.hits[0].copies = {"a"};
  result.hits[1].copies = {"b", "c"};
  const std::string text = text_of(result, {false, 60});
  EXPECT_NE(text.find("Wire \u00B7 +1 copy\n"), std::string::npos) << text;
  EXPECT_NE(text.find(" +2 copies\n"), std::string::npos) << text;
  EXPECT_EQ(text.find(" more article"), std::string::npos) << text;
  result.total = 6;
  EXPECT_NE(text_of(result, {false, 60}).find(" 1 more article, 3 copies folded\n"),
            std::string::npos);
}

TEST(PrintText, ColoursTheQueryAndTheTime) {
  EXPECT_EQ(text_of(found(2, "ban"), {true, 40}),
            "2 articles for \x1B[1mban\x1B[0m              \x1B[2m(4.1 ms)\x1B[0m\n");
}

/// Every kind of text that could break the page, in every field that comes from articles.
SearchResult hostile_result() {
  const std::string nasty =
      "\x1B]8;;http://e.example/\x1B\\x\x1B]8;;\x1B\\ \u009B31m\r\n\a\b\x7F "
      "\u202E\u2067\u200F\uFEFF "
      "\u062A\u0644\u06AF\u0631\u0627\u0645 \u4E2D\u6587\u65B0\u805E \U0001F468\u200D\U0001F469 "
      "\U0001F1EE\U0001F1F7 e\u0301\u0301 \u0915\u094D\u0937\u093F \xFF\xC0\x9B \xED\xA0\x80 " +
      std::string(90, 'x') + "\xE2\x82";
  Hit hit;
  hit.id = nasty;
  hit.title = nasty;
  hit.title_highlights = {{1, 3}, {30, 40}, {55, 90'000}};
  hit.source = nasty;
  hit.url = nasty;
  hit.path = nasty;
  hit.line = 4'000'000'000;
  hit.language = nasty;
  hit.actors = {nasty, nasty};
  hit.platforms = {nasty};
  hit.snippets = {{nasty + nasty, {{0, 9}, {50, 60}}, true, true}, {nasty, {{9, 4}}, false, true}};
  SearchResult result = found(4'000'000'000, nasty);
  result.offset = 999'999'998;
  result.hits = {hit, hit};
  hit.date = published(2018, 4, 30);
  hit.path.clear();
  result.hits.push_back(hit);
  result.facets = {{Field::actor, {{nasty, 1'000'000, true}, {"\u0301", 5, false}, {"", 1, false}}},
                   {Field::platform, {{nasty, 2, false}}},
                   {Field::place, {}}};
  result.timeline.emplace(
      Timeline{TimelineUnit::day, {{"2018-04-30", 70}, {"2018-05-01", 0}}, 1'000'000});
  result.suggestion = nasty;
  return result;
}

TEST(PrintText, NoLineIsWiderThanThePage) {
  const SearchResult result = hostile_result();
  for (int width = 20; width <= 220; width += width < 50 ? 1 : 9) {
    for (const std::string& line : lines_of(text_of(result, {false, width}))) {
      ASSERT_LE(display_width(line), width) << width << ": " << line;
    }
  }
}

TEST(PrintText, ColourChangesNothingButColour) {
  const SearchResult result = hostile_result();
  for (const int width : {0, 20, 60, 80, 200}) {
    const std::string colored = text_of(result, {true, width});
    EXPECT_NE(colored.find('\x1B'), std::string::npos);
    EXPECT_EQ(without_ink(colored), text_of(result, {false, width})) << width;
  }
}

TEST(PrintText, LetsNoControlOrBrokenByteThrough) {
  for (const int width : {0, 20, 60, 80, 200}) {
    const std::string text = text_of(hostile_result(), {false, width});
    ASSERT_TRUE(is_valid_utf8(text));
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode(text, at);
      const bool control = point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0);
      ASSERT_TRUE(!control || point.value == U'\n') << at;
      at += point.length;
    }
  }
}

TEST(PrintText, EveryIsolateIsClosedOnItsLine) {
  for (const int width : {0, 20, 60, 200}) {
    for (const std::string& line : lines_of(text_of(hostile_result(), {false, width}))) {
      int open = 0;
      for (std::size_t at = 0; at < line.size();) {
        const CodePoint point = decode(line, at);
        if (point.value == U'\u2066' || point.value == U'\u2067') ++open;
        if (point.value == U'\u2069') --open;
        ASSERT_TRUE(open == 0 || open == 1) << line;
        at += point.length;
      }
      ASSERT_EQ(open, 0) << line;
    }
  }
}

TEST(PrintText, NoLineEndsInASpace) {
  for (const int width : {0, 20, 60, 100, 200}) {
    for (const std::string& line : lines_of(text_of(hostile_result(), {false, width}))) {
      ASSERT_FALSE(line.ends_with(' ')) << width << ": " << line;
    }
  }
}

}  // namespace
}  // namespace newsdex
