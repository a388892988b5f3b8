#include <fmt/format.h>

#include "reading/field_mapping.hpp"
#include "reading/table_rows.hpp"
#include "reading/view_buffer.hpp"
#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text, char delimiter = ',') {
  ViewBuffer buffer(text);
  TableRows rows(buffer, delimiter, 1000);
  Rows all;
  std::vector<std::string> row;
  while (rows.next(row) == TableRows::Outcome::row) all.push_back(row);
  return all;
}

TEST(TableRows, AreAsRfc4180HasThem) {
  const struct {
    std::string_view text;
    Rows rows;
  } cases[] = {
      {"a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
      {"a,b\r\nc,d", {{"a", "b"}, {"c", "d"}}},
      {"a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}},
      {"a,\n,b\n", {{"a", ""}, {"", "b"}}},
      {"\"a,b\",\"c\"\"d\"\n", {{"a,b", "c\"d"}}},
      {"\"a\nb\r\nc\",d\n", {{"a\nb\r\nc", "d"}}},
      {"a\"b\"c,d\n", {{"a\"b\"c", "d"}}},
      {"\"a\"b,c\n", {{"\"a\"b", "c"}}},
      {"\"A\" said B,c\nd,e\n", {{"\"A\" said B", "c"}, {"d", "e"}}},
      {"\"He said \"no\" to it\",c\n", {{"He said \"no\" to it", "c"}}},
      {"\"one\n\"\"two\"\" he said, \"\"x\"\"\",c\n", {{"one\n\"two\" he said, \"x\"", "c"}}},
      {"\"one\n, \"two\" more\",c\n", {{"one\n, \"two\" more", "c"}}},
      {"\"\",\"\"\n", {{"", ""}}},
      {"a,b\n\n  \nc,d\n", {{"a", "b"}, {"c", "d"}}},
      {"\xEF\xBB\xBF"
       "a,b\n",
       {{"a", "b"}}},
      {"", {}},
  };
  for (const auto& each : cases) EXPECT_EQ(rows_of(each.text), each.rows) << each.text;
}

TEST(TableRows, SayWhatIsWrong) {
  ViewBuffer open("a,b\n\"c,d\ne,f\n");
  TableRows rows(open, ',', 1000);
  std::vector<std::string> row;
  EXPECT_EQ(rows.next(row), TableRows::Outcome::row);
  EXPECT_EQ(rows.next(row), TableRows::Outcome::unclosed);
  EXPECT_EQ(rows.line(), 2U);
  EXPECT_EQ(rows.next(row), TableRows::Outcome::row);
  EXPECT_THAT(row, ElementsAre("e", "f"));
  EXPECT_EQ(rows.line(), 3U);
  EXPECT_FALSE(rows.broke_off());
  EXPECT_EQ(rows.next(row), TableRows::Outcome::end);

  const std::string text = "a,b\n" + std::string(200'000, 'x') + ",y\nc,d\n";
  ViewBuffer large(text);
  TableRows bounded(large, ',', 1000);
  EXPECT_EQ(bounded.next(row), TableRows::Outcome::row);
  EXPECT_EQ(bounded.next(row), TableRows::Outcome::too_long);
  EXPECT_EQ(bounded.next(row), TableRows::Outcome::row);
  EXPECT_THAT(row, ElementsAre("c", "d"));
  EXPECT_EQ(bounded.line(), 3U);
}

// What came of each row: its number of fields, or "!" where it could not be read.
std::string outcomes(const std::string& text) {
  ViewBuffer buffer(text);
  TableRows rows(buffer, ',', 100'000);
  std::string all;
  std::vector<std::string> row;
  for (auto outcome = rows.next(row); outcome != TableRows::Outcome::end; outcome = rows.next(row))
    all += outcome == TableRows::Outcome::row ? std::to_string(row.size()) : "!";
  return all;
}

TEST(TableRows, AStrayQuotationMarkSpoilsItsOwnRowOnly) {
  const std::string good = "x,\"quoted, text\"\n";
  for (const std::string bad :
       {"a,\"stray\n", "\"stray,b\n", "a,\"stray \"\"doubled\"\" marks\n", "a,\"\"\"stray\n"}) {
    EXPECT_EQ(outcomes(good + bad + good + "y,plain\n" + good), "2!222") << bad;
    EXPECT_EQ(outcomes(good + bad + "y,plain\n" + "z,\"\"\n" + good), "2!222") << bad;
    EXPECT_EQ(outcomes(good + bad + "y,plain\nz,plain\n"), "2!22") << bad;
    EXPECT_EQ(outcomes(good + bad), "2!") << bad;
  }
  EXPECT_EQ(outcomes(good + "a,\"stray\nb,said \"x\"\nc,d\n"), "2!22") << "closed by luck";
  EXPECT_EQ(outcomes(good + "a,\"one\nhe said \"no\" to it\"\nc,d\n"), "222") << "undoubled marks";
  EXPECT_EQ(outcomes(good + "a,\"one\nthen, two\"\nc,d\n"), "222") << "commas on further lines";
  EXPECT_EQ(outcomes(good + "a,b\"c\n" + good), "222") << "a mark within a field is a letter";
}

TEST(TableRows, ATabIsInNoFurtherLineOfAField) {
  EXPECT_EQ(rows_of("a\tb\n\"x\ty\nz\tsaid \"w\"\n\"u\nv\"\tt\n", '\t').size(), 1U);
  const Collected read = read_as_text("title\tbody\n\"A\tB\nC\tsaid \"D\"\n\"E\nF\"\tG\n");
  EXPECT_THAT(in_words(read.articles), ElementsAre("2@3|C|said \"D\"", "3@4|E\nF|G"));
  EXPECT_THAT(in_words(read.errors), ElementsAre("2: a quotation mark that nothing closes"));
}

TEST(TableRows, ManyStrayMarksTakeNoLongTime) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "x,\"\"a\n";
  EXPECT_EQ(outcomes(text).size(), 200'000U);
  text.clear();
  for (int i = 0; i < 200'000; ++i) text += "x,\"a\n";
  EXPECT_EQ(outcomes(text), std::string(200'000, '!'));
  EXPECT_EQ(outcomes("x,\"" + std::string(300'000, 'a') + "\ny,z\n"), "!2");
  EXPECT_EQ(outcomes("x,\"a\n" + std::string(300'000, '\n') + "y,z\n"), "!2");
}

// Every line begins a row whose fields go on over all of the lines after it, up to the one that
// spoils them.
TEST(TableRows, ManyFieldsInVainTakeNoLongTime) {
  std::string text = "\"x\n";
  for (int i = 0; i < 200'000; ++i) text += "y\",\"x\n";
  text += ",\"z\n";
  EXPECT_GE(outcomes(text).size(), 200'000U);
}

TEST(Table, ColumnsAreKnownByTheirNames) {
  for (const std::string_view text :
       {"title,date,body\nA,2018-04-30,B\n", "Headline;Published;Text\nA;2018-04-30;B\n",
        "TITLE\tDATE\tCONTENT\nA\t2018-04-30\tB\n", "x|title|date|story\n1|A|2018-04-30|B\n"}) {
    const Collected read = read_as_text(text, "/t.dat");
    EXPECT_THAT(in_words(read.articles), ElementsAre("1@2|A|B")) << text;
    EXPECT_EQ(read.articles.at(0).date, "2018-04-30");
  }
}

std::string dates_of(const Collected& read) {
  std::string all;
  for (const Article& article : read.articles) all += article.date + " ";
  return all;
}

TEST(Table, RowsTellTheOrderOfDayAndMonthToOneAnother) {
  const std::string header = "title,date,body\n";
  EXPECT_EQ(
      dates_of(read_as_text(header + "A,04/05/2018,x\nB,04/13/2018,x\nC,01/02/2018 14:05,x\n")),
      "2018-04-05 04/13/2018 2018-01-02T14:05 ");
  EXPECT_EQ(dates_of(read_as_text(header + "A,13/05/2018,x\nB,04/05/2018,x\nC,2018,x\n")),
            "13/05/2018 2018-05-04 2018 ");
  EXPECT_EQ(dates_of(read_as_text(header + "A,04.05.2018,x\nB,04/13/2018,x\n")),
            "04.05.2018 04/13/2018 ")
      << "another mark";
  const Collected open = read_as_text(header + "A,04/05/2018,x\nB,05/05/2018,x\n");
  EXPECT_EQ(dates_of(open), "04/05/2018 05/05/2018 ");
  EXPECT_THAT(open.errors, IsEmpty());
}

TEST(Table, RowsThatContradictOneAnotherTellNothing) {
  const Collected read =
      read_as_text("title,date,body\nA,04/05/2018,x\nB,04/13/2018,x\nC,13/04/2018,x\n");
  EXPECT_EQ(dates_of(read), "04/05/2018 04/13/2018 13/04/2018 ");
  EXPECT_THAT(in_words(read.errors),
              ElementsAre("its dates have the day first (\"13/04/2018\" in line 4) and the month "
                          "first (\"04/13/2018\" in line 3)"));
  const Collected plain = read_as_text("title,date,body\nB,04/13/2018,x\nC,13/04/2018,x\n");
  EXPECT_THAT(plain.errors, IsEmpty()) << "each is read all the same";
}

TEST(Table, ProseWithCommasIsNone) {
  for (const std::string_view text :
       {"Title, with a comma\n\nText, and more of it.\n", "Body, text, and soul\n\nProse.\n",
        "title\nA\n", "Name,Age\nJane,30\n", "Sep=\nA\n",
        "Date, title\nAnd then prose, with, many, commas\n"}) {
    EXPECT_THAT(read_as_text(text).articles, SizeIs(1)) << text;
    EXPECT_EQ(read_as_text(text).articles.at(0).record, 0U) << text;
  }
}

TEST(Table, BadRowsAreReportedAndTheOthersRead) {
  const Collected read = read_as_text("title,body\nA,B\nC,D,E\n,\nF\n\"G,H\n");
  EXPECT_THAT(in_words(read.articles), ElementsAre("1@2|A|B", "4@5|F|"));
  EXPECT_THAT(read.errors, ElementsAre(::testing::Field(&ReadError::blank, false),
                                       ::testing::Field(&ReadError::blank, true),
                                       ::testing::Field(&ReadError::blank, false)));
  EXPECT_THAT(in_words(read.errors), ElementsAre("3: 3 fields, but 2 columns", "4: no text",
                                                 "6: a quotation mark that nothing closes"));
}

TEST(Table, WhatFollowsABadRowIsReadFromTheNextWholeRowOn) {
  const Collected read = read_as_text(
      "title,date,body\nA,2018,B\nBad,2018,\"one\ntwo, and \"\"x\"\"\n\"three\nC,2018,\"D\nE\"\n");
  EXPECT_THAT(in_words(read.articles), ElementsAre("1@2|A|B", "4@6|C|D\nE"));
  EXPECT_THAT(in_words(read.errors), ElementsAre("3: a quotation mark that nothing closes",
                                                 "5: a quotation mark that nothing closes"));
}

TEST(Table, ALastRowThatBreaksOffIsNoArticle) {
  const Collected cut = read_as_text("title,body,url\nA,B,C\nD,E");
  EXPECT_THAT(in_words(cut.articles), ElementsAre("1@2|A|B"));
  EXPECT_THAT(in_words(cut.errors),
              ElementsAre("3: a last row that breaks off: fields 2, columns 3"));
  EXPECT_THAT(read_as_text("title,body,url\nA,B,C\nD,E,").articles, SizeIs(2));
  EXPECT_THAT(read_as_text("title,body,url\nA,B,C\nD,E\n").articles, SizeIs(2));
}

TEST(Table, ItsFirstLineMaySayWhatPartsColumns) {
  for (const std::string_view text : {"sep=;\ntitle;body\nA;B\n", "SEP=|\r\ntitle|body\r\nA|B\r\n",
                                      "\"sep=;\"\ntitle;body\nA;B\n", "sep=^\ntitle^body\nA^B\n",
                                      "\xEF\xBB\xBFsep=;\ntitle;body\nA;B\n"}) {
    const Collected read = read_as_text(text);
    EXPECT_THAT(in_words(read.articles), ElementsAre("1@3|A|B")) << text;
    EXPECT_THAT(read.errors, IsEmpty()) << text;
  }
}

TEST(Table, WithinPackedDataIsNone) {
  using namespace std::string_view_literals;
  const struct {
    std::string_view packer;
    std::string_view beginning;  // of what it made of a short table
  } cases[] = {
      {"xz", "\xFD\x37zXZ\0\0\x04\xE6\xD6\xB4\x46\x02\0!\x01\x16\0\0\0t/\xE5\xA3\x01\0."sv},
      {"7z", "7z\xBC\xAF\x27\x1C\0\x04\x35\x2A\x8F\x10\x33\0\0\0"sv},
      {"rar", "Rar!\x1A\x07\x01\0\x33\x92\xB5\xE5\x0A\x01\x05\x06\0"sv},
  };
  for (const auto& each : cases) {
    for (const std::string_view table : {"title\tdate\tbody\nT\t2018-04-30\tA body\n"sv,
                                         "title,date,body\nT,2018-04-30,A body\n"sv}) {
      SCOPED_TRACE(each.packer);
      const Collected read = read_as_text(fmt::format("{}{}", each.beginning, table), "/t.tsv");
      EXPECT_THAT(read.articles, IsEmpty());
      EXPECT_THAT(in_words(read.errors), ElementsAre("binary data, not text"));
    }
  }
}

TEST(Table, WithoutAKnownColumnOfTextIsRefused) {
  const struct {
    std::string_view text;
    std::string path;
    std::string columns;
  } cases[] = {
      {"title,date,url\nA,2018-04-30,x\n", "/t.dat", "\"title\", \"date\", \"url\""},
      {"kop;datum;verhaal\nA;2018;B\nC;2018;D\n", "/t.csv", "\"kop\", \"datum\", \"verhaal\""},
      {"title|x\nA|B\n", "/t.CSV", "\"title\", \"x\""},
  };
  for (const auto& each : cases) {
    const Collected read = read_as_text(each.text, each.path);
    EXPECT_THAT(read.articles, IsEmpty()) << each.text;
    EXPECT_THAT(in_words(read.errors),
                ElementsAre("1: no column of a known name for the text of articles, only " +
                            each.columns + " (--mapping FILE names it)"));
  }
  std::string many = "title,date";
  for (int i = 0; i < 30; ++i) many += "," + std::string(100, 'x');
  EXPECT_THAT(in_words(read_as_text(many + "\n").errors).at(0), HasSubstr("xxx...\" and 12 more"));
}

TEST(Table, ColumnsOfServicesAndCollectionsAreKnown) {
  for (const std::string_view header :
       {"headline,publish_date,full_text", "article_title,datetime,maintext",
        "Headlines,Published_At,Article_Text", "webTitle,webPublicationDate,bodyText",
        "Article Title,Publication Date,Full Text", "Title,Date-Published,Article Body",
        " \"Title\", 'date', \"Text\"", "article  title,Date _ published,BODY-TEXT"}) {
    const Collected read = read_as_text(std::string(header) + "\nA,2018-04-30,B\n");
    EXPECT_THAT(in_words(read.articles), ElementsAre("1@2|A|B")) << header;
    EXPECT_EQ(read.articles.at(0).date, "2018-04-30") << header;
  }
}

TEST(Table, LegacyEncodingsAndUtf16AreRead) {
  EXPECT_EQ(
      read_as_text("title,body\ncaf\xE9,d\xE9j\xE0 vu encore une fois\n").articles.at(0).title,
      "café");
  std::string utf16 = "\xFF\xFE";
  for (const char byte : std::string_view("title,body\nA,B\n")) (utf16 += byte) += '\0';
  EXPECT_THAT(in_words(read_as_text(utf16).articles), ElementsAre("1@2|A|B"));
}

TEST(Table, BytesOfTwoCellsAreNoCharacter) {
  const auto read = read_as_text("title,body\nA,one\n\xC2,\xAA two words\nC,three words\n");
  ASSERT_EQ(read.articles.size(), 3U);
  for (const Article& article : read.articles)
    EXPECT_TRUE(all_texts_are_valid(article)) << article.title;
}

TEST(Table, ColumnsOfTwoSpellingsOfOneNameAreTwo) {
  const auto mapping = parse_field_mapping("{title: a-b, body: [a_b, A B]}");
  ASSERT_TRUE(mapping);
  Collected read;
  read_text("a b,a_b,a-b\n1,2,3\n", "/t.csv", {.mapping = &*mapping}, read.handlers());
  EXPECT_THAT(in_words(read.articles), ElementsAre("1@2|3|2\n1"));
}

TEST(Table, OneKnownColumnAloneMakesNone) {
  const Collected read = read_as_text("full text,of it\nand,more\n");
  EXPECT_THAT(in_words(read.articles), ElementsAre("0@1|full text,of it|and,more"));
}

Collected read_mapped(std::string_view text, const FieldMapping& mapping) {
  Collected collected;
  read_text(text, "/t.dat", {.mapping = &mapping}, collected.handlers());
  return collected;
}

TEST(FieldMapping, NamesTheColumnsOfATable) {
  const auto mapping =
      parse_field_mapping("title: [kop, hoofd]\nbody: [lead, tekst]\nsource: =Courant\nid: nr\n");
  ASSERT_TRUE(mapping) << mapping.error();
  const Collected read = read_mapped("nr,hoofd,lead,tekst\n7,A,L,T\n8,B,,T2\n", *mapping);
  EXPECT_THAT(in_words(read.articles), ElementsAre("1@2|A|L\nT", "2@3|B|T2"));
  EXPECT_EQ(read.articles.at(0).id, "7");
  EXPECT_EQ(read.articles.at(0).source, "Courant");
}

TEST(FieldMapping, LeadsIntoJson) {
  const auto mapping = parse_field_mapping(
      R"({"title": "head.main", "body": ["lead", "paragraphs"], "date": "pub", "author": "by",)"
      R"("records": "data.items"})");
  ASSERT_TRUE(mapping) << mapping.error();
  const Collected read = read_mapped(
      R"({"data":{"items":[{"head":{"main":"A"},"lead":"L","paragraphs":["P","Q"],"pub":20180430,)"
      R"("by":["Jane","Joe"]},{"x":1},{"head.main":"Own","lead":"M"}]}})",
      *mapping);
  EXPECT_THAT(in_words(read.articles), ElementsAre("1@1|A|L\nP\nQ", "3@1|Own|M"));
  EXPECT_EQ(read.articles.at(0).date, "20180430");
  EXPECT_EQ(read.articles.at(0).author, "Jane, Joe");
  EXPECT_THAT(in_words(read.errors), ElementsAre("1: no text under the names of the mapping"));
  EXPECT_THAT(in_words(read_mapped(R"({"data":1})", *mapping).errors),
              ElementsAre("1: no list at \"data.items\""));
}

TEST(FieldMapping, SaysOnceWhatNothingIsCalled) {
  const struct {
    std::string mapping;
    std::string text;
    std::string reason;  // empty for none
  } cases[] = {
      {"{title: nokol, body: b}", "a,b\n1,2\n3,4\n",
       "no column \"nokol\" of the mapping, only \"a\", \"b\""},
      {"{title: [no, a], body: b}", "a,b\n1,2\n", ""},
      {"{title: A, source: =Courant, body: b}", "a,b\n1,2\n", ""},
      {"{title: [x, y], body: [b, z]}", "a,b\n1,2\n",
       "no column \"x\", \"y\", \"z\" of the mapping, only \"a\", \"b\""},
      {"{title: nokol, body: b}", "{\"a\":1,\"b\":\"B\"}\n{\"b\":\"C\",\"c\":1}\n",
       "no record has \"nokol\" of the mapping, only \"a\", \"b\", \"c\""},
      {"{title: nokol, body: b}", "[{\"a\":1,\n\"b\":\"B\"},\n{\"b\":\"C\"}]",
       "no record has \"nokol\" of the mapping, only \"a\", \"b\""},
      {"{title: c, date: d.e, body: b}", "{\"b\":\"B\",\"d\":{}}\n{\"b\":\"C\",\"c\":null}\n", ""},
      {"{title: nokol, body: b}", "{\"a\":1,\"b\":\"B\"}\n", ""},
  };
  for (const auto& each : cases) {
    const auto mapping = parse_field_mapping(each.mapping);
    ASSERT_TRUE(mapping) << mapping.error();
    const Collected read = read_mapped(each.text, *mapping);
    EXPECT_THAT(read.articles, Not(IsEmpty())) << each.text;
    EXPECT_EQ(read.errors.size(), each.reason.empty() ? 0U : 1U) << each.text;
    for (const ReadError& error : read.errors) {
      EXPECT_EQ(error.reason, each.reason);
      EXPECT_TRUE(error.blank);
    }
  }
}

TEST(FieldMapping, HoldsForJsonLines) {
  const auto mapping = parse_field_mapping("{body: story, title: head}");
  ASSERT_TRUE(mapping);
  const Collected read =
      read_mapped("{\"head\":\"A\",\"story\":\"B\"}\n{\"story\":\"C\"}\n", *mapping);
  EXPECT_THAT(in_words(read.articles), ElementsAre("1@1|A|B", "2@2||C"));
}

TEST(FieldMapping, IsRefusedWithTheLine) {
  const struct {
    std::string text;
    std::string error;
  } cases[] = {
      {"- a\n", "not a map of fields to names"},
      {"title: a\n", "no name for \"body\""},
      {"body: a\nheadline: b\n", "line 2: \"headline\" is no field of articles"},
      {"body: {a: b}\n", "\"body\" is neither a name nor a list of names"},
      {"body: [a\n", "line"},
  };
  for (const auto& each : cases) {
    const auto mapping = parse_field_mapping(each.text);
    ASSERT_FALSE(mapping) << each.text;
    EXPECT_THAT(mapping.error(), HasSubstr(each.error));
  }
}

}  // namespace
}  // namespace newsdex
