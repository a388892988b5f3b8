#include "dates/publication_dates.hpp"

#include <gtest/gtest.h>

#include "dates/date_in_name.hpp"

namespace newsdex {
namespace {

PublicationDates find(const Article& article) {
  static const DateTagger tagger;
  Analyzer analyzer;
  TokenStream title;
  TokenStream body;
  analyzer.analyze(article.title, "en", title);
  analyzer.analyze(article.body, "en", body);
  const AnalyzedArticle analyzed{article.title, title.tokens(), article.body, body.tokens()};
  return publication_dates(article, analyzed, tagger.tag(analyzed, {}, article.language));
}

/// "2018-04-30 dateline", and "!" after it for a conflict.
std::string chosen(const Article& article) {
  const PublicationDates found = find(article);
  std::string text = to_string(found.chosen.value);
  text += ' ';
  text += to_string(found.chosen.source);
  if (found.conflict) text += '!';
  return text;
}

Article with_body(std::string_view body) {
  Article article;
  article.body = body;
  return article;
}

TEST(PublicationDates, BodiesTell) {
  struct Case {
    std::string_view body;
    std::string_view chosen;
  };
  const Case cases[] = {
      {"TEHRAN, April 30, 2018 (AFP) - A judge banned it.", "2018-04-30 dateline"},
      {"TEHRAN, 30 April 2018 (AFP) -- A judge banned it.", "2018-04-30 dateline"},
      {"WASHINGTON (Feb. 27, 1998) _ The economy grew.", "1998-02-27 dateline"},
      {"TEHRAN, April 30 (AFP) - A judge banned it Monday. In 2017 it had 40 million users.",
       "2018-04-30 dateline"},
      {"TEHRAN, April 30 (AFP) - A judge banned it.", " none"},
      {"The judge, April 30, 2018, was absent.", " none"},
      {"April 30, 2018\nA judge banned it.", "2018-04-30 byline"},
      {"Monday, April 30, 2018 - 18:45\nA judge banned it.", "2018-04-30 byline"},
      {"Published: 30 April 2018\nA judge banned it.", "2018-04-30 byline"},
      {"By Jane Doe, April 30, 2018\nA judge banned it.", "2018-04-30 byline"},
      {"Jane Doe | Tehran | 30 April 2018\nA judge banned it.", "2018-04-30 byline"},
      {"Published: 30 April 2018\nPosted: 2 May 2018\nA judge banned it.", "2018-04-30 byline!"},
      {"تاریخ انتشار: ۱۰ اردیبهشت ۱۳۹۷\nدادگاه", "2018-04-30 byline"},
      {"On Monday he spoke. Back in September 2018, gunmen killed 24 people. It led to last year's "
       "trial.",
       "2019 text"},
      {"In 2017, the app claimed 40 million users. On Sunday the ministry banned it.", "2018 text"},
      {"He was shot on Saturday, June 2. In 2017 he had been freed. He died today.", "2018 text"},
      {"It will be finished in 2030, he said on Monday.", " none"},
      {"In 1861 war came. In 1865 it ended.", " none"},
      {"In 2017 they rose.", "2017 text"},
      {"In 2017, the app had 40 million users. It had 20 million in 2016.", "2017 text"},
      {"In 2017 they rose, as they had in 1989.", " none"},
      {"In 2017 they will rise.", " none"},
      {"Sales in 2017 were good.", " none"},
      {"The battle of 1999 was long. It ended in 2003.", " none"},
      {"", " none"},
  };
  for (const Case& each : cases) EXPECT_EQ(chosen(with_body(each.body)), each.chosen) << each.body;
}

TEST(PublicationDates, TheMoreTrustedSourceIsChosenAndTheOthersAreKept) {
  Article article = with_body("TEHRAN, April 30, 2018 (AFP) - A judge banned it.");
  article.url = "https://news.example/2018/05/01/ban";
  article.path = "/articles/2018-05-02-ban.txt";
  EXPECT_EQ(chosen(article), "2018-04-30 dateline");
  article.date = "2018-04";
  EXPECT_EQ(chosen(article), "2018-04 metadata");
  article.file_date = "2020-01-01T10:00Z";
  const PublicationDates found = find(article);
  ASSERT_EQ(found.candidates.size(), 5U);
  EXPECT_EQ(found.candidates[2].source, DateSource::url);
  EXPECT_EQ(found.candidates[3].source, DateSource::filename);
  EXPECT_EQ(found.candidates[4].source, DateSource::mtime);
  EXPECT_FALSE(found.conflict);
}

TEST(PublicationDates, KeepThePrecisionAndTheTimeOfMetadata) {
  Article article;
  article.date = "2018-04-30T18:45+04:30";
  EXPECT_EQ(chosen(article), "2018-04-30T18:45+04:30 metadata");
  article.date = "2018";
  EXPECT_EQ(chosen(article), "2018 metadata");
}

TEST(PublicationDates, TwoDatesOfAnAddressThatContradictAreReported) {
  Article article;
  article.url = "https://news.example/2018/04/30/of-2018-05-07";
  EXPECT_EQ(chosen(article), "2018-04-30 url!");
  article.url = "https://news.example/2018/04/30/of-2018-04-30";
  EXPECT_EQ(chosen(article), "2018-04-30 url");
}

TEST(PublicationDates, TheTimeOfTheFileIsTakenLastAndOnlyWhenGiven) {
  Article article = with_body("A judge banned it.");
  EXPECT_TRUE(find(article).empty());
  EXPECT_EQ(find(article).chosen.source, DateSource::none);
  article.file_date = "2020-01-01T10:00+03:30";
  EXPECT_EQ(chosen(article), "2020-01-01T10:00+03:30 mtime");
}

TEST(PublicationDates, TheUsersFileOfDatesCorrectsEverything) {
  Article article = with_body("TEHRAN, April 30, 2018 (AFP) - A judge banned it.");
  article.date = "2019-01-01";
  article.corrected_date = "2018-04";
  EXPECT_EQ(chosen(article), "2018-04 sidecar");
  EXPECT_EQ(find(article).candidates.size(), 3U);
  article.corrected_date = "none";
  EXPECT_EQ(chosen(article), " none");
  EXPECT_EQ(find(article).candidates.size(), 2U) << "what was turned down stays visible";
}

TEST(PublicationDates, WhatIsStatedIsWhatIsChosen) {
  Article article = with_body("TEHRAN, April 30, 2018 (AFP) - A judge banned it.");
  EXPECT_FALSE(stated_date(article));
  article.date = "no date at all";
  EXPECT_FALSE(stated_date(article));
  article.date = "2018-05-01";
  EXPECT_EQ(stated_date(article), find(article).chosen);
  article.corrected_date = "2018-05-02";
  EXPECT_EQ(stated_date(article), find(article).chosen);
  article.corrected_date = "none";
  EXPECT_FALSE(stated_date(article));
}

TEST(PublicationDates, ContradictOnlyWhereNoDayIsCommon) {
  EXPECT_FALSE(contradicts(*parse_date("2018"), *parse_date("2018-04-30")));
  EXPECT_TRUE(contradicts(*parse_date("2018-05"), *parse_date("2018-04-30")));
}

TEST(DatesInName, AreRead) {
  struct Case {
    std::string_view name;
    std::string_view dates;
  };
  const Case cases[] = {
      {"https://a.example/2018/04/30/title", "2018-04-30"},
      {"https://a.example/2018/4/3/title", "2018-04-03"},
      {"https://a.example/world/2018/apr/30/title", "2018-04-30"},
      {"https://a.example/2018/04/title", "2018-04"},
      {"2018-04-30-title.txt", "2018-04-30"},
      {"afp_20180430_tehran.txt", "2018-04-30"},
      {"2018_04_30.html", "2018-04-30"},
      {"2018.04.30.txt", "2018-04-30"},
      {"a/2018/99/99/b", ""},
      {"20189999", ""},
      {"article-201804301234567", ""},
      {"2018-04-title", ""},
      {"1789/07/14/", ""},
      {"idnews123456", ""},
      {"2018", ""},
      {"2018/", ""},
      {"", ""},
      {"2018-04-30 and 2018-05-01", "2018-04-30 2018-05-01"},
  };
  for (const Case& each : cases) {
    std::string found;
    for (const PartialDate& date : dates_in_name(each.name)) {
      if (!found.empty()) found += ' ';
      found += to_string(date);
    }
    EXPECT_EQ(found, each.dates) << each.name;
  }
}

TEST(PublicationDates, ADatelineWithoutAYearTakesOneThatStandsAlone) {
  Article article = with_body("TEHRAN, April 30 (AFP) - A judge banned it.");
  article.path = "/wire/iran-telegram-2018.txt";
  EXPECT_EQ(chosen(article), "2018-04-30 dateline");
  EXPECT_EQ(to_string(find(article).chosen.value.precision), "day");
  article.url = "https://news.example/2017/ban";
  EXPECT_EQ(chosen(article), "2017-04-30 dateline") << "the address goes before the file's name";
  article.url = "https://news.example/2017/ban-of-2016";
  EXPECT_EQ(chosen(article), "2018-04-30 dateline") << "two years are none";
  article.path = "/wire/2018/ban.txt";
  EXPECT_EQ(chosen(article), " none") << "folders are not asked";
  article.url = "https://news.example/2018/04/29/ban";
  EXPECT_EQ(chosen(article), "2018-04-30 dateline");
}

TEST(PublicationDates, AYearInANameGoesBeforeTheYearsOfTheText) {
  Article article =
      with_body("TEHRAN, April 30 (AFP) - A judge banned it Monday. In 2015 it grew.");
  article.path = "/wire/ban-2018.txt";
  EXPECT_EQ(chosen(article), "2018-04-30 dateline");
}

TEST(PublicationDates, AddressAndFileNameAreTrustedEqually) {
  Article article;
  article.url = "https://news.example/2018/05/01/ban";
  article.path = "/articles/2018-05-02-ban.txt";
  EXPECT_EQ(chosen(article), "2018-05-01 url!");
  EXPECT_EQ(conflict_text(find(article)),
            "dates contradict one another: 2018-05-01 (url) and 2018-05-02 (filename)");
  article.url = "https://news.example/2018/05/ban";
  EXPECT_EQ(chosen(article), "2018-05-02 filename") << "a month holds its day";
}

TEST(PublicationDates, OfEqualsTheFinestThatAgreesWithTheRestIsChosen) {
  struct Case {
    std::string_view url;
    std::string_view chosen;
  };
  const Case cases[] = {
      {"https://a.example/2018/04/of-2018-06-07-and-2018-04-30", "2018-04-30 url!"},
      {"https://a.example/2018/04/of-2018-06-07", "2018-06-07 url!"},
      {"https://a.example/2018/06/of-2018-06-07", "2018-06-07 url"},
      {"https://a.example/2018/06/07/of-2018-06-07", "2018-06-07 url"},
      {"https://a.example/2018/06/of-2018-06-07-and-2018-06-08", "2018-06 url!"},
  };
  for (const Case& each : cases) {
    Article article;
    article.url = each.url;
    EXPECT_EQ(chosen(article), each.chosen) << each.url;
  }
}

TEST(PublicationDates, MetadataMayCountSecondsOrHaveABadClock) {
  struct Case {
    std::string_view date;
    std::string_view chosen;
    std::string_view doubt;
  };
  const Case cases[] = {
      {"1525113900", "2018-04-30T18:45Z metadata", ""},
      {"1525113900123", "2018-04-30T18:45Z metadata", ""},
      {"1525113900.25", "2018-04-30T18:45Z metadata", ""},
      {"20180430", "2018-04-30 metadata", ""},
      {"315532799", " none", "its date \"315532799\" cannot be read"},
      {"9999999999", " none", "its date \"9999999999\" cannot be read"},
      {"99999999999999999999", " none", "its date \"99999999999999999999\" cannot be read"},
      {"2018-04-30T99:99", "2018-04-30 metadata",
       "the time of day in \"2018-04-30T99:99\" cannot be read"},
      {"2018-04-30 24:61:00", "2018-04-30 metadata",
       "the time of day in \"2018-04-30 24:61:00\" cannot be read"},
      {"Mon, 30 Apr 2018 18:45 XYZ", "2018-04-30 metadata",
       "the time of day in \"Mon, 30 Apr 2018 18:45 XYZ\" cannot be read"},
      {"2018-02-30T10:00", " none", "its date \"2018-02-30T10:00\" cannot be read"},
      {"2018-04-30 to 2018-05-02", " none", "its date \"2018-04-30 to 2018-05-02\" cannot be read"},
      {"2018-04-30, 2 pages", " none", "its date \"2018-04-30, 2 pages\" cannot be read"},
  };
  for (const Case& each : cases) {
    Article article;
    article.date = each.date;
    EXPECT_EQ(chosen(article), each.chosen) << each.date;
    EXPECT_EQ(unread_text(article), each.doubt);
    EXPECT_EQ(stated_date(article).value_or(PublicationDate{}), find(article).chosen);
  }
}

TEST(PublicationDates, OfOneSourceTheFinestIsChosen) {
  Article article;
  article.url = "https://news.example/2018/04/of-2018-04-30";
  EXPECT_EQ(chosen(article), "2018-04-30 url");
  article.url = "https://news.example/2018/05/of-2018-04-30-or-2018-06-07";
  EXPECT_EQ(chosen(article), "2018-04-30 url!");
  EXPECT_EQ(conflict_text(find(article)),
            "dates contradict one another: 2018-04-30 and 2018-06-07 and 2018-05 (url)");
}

TEST(UnreadText, SaysWhichStatedDateHasNoKnownForm) {
  Article article;
  EXPECT_EQ(unread_text(article), "");
  article.date = "2018-04-30";
  EXPECT_EQ(unread_text(article), "");
  article.date = "2018-02-30";
  EXPECT_EQ(unread_text(article), "its date \"2018-02-30\" cannot be read");
  article.date = std::string(50, 'x');
  EXPECT_EQ(unread_text(article), "its date \"" + std::string(40, 'x') + "...\" cannot be read");
  article.corrected_date = "2018";
  EXPECT_EQ(unread_text(article), "");
}

}  // namespace
}  // namespace newsdex
