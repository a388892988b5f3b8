#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "printing/printed_text.hpp"
#include "printing/result_printer.hpp"

namespace newsdex {
namespace {

using Json = nlohmann::ordered_json;

std::string json_of(const SearchResult& result) {
  std::ostringstream out;
  print_json(out, result);
  return out.str();
}

SearchResult one_hit(Hit hit) {
  SearchResult result;
  result.total = 1;
  result.hits.push_back(std::move(hit));
  return result;
}

SearchResult with_timeline(Timeline timeline) {
  SearchResult result;
  result.timeline = std::move(timeline);
  return result;
}

TEST(PrintJson, EmptyResultIsAValidDocument) {
  SearchResult result;
  result.query = "nothing";
  result.facets = {{Field::actor, {}, 0}, {Field::platform, {}, 0}};
  EXPECT_EQ(json_of(result),
            R"({"query":"nothing","total":0,"took_ms":0.0,"hits":[],)"
            R"("facets":{"actor":[],"platform":[]},"timeline":[],"suggestion":null})"
            "\n");
}

TEST(PrintJson, KeepsTheKeysOfTheContractInOrder) {
  Hit hit;
  hit.id = "a1";
  hit.title = "Ministry bans messenger";
  hit.title_highlights = {{9, 13}};
  hit.date = published(2018, 4, 30);
  hit.date.source = DateSource::dateline;
  hit.source = "Gulf Desk";
  hit.url = "https://news.example/a1";
  hit.path = "corpus/a1.md";
  hit.line = 3;
  hit.language = "en";
  hit.score = 12.3456789;
  hit.actors = {"Hassan Rouhani", "Pavel Durov"};
  hit.platforms = {"Telegram"};
  hit.organisations = {"Judiciary"};
  hit.places = {"Tehran"};
  hit.snippets = {{"it was banned", {{7, 13}}, true, false}};
  SearchResult result = one_hit(std::move(hit));
  result.query = "ban";
  result.took_ms = 4.12345;
  result.facets = {{Field::organisation, {{"Judiciary", 2, true}, {"Senate", 1, false}}, 4},
                   {Field::place, {}, 0}};
  result.timeline = Timeline{
      TimelineUnit::month, {{"2018-04", 1, "a date:2018-04"}, {"2018-05", 0, "a date:2018-05"}}, 7};
  result.suggestion = "bans";
  EXPECT_EQ(
      json_of(result),
      R"({"query":"ban","total":1,"took_ms":4.123,"hits":[{"id":"a1","title":"Ministry bans messenger",)"
      R"("date":"2018-04-30","date_precision":"day","date_source":"dateline","source":"Gulf Desk",)"
      R"("path":"corpus/a1.md","score":12.345679,"actors":["Hassan Rouhani","Pavel Durov"],)"
      R"("platforms":["Telegram"],"organisations":["Judiciary"],"snippets":[{"text":"it was banned",)"
      R"("highlights":[[7,13]],"cut_before":true,"cut_after":false}],"url":"https://news.example/a1",)"
      R"("line":3,"language":"en","places":["Tehran"],"title_highlights":[[9,13]],"copies":[],"other_paths":[]}],)"
      R"("facets":{"org":[{"value":"Judiciary","count":2,"selected":true},{"value":"Senate","count":1}],"place":[]},)"
      R"("timeline":[{"period":"2018-04","count":1,"query":"a date:2018-04"},)"
      R"({"period":"2018-05","count":0,"query":"a date:2018-05"}],)"
      R"("facets_more":{"org":4},"timeline_unplaced":7,"suggestion":"bans"})"
      "\n");
}

TEST(PrintJson, PagesOfOneFacetAreOneList) {
  SearchResult result;
  const std::vector<FacetCount> first = {{"a", 9}, {"b", 8}, {"z", 0, true}};
  result.facets = {{Field::actor, first, 5, 0},
                   {Field::place, {}, 0},
                   {Field::actor, {{"c", 7}, {"d", 6}}, 3, 2}};
  EXPECT_EQ(Json::parse(json_of(result))["facets"]["actor"].dump(),
            R"([{"value":"a","count":9},{"value":"b","count":8},{"value":"c","count":7},)"
            R"({"value":"d","count":6},{"value":"z","count":0,"selected":true}])");
  EXPECT_EQ(Json::parse(json_of(result))["facets_more"]["actor"], 3);
  result.facets = {{Field::actor, {{"a", 9}, {"b", 8}}, 5, 0}, {Field::actor, {{"a", 9}}, 6, 0}};
  EXPECT_EQ(Json::parse(json_of(result))["facets"]["actor"].size(), 2U) << "each value once";
  EXPECT_EQ(Json::parse(json_of(result))["facets_more"]["actor"], 5);
}

TEST(PrintJson, UnknownDateIsNullAndHasNoSource) {
  Hit hit;
  hit.date.source = DateSource::mtime;
  const Json printed = Json::parse(json_of(one_hit(hit)))["hits"][0];
  EXPECT_TRUE(printed["date"].is_null());
  EXPECT_EQ(printed["date_precision"], "none");
  EXPECT_EQ(printed["date_source"], "none");
}

TEST(PrintJson, DateIsAsPreciseAsItIsKnown) {
  Hit hit;
  hit.date = published(2019, 2);
  hit.date.source = DateSource::url;
  const Json printed = Json::parse(json_of(one_hit(hit)))["hits"][0];
  EXPECT_EQ(printed["date"], "2019-02");
  EXPECT_EQ(printed["date_precision"], "month");
  EXPECT_EQ(printed["date_source"], "url");
}

TEST(PrintJson, TimelineAskedForButEmptySaysHowManyAreUnplaced) {
  const Json printed = Json::parse(json_of(with_timeline({TimelineUnit::day, {}, 2})));
  EXPECT_EQ(printed["timeline"], Json::array());
  EXPECT_EQ(printed["timeline_unplaced"], 2);
}

TEST(PrintJson, ScoreThatIsNoNumberIsNull) {
  Hit hit;
  hit.score = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(Json::parse(json_of(one_hit(hit)))["hits"][0]["score"].is_null());
}

struct TitleCase {
  std::string_view name;
  std::string_view title;
  std::string_view printed;  // between the quotes
};

constexpr TitleCase kSafeTitles[] = {
    {"quotes and backslash", "a\"b\\c", R"(a\"b\\c)"},
    {"C0 controls", "\x1B[31m\n\t\x01", R"(\u001b[31m\n\t\u0001)"},
    {"delete", "a\x7F", R"(a\u007f)"},
    {"C1 controls", "\u0085\u009B", R"(\u0085\u009b)"},
    {"line separators", "\u2028\u2029", R"(\u2028\u2029)"},
    {"overrides and isolates", "\u202E\u2067\u200F", R"(\u202e\u2067\u200f)"},
    {"byte order mark and soft hyphen", "\uFEFF\u00AD", R"(\ufeff\u00ad)"},
    {"tags need two units", "\U000E0041\U000E007F", R"(\udb40\udc41\udb40\udc7f)"},
    {"last code point", "\U0010FFFF", R"(\udbff\udfff)"},
    {"Persian with ZWNJ", "\u0645\u06CC\u200C\u0631\u0648\u062F",
     "\u0645\u06CC\u200C\u0631\u0648\u062F"},
    {"emoji", "\U0001F468\u200D\U0001F469", "\U0001F468\u200D\U0001F469"},
};

TEST(PrintJson, EscapesWhatATerminalWouldActOnAndNothingElse) {
  for (const TitleCase& c : kSafeTitles) {
    SCOPED_TRACE(c.name);
    Hit hit;
    hit.title = c.title;
    const std::string printed = json_of(one_hit(hit));
    EXPECT_NE(printed.find("\"title\":\"" + std::string(c.printed) + "\""), std::string::npos)
        << printed;
    EXPECT_EQ(Json::parse(printed)["hits"][0]["title"], std::string(c.title));
  }
}

TEST(PrintJson, IsOneLineWhateverTheText) {
  Hit hit;
  hit.id = "a\nb";
  hit.title = "a\r\n\u0085\u2028";
  hit.snippets = {{"a\nb\n", {}, false, false}};
  const std::string printed = json_of(one_hit(hit));
  EXPECT_EQ(printed.find('\n'), printed.size() - 1);
}

std::string highlighted(const Json& snippet) {
  const std::string text = snippet["text"];
  const Json& range = snippet["highlights"][0];
  return text.substr(range[0], range[1].get<std::size_t>() - range[0].get<std::size_t>());
}

TEST(PrintJson, HighlightsAreBytesOfTheTextAsParsed) {
  Hit hit;
  hit.snippets = {{"\x1B\u202E \u0645\u06CC\u200C\u0631\u0648\u062F", {{5, 18}}, false, false}};
  EXPECT_EQ(highlighted(Json::parse(json_of(one_hit(hit)))["hits"][0]["snippets"][0]),
            "\u0645\u06CC\u200C\u0631\u0648\u062F");
}

TEST(PrintJson, IllFormedTextBecomesValidAndItsHighlightsFollow) {
  Hit hit;
  hit.snippets = {{"\xFF\xFE banned \xC0", {{3, 9}}, false, false}};
  hit.path = "bad\xED\xA0\x80.txt";
  const Json printed = Json::parse(json_of(one_hit(hit)))["hits"][0];
  EXPECT_EQ(printed["snippets"][0]["text"], "\uFFFD\uFFFD banned \uFFFD");
  EXPECT_EQ(highlighted(printed["snippets"][0]), "banned");
  EXPECT_NE(printed["path"], "");
}

TEST(PrintJson, RangesBeyondIllFormedTextAreCut) {
  Hit hit;
  hit.snippets = {{"\xFFz", {{1, 4'000'000'000}, {0, 9}}, false, false}};
  const Json printed = Json::parse(json_of(one_hit(hit)))["hits"][0]["snippets"][0];
  EXPECT_EQ(printed["highlights"], Json::parse("[[3,4]]"));
}

TEST(PrintJson, CopiesAndOtherPathsAreTold) {
  Hit hit;
  const Json without = Json::parse(json_of(one_hit(hit)));
  EXPECT_FALSE(without.contains("folded"));
  EXPECT_EQ(without["hits"][0]["copies"], Json::array());
  EXPECT_EQ(without["hits"][0]["other_paths"], Json::array());
  hit.copies = {"b", "\x1B[31m\xFF"};
  hit.other_paths = {"/x/\nb.txt"};
  SearchResult result = one_hit(hit);
  result.folded = 2;
  const Json printed = Json::parse(json_of(result));
  EXPECT_EQ(printed["folded"], 2);
  EXPECT_EQ(printed["hits"][0]["copies"], Json({"b", "\x1B[31m\uFFFD"}));
  EXPECT_EQ(printed["hits"][0]["other_paths"], Json({"/x/\nb.txt"}));
}

TEST(PrintJson, CountsKeepAll64Bits) {
  SearchResult result;
  result.total = std::numeric_limits<std::uint64_t>::max();
  result.facets = {{Field::source, {{"x", result.total, false}}, 0}};
  const Json printed = Json::parse(json_of(result));
  EXPECT_EQ(printed["total"], result.total);
  EXPECT_EQ(printed["facets"]["source"][0]["count"], result.total);
}

TEST(PrintJsonError, IsOneSafeLineInThePlaceOfTheResult) {
  QueryError error;
  error.message = "unknown field \"\u202Eactr\"";
  error.hint = "write actor:";
  error.column = 5;
  std::ostringstream out;
  print_json_error(out, "ban \xFF\x1B", 3, error);
  EXPECT_EQ(out.str(), R"({"query":"ban )"
                       "\uFFFD"
                       R"(\u001b","error":"unknown field \"\u202eactr\"","hint":"write actor:",)"
                       R"("line":3,"column":5})"
                       "\n");
}

}  // namespace
}  // namespace newsdex
