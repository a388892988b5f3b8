// Formats of a row each in the table that need but a few tests: SGML of Reuters, PDF, office
// documents, and what is asked for by name.
#include <chrono>
#include <cstdlib>

#include "reading/child_process.hpp"
#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::AnyOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

TEST(Reuters, ArticlesStandBetweenTheirTags) {
  const Collected read = read_as_text(
      "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS TOPICS=\"YES\" NEWID=\"7\">\n"
      "<DATE>26-FEB-1987 15:01:01.79</DATE>\n<TEXT>&#2;\n<TITLE>COCOA &lt;BAH></TITLE>\n"
      "<AUTHOR>    By Jane Roe, Reuters</AUTHOR>\n"
      "<DATELINE>    SALVADOR, Feb 26 - </DATELINE><BODY>Showers in\nthe zone &amp; more.\n"
      "    Second paragraph.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n"
      "<REUTERS NEWID=\"8\"><TEXT TYPE=\"UNPROC\">&#2;\nRaw text\n&#3;</TEXT></REUTERS>\n"
      "<REUTERS NEWID=\"9\"><TEXT><TITLE></TITLE></TEXT></REUTERS>\n<REUTERS>");
  ASSERT_THAT(read.articles, SizeIs(2));
  EXPECT_EQ(read.articles[0].title, "COCOA <BAH>");
  EXPECT_EQ(read.articles[0].date, "26-FEB-1987 15:01:01");
  EXPECT_EQ(read.articles[0].author, "Jane Roe, Reuters");
  EXPECT_EQ(read.articles[0].record_key, "7");
  EXPECT_EQ(read.articles[0].body,
            "SALVADOR, Feb 26 - Showers in the zone & more.\nSecond paragraph.\nReuter");
  EXPECT_EQ(read.articles[1].body, "Raw text");
  EXPECT_THAT(in_words(read.errors),
              ElementsAre("16: no text", "17: an article that no </REUTERS> ends"));
}

TEST(Office, DocumentsAreRefusedWithAWordOfWhatToDo) {
  const std::string docx = "PK\x03\x04" + std::string(26, '\0') + "[Content_Types].xml";
  EXPECT_THAT(in_words(read_as_text(docx).errors),
              ElementsAre(StartsWith("an office document; save it")));
}

constexpr std::string_view kPdf =
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count "
    "1>>"
    "endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font"
    "<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj 4 0 obj<</Length "
    "125>>stream\n"
    "BT /F1 12 Tf 20 150 Td (A title of the page) Tj 0 -60 Td (Telegram was block-) Tj 0 -14 Td "
    "(ed on Monday.) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>";

TEST(Pdf, IsReadWherePdftotextIsInstalled) {
  const Collected read = read_as_text(kPdf);
  if (!read.errors.empty()) {
    EXPECT_THAT(read.errors[0].reason, HasSubstr("install"));
    GTEST_SKIP() << "no pdftotext";
  }
  ASSERT_THAT(read.articles, SizeIs(1));
  EXPECT_THAT(read.articles[0].title + read.articles[0].body,
              HasSubstr("Telegram was blocked on Monday."));
  EXPECT_THAT(in_words(read_as_text("%PDF-1.4 nothing").errors),
              ElementsAre("a PDF that pdftotext cannot read: damaged or encrypted"));
}

// A page that states `title`, with `text` on one line.
std::string pdf_of(const std::string& title, const std::string& text) {
  const std::string content = "BT /F1 12 Tf 20 150 Td (" + text + ") Tj ET\n";
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj "
         "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R"
         "/MediaBox[0 0 900 200]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1"
         "/BaseFont/Helvetica>>>>>>>>endobj 5 0 obj<</Title(" +
         title + ")>>endobj 4 0 obj<</Length " + std::to_string(content.size()) + ">>stream\n" +
         content + "endstream endobj\ntrailer<</Root 1 0 R/Info 5 0 R>>";
}

TEST(Pdf, TheTitleThatItStatesCountsWhereItIsOne) {
  const std::string text = "Telegram was blocked in the country on Monday.";
  if (!read_as_text(kPdf).errors.empty()) GTEST_SKIP() << "no pdftotext";
  const struct {
    std::string stated;
    std::string title;
  } cases[] = {
      {"A year of the ban", "A year of the ban"},
      {"Microsoft Word - A year of the ban", ""},
      {"A year of ban.docx", ""},
      {"C:\\\\news\\\\a year of ban", ""},
      {"Untitled document of mine", ""},
      {"Layout 1", ""},
      {"", ""},
  };
  for (const auto& each : cases) {
    const Collected read = read_as_text(pdf_of(each.stated, text));
    ASSERT_THAT(read.articles, SizeIs(1)) << each.stated;
    EXPECT_EQ(read.articles[0].title, each.title) << each.stated;
    EXPECT_EQ(read.articles[0].body, text) << each.stated;
  }
}

TEST(Pdf, SaysWhatToInstall) {
  const std::string path = ::getenv("PATH");
  ::setenv("PATH", "/nonexistent", 1);
  const Collected read = read_as_text(kPdf);
  ::setenv("PATH", path.c_str(), 1);
  EXPECT_THAT(in_words(read.errors),
              ElementsAre("a PDF, which pdftotext would read, but it is not installed (package "
                          "poppler-utils)"));
}

TEST(ChildProcess, IsAFilterWithLimits) {
  const ChildLimits limits{.time = std::chrono::seconds(1), .output_bytes = 1000};
  EXPECT_EQ(run_filter({"cat"}, "text", limits).value(), "text");
  EXPECT_EQ(run_filter({"cat", "-", "$(echo x)"}, "text", limits).error(), ChildFailure::failed);
  EXPECT_EQ(run_filter({"no-such-program"}, "", limits).error(), ChildFailure::not_installed);
  EXPECT_EQ(run_filter({"false"}, "", limits).error(), ChildFailure::failed);
  EXPECT_EQ(run_filter({"yes"}, "", limits).error(), ChildFailure::too_much);
  const auto started = std::chrono::steady_clock::now();
  EXPECT_EQ(run_filter({"sleep", "60"}, "", limits).error(), ChildFailure::timeout);
  EXPECT_LT(std::chrono::steady_clock::now() - started, std::chrono::seconds(10));
}

TEST(AskedFormat, IsReadWhateverTheContentLooksLike) {
  const struct {
    std::string format;
    std::string text;
    std::string words;
  } cases[] = {
      {"text", "{\"title\":\"A\",\"body\":\"B\"}\n\nText",
       "0@1|{\"title\":\"A\",\"body\":\"B\"}|Text"},
      {"text", "---\ntitle: A\n---\nB", "0@1|---|title: A\n---\nB"},
      {"table", "body,x\nB,1\n", "1@2||B"},
      {"html",
       "Just a text of more than a few words, so that it is one, and then some more words "
       "still.<p>And more",
       "0@0||Just a text of more than a few words, so that it is one, and then some more words "
       "still.\nAnd more"},
  };
  for (const auto& each : cases) {
    Collected read;
    read_text(each.text, "/x", {.format = each.format}, read.handlers());
    EXPECT_THAT(in_words(read.articles), ElementsAre(each.words));
  }
  Collected broken;
  read_text("prose", "/x", {.format = "jsonl"}, broken.handlers());
  EXPECT_THAT(broken.errors, SizeIs(1));
}

}  // namespace
}  // namespace newsdex
