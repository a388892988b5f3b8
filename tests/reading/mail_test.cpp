#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::string_view kHeaders =
    "From: \"The Brief\" <brief@example.org>\nDate: Mon, 30 Apr 2018 08:00:00 +0200\n"
    "Subject: =?utf-8?Q?Caf=C3=A9?= =?iso-8859-1?B?IG5ld3M=?=\nMIME-Version: 1.0\n";

Article letter(const std::string& rest) {
  const Collected read = read_as_text(std::string(kHeaders) + rest, "/news/letter");
  EXPECT_THAT(in_words(read.errors), IsEmpty()) << rest;
  return read.articles.empty() ? Article() : read.articles.front();
}

TEST(Mail, HeadersBecomeFields) {
  const Article article = letter("\nText.\n");
  EXPECT_EQ(article.title, "Café news");
  EXPECT_EQ(article.date, "2018-04-30T08:00:00+02:00");
  EXPECT_EQ(article.source, "The Brief");
  EXPECT_EQ(article.body, "Text.");
}

TEST(Mail, BodiesAreDecoded) {
  const struct {
    std::string_view what;
    std::string rest;
    std::string body;
  } cases[] = {
      {"quoted-printable",
       "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n"
       "\nCaf=E9 ow=\nners.\n",
       "Café owners."},
      {"base64",
       "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nQ2Fmw6kK\n",
       "Café"},
      {"html", "Content-Type: text/html\n\n<p>One<p>Two<p><a href=x>A link</a>\n", "One\nTwo"},
      {"a charset that is not known", "Content-Type: text/plain; charset=nosuch\n\nText.\n",
       "Text."},
      {"alternatives",
       "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nPlain text.\n--b\n"
       "Content-Type: text/html\n\n<p>Plain text.\n--b--\n",
       "Plain text."},
      {"alternatives of which HTML says more",
       "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nSee it in a browser.\n--b\n"
       "Content-Type: text/html\n\n<p>Long text of the letter, and more of it than in the other.\n"
       "--b--\n",
       "Long text of the letter, and more of it than in the other."},
      {"attachments",
       "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nText.\n--b\n"
       "Content-Disposition: attachment; filename=a.txt\n\nAttached.\n--b--\n",
       "Text."},
      {"a boundary that never ends", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nText.\n",
       "Text."},
  };
  for (const auto& each : cases) EXPECT_EQ(letter(each.rest).body, each.body) << each.what;
}

TEST(Mail, OtherTextsWithColonsAreNone) {
  for (const std::string_view text :
       {"From: here\n\nText.\n", "Subject: A\nBody: B\n\nText.\n",
        "From Tehran: the news\n\nDate: none\nSubject: x\n", "From: a\nnot a header\nDate: b\n"}) {
    EXPECT_THAT(read_as_text(text).articles, SizeIs(1));
    EXPECT_EQ(read_as_text(text).articles.at(0).source, "") << text;
  }
}

TEST(Mailbox, IsSplitAtItsLinesFrom) {
  const Collected read = read_as_text(
      "From a@b Mon Apr 30 08:00:00 2018\nFrom: a@example.org\nMessage-ID: <1@x>\nSubject: One\n\n"
      ">From the start.\nFrom now on 2.\n\nFrom a@b Mon Apr 30 08:00:00 2018\nFrom: a@b\nSubject: "
      "Two\n\n"
      "Text.\n\nFrom a@b Mon Apr 30 08:00:00 2018\n\n\n",
      "/news/box");
  ASSERT_THAT(read.articles, SizeIs(2));
  EXPECT_EQ(read.articles[0].body, "From the start.\nFrom now on 2.");
  EXPECT_EQ(read.articles[0].record_key, "1@x");
  EXPECT_EQ(read.articles[0].source, "example.org");
  EXPECT_EQ(read.articles[1].record, 2U);
  EXPECT_EQ(read.articles[1].line, 9U);
  EXPECT_THAT(in_words(read.errors), ElementsAre("15: no text"));
}

TEST(Mailbox, ALetterWithoutADateHasThatOfItsArrival) {
  const Collected read = read_as_text(
      "From a@b Mon Apr 30 08:00:00 2018\nFrom: a@b\nSubject: One\n\nText.\n\n"
      "From - Tue May  1 08:00:00 +0200 2018\nFrom: a@b\nSubject: Two\n\nText 2.\n\n"
      "From a@b Wed May  2 08:00:00 2018\nFrom: a@b\nSubject: Three\n"
      "Received: from x by y; Thu, 3 May 2018 09:00:00 +0200\n\nText 3.\n",
      "/news/box");
  ASSERT_THAT(read.articles, SizeIs(3));
  EXPECT_EQ(read.articles[0].date, "Mon, 30 Apr 2018 08:00:00");
  EXPECT_EQ(read.articles[1].date, "Tue, 1 May 2018 08:00:00 +0200");
  EXPECT_EQ(read.articles[2].date, "2018-05-03T09:00:00+02:00");
}

TEST(Mailbox, LargeMessagesAreReportedAndTheOthersRead) {
  const std::string head = "From a@b Mon Apr 30 08:00:00 2018\nFrom: a@b\nSubject: S\n\n";
  const Collected read = read_as_text(head + std::string(5000, 'x') + "\n\n" + head + "Text.\n",
                                      "/box", {.max_text_bytes = 1000});
  EXPECT_THAT(in_words(read.errors),
              ElementsAre("1: a message larger than the limit of 1000 bytes (--max-file-size)"));
  EXPECT_THAT(read.articles, SizeIs(1));
}

TEST(Mail, NestingIsBounded) {
  std::string deep(kHeaders);
  for (int i = 0; i < 100'000; ++i) {
    const std::string number = std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=b" + number + "\n\n--b" + number + "\n";
  }
  EXPECT_THAT(in_words(read_as_text(deep).errors), ElementsAre("a message of too many parts"));
}

}  // namespace
}  // namespace newsdex
