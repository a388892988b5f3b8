#include "printing/value_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "printing/answer_printer.hpp"

namespace newsdex {
namespace {

struct CellCase {
  std::string_view text;
  std::string_view csv;
};

TEST(CsvCell, IsQuotedWhereItMustBe) {
  constexpr CellCase kCases[] = {
      {"", ""},
      {"plain text", "plain text"},
      {"a,b", "\"a,b\""},
      {"say \"ban\"", "\"say \"\"ban\"\"\""},
      {"one\ntwo\tthree", "one two three"},
      {"semi;colon", "semi;colon"},
      {"فیلتر", "فیلتر"},
  };
  for (const CellCase& each : kCases) EXPECT_EQ(csv_cell(each.text), each.csv) << each.text;
}

TEST(CsvCell, IsNoFormula) {
  constexpr CellCase kCases[] = {
      {"=1+1", "'=1+1"},
      {"=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""},
      {"+1", "'+1"},
      {"-1", "'-1"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\t=1", "' =1"},
      {"\r=1", "'\\x0D=1"},
      {"\nx", "' x"},
      {"  =1", "'  =1"},
      {"＝1", "'＝1"},
      {"＋1", "'＋1"},
      {"－1", "'－1"},
      {"＠a", "'＠a"},
      {"a=1", "a=1"},
      {"a-b", "a-b"},
  };
  for (const CellCase& each : kCases) EXPECT_EQ(csv_cell(each.text), each.csv) << each.text;
}

TEST(CsvCell, ShowsWhatCouldDriveATerminal) {
  EXPECT_EQ(csv_cell("a\x1B[31mb"), "a\\x1B[31mb");
  EXPECT_EQ(csv_cell("\u202Eabc"), "\\u{202E}abc");
  EXPECT_EQ(csv_cell("\xFF"), "\uFFFD");
}

Hit hostile_hit() {
  Hit hit;
  hit.id = "=cmd|' /C calc'!A0";
  hit.title = "Tab\there \"and\", \x1B]0;x\x07\u202E";
  hit.actors = {"Ali, Baba", "-Durov"};
  hit.path = "a\nb.txt";
  hit.url = "javascript:alert(1)\xC2\x9B";
  hit.snippets = {{"One\ntwo", {{0, 3}}, false, true}, {"<script>", {}, true, false}};
  return hit;
}

std::string printed_as(OutputFormat format, OutputPart part, HitFields fields) {
  SearchResult result;
  result.total = 1;
  result.hits = {hostile_hit()};
  AnswerStyle style;
  style.format = format;
  style.part = part;
  style.text.fields = std::move(fields);
  std::ostringstream out;
  print_answer(out, std::move(result), style);
  return out.str();
}

HitFields fields_of(std::initializer_list<std::string_view> names) {
  HitFields fields;
  for (const std::string_view name : names) fields.push_back(find_hit_field(name));
  return fields;
}

TEST(Tables, CsvIsThatOfRfc4180) {
  EXPECT_EQ(
      printed_as(OutputFormat::csv, OutputPart::all, fields_of({"id", "title", "actors", "line"})),
      "id,title,actors,line\r\n"
      "'=cmd|' /C calc'!A0,\"Tab here \"\"and\"\", \\x1B]0;x\\x07\\u{202E}\",\"Ali, Baba; "
      "-Durov\",0\r\n");
}

TEST(Tables, TsvHasNeitherTabsNorLinesWithinCells) {
  EXPECT_EQ(
      printed_as(OutputFormat::tsv, OutputPart::all, fields_of({"path", "title", "snippets"})),
      "path\ttitle\tsnippets\n"
      "a b.txt\tTab here \"and\", \\x1B]0;x\\x07\\u{202E}\tOne two \u2026 <script>\n");
}

TEST(Tables, JsonLinesHaveTheChosenFieldsInOrder) {
  EXPECT_EQ(printed_as(OutputFormat::jsonl, OutputPart::hits, fields_of({"actors", "line"})),
            "{\"actors\":[\"Ali, Baba\",\"-Durov\"],\"line\":0}\n");
}

TEST(Tables, ListsHaveALineEach) {
  EXPECT_EQ(printed_as(OutputFormat::text, OutputPart::ids, {}), "=cmd|' /C calc'!A0\n");
  EXPECT_EQ(printed_as(OutputFormat::text, OutputPart::files, {}), "a b.txt\n");
  EXPECT_EQ(printed_as(OutputFormat::text, OutputPart::count, {}), "1\n");
}

// Whatever the format, no byte of an article drives a terminal.
TEST(Tables, NothingHostileLeavesInAnyFormat) {
  for (const OutputFormat format : {OutputFormat::text, OutputFormat::json, OutputFormat::jsonl,
                                    OutputFormat::csv, OutputFormat::tsv, OutputFormat::html}) {
    const std::string text = printed_as(format, OutputPart::all, {});
    const bool any_control = std::any_of(text.begin(), text.end(), [&](char c) {
      const auto byte = static_cast<unsigned char>(c);
      const bool layout = c == '\n' || (c == '\r' && format == OutputFormat::csv) ||
                          (c == '\t' && format == OutputFormat::tsv);
      return (byte < 0x20 && !layout) || byte == 0x7F;
    });
    EXPECT_FALSE(any_control) << text;
    EXPECT_EQ(text.find("\u202E"), std::string::npos) << text;
    EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos) << text;
  }
}

TEST(Tables, HtmlRunsAndLoadsNothing) {
  const std::string page = printed_as(OutputFormat::html, OutputPart::all, {});
  EXPECT_NE(page.find("Content-Security-Policy\" content=\"default-src 'none'"), std::string::npos);
  EXPECT_NE(page.find("<mark>One</mark> two"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;"), std::string::npos);
  for (const std::string_view bad :
       {"<script", "<img", "<link", "href=\"javascript", "src=", "@import", "url("}) {
    EXPECT_EQ(page.find(bad), std::string::npos) << bad;
  }
}

}  // namespace
}  // namespace newsdex
