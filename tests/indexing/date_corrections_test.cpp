#include "indexing/date_corrections.hpp"

#include <gtest/gtest.h>

#include "newsdex/error.hpp"

namespace newsdex {
namespace {

DateCorrections corrections(std::string text) {
  return DateCorrections({"/lists/dates.csv", std::move(text)});
}

std::string refusal(const std::string& text) {
  try {
    corrections(text);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(DateCorrections, AreFoundByIdByPathAndByRecord) {
  const DateCorrections dates = corrections(
      "id,date\n# a comment\n\nb2020-02,2018-04-30\nnews/a.txt,2018-05\n/abs/b.txt\t2018\n"
      "\"c, \"\"quoted\"\".txt\",\"2019-01-01\"\ndump.txt#2,2018-06-01\ndump.txt,2018-06-02\n"
      "gone,None\r\n");
  EXPECT_EQ(dates.date_of("b2020-02", "/x", 0), "2018-04-30");
  EXPECT_EQ(dates.date_of("x", "/lists/news/a.txt", 0), "2018-05");
  EXPECT_EQ(dates.date_of("news/a.txt", "/elsewhere/news/a.txt", 0), "2018-05")
      << "an id made of a path";
  EXPECT_EQ(dates.date_of("x", "/abs/b.txt", 0), "2018");
  EXPECT_EQ(dates.date_of("x", "/lists/c, \"quoted\".txt", 0), "2019-01-01");
  EXPECT_EQ(dates.date_of("x", "/lists/dump.txt", 2), "2018-06-01");
  EXPECT_EQ(dates.date_of("x", "/lists/dump.txt", 1), "2018-06-02");
  EXPECT_EQ(dates.date_of("gone", "/x", 0), "none");
  EXPECT_EQ(dates.date_of("nobody", "/x", 3), "");
  EXPECT_EQ(dates.date_of("id", "/x", 0), "");
}

TEST(DateCorrections, AHeadingIsTheFirstLineThatSaysAnything) {
  for (const std::string_view heading : {"path,date\n", "\xEF\xBB\xBF\"path\",\"date\"\r\n",
                                         "# my dates\n\nid\tDate\n", "file,published\n"}) {
    const DateCorrections dates = corrections(std::string(heading) + "a,2018\n");
    EXPECT_EQ(dates.date_of("a", "/a", 0), "2018") << heading;
  }
  EXPECT_EQ(refusal("a,2018\nb,date\n"), "/lists/dates.csv:2: `date` is no date");
}

TEST(DateCorrections, DatesAreReadAsThoseOfMetadata) {
  const DateCorrections dates =
      corrections("a,1397-02-10\nb,۱۳۹۷/۰۲/۱۰\nc,10 Ordibehesht 1397\nd,1397-02\na,2018-04-30\n");
  EXPECT_EQ(dates.date_of("a", "/x", 0), "1397-02-10");
  EXPECT_EQ(dates.date_of("c", "/x", 0), "10 Ordibehesht 1397");
  EXPECT_EQ(refusal("a,1397-13-10\n"), "/lists/dates.csv:1: `1397-13-10` is no date");
  EXPECT_EQ(refusal("a,2018-04-30 99:99\n"), "/lists/dates.csv:1: `2018-04-30 99:99` is no date");
  EXPECT_EQ(refusal("a,04/05/2018\n"),
            "/lists/dates.csv:1: `04/05/2018` may mean 2018-05-04 or 2018-04-05");
}

TEST(DateCorrections, LinesOfNoUseAreTold) {
  DateCorrections dates = corrections("a,2018\nb,2019\n");
  Article article;
  article.id = "a";
  dates.correct(article);
  EXPECT_EQ(article.corrected_date, "2018");
  const auto unused = dates.doubts();
  ASSERT_EQ(unused.size(), 1U);
  EXPECT_EQ(unused[0].line, 2U);
  EXPECT_EQ(unused[0].reason, "no article has the id or path `b`");
}

TEST(DateCorrections, LinesOfOneArticleByIdAndByPlaceAreCompared) {
  const auto doubts_of = [](std::string_view text, std::uint32_t record) {
    DateCorrections dates = corrections(std::string(text));
    dates.note("a", "/lists/f.jsonl", record);
    std::string doubts;
    for (const ReadError& each : dates.doubts()) doubts += each.reason + '\n';
    return doubts;
  };
  EXPECT_EQ(doubts_of("a,2018\nf.jsonl#1,2017\n", 1),
            "`f.jsonl#1` says the same as `a`, which has the date 2018 in line 1\n");
  EXPECT_EQ(doubts_of("f.jsonl,2017\na,2018\n", 0),
            "`a` says the same as `f.jsonl`, which has the date 2017 in line 1\n");
  EXPECT_EQ(doubts_of("a,1 May 2018\nf.jsonl#1,2018-05-01\n", 1), "");
  EXPECT_EQ(doubts_of("f.jsonl,2017\na,2018\n", 1), "");  // the file's is of its other articles
  EXPECT_EQ(doubts_of("a,2018\nf.jsonl#2,2017\n", 1),
            "no article has the id or path `f.jsonl#2`\n");
}

TEST(DateCorrections, RefuseWhatCannotBeMeant) {
  EXPECT_EQ(refusal("a,2018\nb,2018-13\n"), "/lists/dates.csv:2: `2018-13` is no date");
  EXPECT_EQ(refusal("a\n"), "/lists/dates.csv:1: there is no comma or tab in `a`");
  EXPECT_EQ(refusal("a,\n"), "/lists/dates.csv:1: there is no date after the comma or tab");
  EXPECT_EQ(refusal(",2018\n"), "/lists/dates.csv:1: there is no id or path before the date");
  EXPECT_EQ(refusal("a,2018\na,2018\n"), "");
  EXPECT_EQ(refusal("a,2018\na,2019\n"), "/lists/dates.csv:2: `a` has the date 2018 in line 1");
}

TEST(DateCorrections, AnEmptyFileSaysNothing) {
  EXPECT_TRUE(DateCorrections().empty());
  EXPECT_EQ(DateCorrections().date_of("a", "/a", 1), "");
  EXPECT_EQ(corrections("\n\n# nothing\n").date_of("a", "/a", 1), "");
}

TEST(DateCorrections, ALineIsThatOfAllPlacesOfAnArticle) {
  DateCorrections dates = corrections("a.txt,2018-04-30\nb.txt,30 April 2018\nc.txt,2018-05\n");
  const ContentHash key = {1, 2};
  for (const std::string_view name : {"c.txt", "b.txt", "a.txt", "x.txt"}) {
    dates.share(name, "/elsewhere", 0, key);
  }
  EXPECT_EQ(dates.date_of("x.txt", "/elsewhere", 0, key), "2018-04-30");
  EXPECT_EQ(dates.date_of("c.txt", "/elsewhere", 0, key), "2018-04-30");
  EXPECT_EQ(dates.date_of("c.txt", "/elsewhere", 0, {3, 4}), "2018-05") << "another article";
  EXPECT_TRUE(dates.names("/lists/a.txt"));
  EXPECT_FALSE(dates.names("/lists/d.txt"));
  const auto doubts = dates.doubts();
  ASSERT_EQ(doubts.size(), 1U);
  EXPECT_EQ(doubts[0].line, 3U);
}

}  // namespace
}  // namespace newsdex
