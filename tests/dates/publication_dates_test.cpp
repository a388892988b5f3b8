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
      {"Monday, April 30, 2018 - 18:45\nA judge banned it.", "2018-04-30T18:45 byline"},
      {"Published: 30 April 2018\nA judge banned it.", "2018-04-30 byline"},
      {"By Jane Doe, April 30, 2018\nA judge banned it.", "2018-04-30 byline"},
      {"Jane Doe | Tehran | 30 April 2018\nA judge banned it.", "2018-04-30 byline"},
      {"Published: 30 April 2018\nPosted: 2 May 2018\nA judge banned it.", "2018-04-30 byline!"},
      {"تاریخ انتشار: ۱۰ اردیبهشت ۱۳۹۷\nدادگاه", "2018-04-30 byline"},
      {"On Monday he spoke. Back in September 2018, gunmen killed 24 people at a parade. It led to "
       "a trial for last year's attack on the parade.",
       "2019 text"},
      {"In 2017, the app claimed 40 million users. On Sunday the ministry banned it.", " none"},
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
      {"May 3, 2018 4:12 PM EDT\n\nA judge banned it.", "2018-05-03T16:12-04:00 byline"},
      {"4:12 PM EDT, May 3, 2018\nA judge banned it.", "2018-05-03T16:12-04:00 byline"},
      {"Published May 3, 2018 at 16:12 GMT\nA judge banned it.", "2018-05-03T16:12Z byline"},
      {"Thu, 03 May 2018 14:05:00 +0430\nA judge banned it.", "2018-05-03T14:05+04:30 byline"},
      {"April 2018\nA judge banned it.", "2018-04 byline"},
      {"Published April 2018\nA judge banned it.", "2018-04 byline"},
      {"By John Doe, April 2018\nA judge banned it.", "2018-04 byline"},
      {"By John Doe, April 2018\nPublished: 30 April 2018\nHe spoke.", "2018-04-30 byline"},
      {"TEHRAN, April 2018 (AFP) - A judge banned it.", "2018-04 dateline"},
      {"In April 2018\nA judge banned it.", " none"},
      {"It was banned on 04/30/2018 and again on 30/04/2018.", " none"},
      {"He is owner and/or editor since April 30, 2018.", " none"},
      {"He left in 2017; he returned on April 30, 2018.", " none"},
      {"Jane Doe | Tehran / 30 April 2018\nA judge banned it.", "2018-04-30 byline"},
      {"Jane Doe | published on 30 April 2018\nA judge banned it.", "2018-04-30 byline"},
      {"April 2018 saw\nit banned.", " none"},
      {"Published: 2018-05-02T23:00-05:00\nA judge banned it.", "2018-05-02T23:00-05:00 byline"},
      {"2018-05-02T10:00:00+04:30\nA judge banned it.", "2018-05-02T10:00+04:30 byline"},
      {"Published: 2018-05-02T23:00Z\nA judge banned it.", "2018-05-02T23:00Z byline"},
      {"2018-05-02 10:00 +0430\nA judge banned it.", "2018-05-02T10:00+04:30 byline"},
      {"By Jane Doe | May 3, 2018 | 16:12\nA judge banned it.", "2018-05-03T16:12 byline"},
      {"Published May 3, 2018 | Updated May 5, 2018\nA judge banned it.", "2018-05-03 byline"},
      {"WASHINGTON — April 30, 2018 — A judge banned it.", "2018-04-30 dateline"},
      {"The judge — April 30, 2018 — was absent.", " none"},
      {"April 30, 2018 (AFP) - A judge banned it.", "2018-04-30 dateline"},
      {"MOSCOW, April 30, 2018 /TASS/. A judge banned it.", "2018-04-30 dateline"},
      {"BBC News, 30 April 2018\nA judge banned it.", "2018-04-30 byline"},
      {"The vote of 30 April 2018\nA judge banned it.", " none"},
      {"Monday 30 April 2018 18.45 BST\nA judge banned it.", "2018-04-30T18:45 byline"},
      {"Last updated: May 5, 2018\nA judge banned it.", "2018-05-05 byline"},
      {"پنجشنبه ۱۳ اردیبهشت ۱۳۹۷ - ۱۴:۰۵\nدادگاه رای داد", "2018-05-03T14:05 byline"},
      {"By Jane Doe, May 1, 2018\n\nTEHRAN, April 30, 2018 (AFP) - A judge banned it.",
       "2018-04-30 dateline"},
      {"By Jane Doe, May 1, 2018\n\nTEHRAN, April 30 (AFP) - A judge banned it.",
       "2018-04-30 dateline"},
      {"April 30 (Reuters) - Oil rose. In 2017, on Monday, it had fallen.", "2018-04-30 dateline"},
      {"A judge banned it.\nRouhani, April 30, 2018 - said so.", " none"},
      {"TEHRAN, April 30 (AFP) - A judge banned it Monday. In 2015 it had grown.", " none"},
      {"TEHRAN, Monday, April 30 (AFP) - A judge banned it. In 2015, on Sunday, it grew.", " none"},
      {"TEHRAN, Monday, April 30 (AFP) - A judge banned it. In 2017, on Sunday, it grew.",
       "2018-04-30 dateline"},
      {"NAIROBI, May 16 (Xinhua) -- Lawmakers on Wednesday rejected a plan to tax fuel. In 2018 "
       "prices rose by a tenth.",
       "2018-05-16 dateline"},
      {"NAIROBI, May 16 (Xinhua) -- Lawmakers on Thursday rejected a plan to tax fuel. In 2018 "
       "prices rose by a tenth.",
       "2019-05-16 dateline"},
      {"NAIROBI, May 16 (Xinhua) -- Lawmakers on Tuesday rejected a plan to tax fuel. In 2018 "
       "prices rose by a tenth.",
       " none"},
      {"NAIROBI, May 16 (Xinhua) -- Lawmakers on Wednesday rejected a plan to tax fuel. In 2009, "
       "voters rejected a similar plan.",
       " none"},
      {"NAIROBI, May 16 (Xinhua) -- Lawmakers rejected a plan to tax fuel. In 2018 prices rose.",
       "2018 text"},
      {"TEHRAN, April 30 (AFP) - He was tried for last year's attack on a parade. In September "
       "2017 gunmen fired on the parade.",
       "2018-04-30 dateline"},
      {"TEHRAN, Feb. 29, 2019 (AFP) - A judge banned it.", " none"},
      {"تهران، ۱۰ اردیبهشت ۱۳۹۷ (ایسنا) - دادگاه رای داد.", "2018-04-30 dateline"},
      {"تهران، دوشنبه ۱۰ اردیبهشت ۱۳۹۷ (خبرگزاری فارس) - دادگاه رای داد.", "2018-04-30 dateline"},
      {"تهران – ۱۰ اردیبهشت ۱۳۹۷ – دادگاه رای داد.", "2018-04-30 dateline"},
      {"دادگاه در تهران، ۱۰ اردیبهشت ۱۳۹۷ رای داد.", " none"},
      {"Mon, 30 Apr 18\nA judge banned it.", "2018-04-30 byline"},
      {"30-Apr-18\nA judge banned it.", "2018-04-30 byline"},
      {"Published 30 April 2018, 14.05 BST\nA judge banned it.", "2018-04-30T14:05 byline"},
      {"Friday, 04/05/2018\nA judge banned it.", "2018-05-04 byline"},
      {"MOSCOW, April 30, 2018. /TASS/. A judge banned it.", "2018-04-30 dateline"},
      {"او سه‌شنبه ۱۱ اردیبهشت ۱۳۹۷ رفت و چهارشنبه گفت.",
       "2018 text"},
      {"او شنبه ۱۱ اردیبهشت ۱۳۹۷ رفت و چهارشنبه گفت.", " none"},
      {"WASHINGTON -- April 30, 2018 -- A judge banned it.", "2018-04-30 dateline"},
      {"TEHRAN, April 30, 2018 -- A judge banned it.", "2018-04-30 dateline"},
      {"April 30, 2018 18:45 GMT+3\nA judge banned it.", "2018-04-30T18:45+03:00 byline"},
      {"April 30, 2018 18:45 (GMT+4:30)\nA judge banned it.", "2018-04-30T18:45+04:30 byline"},
      {"April 30, 2018 18:45 GMT\nA judge banned it.", "2018-04-30T18:45Z byline"},
      {"He spoke on Monday, April 30, 2018, and left on Tuesday.", "2018 text"},
      {"He left on Friday, March 4, 2011. He is now a lawyer, as in recent years.", " none"},
      {"He spoke on Sunday, April 30, 2018, and left on Tuesday.", " none"},
      {"He spoke on Monday, December 31, 2018, and left on Tuesday.", " none"},
      {"He spoke on Monday, April 30, 2018, and left on Tuesday. It ended on May 9, 2019.",
       " none"},
      {"He will speak on Monday, April 30, 2018, he said on Tuesday.", " none"},
      {"He spoke on April 30, 2018, and left on Tuesday.", " none"},
      {"He spoke today, April 30, 2018, in Tehran.", "2018-04-30 text"},
      {"He spoke yesterday (29 April 2018) in Tehran.", "2018-04-30 text"},
      {"On April 30, 2018, today, he spoke.", "2018-04-30 text"},
      {"He spoke today, April 30, 2018. In May 2019 he left.", " none"},
      {"New Delhi, Apr 16, 2018 (PTI) The court ruled.", "2018-04-16 dateline"},
      {"MANILA, April 16, 2018 (PNA) The court ruled.", "2018-04-16 dateline"},
      {"New Delhi [India], April 30, 2018 (ANI): The court ruled.", "2018-04-30 dateline"},
      {"Manama, 30 Apr. 2018 (BNA): The court ruled.", "2018-04-30 dateline"},
      {"Madrid, 30 Apr 2018 (EFE).- The court ruled.", "2018-04-30 dateline"},
      {"MOSCOW. April 16, 2018 (Interfax) - The court ruled.", "2018-04-16 dateline"},
      {"The court met in Moscow. April 16, 2018 (a Monday) - so it said - was late.", " none"},
      {"The voters, April 16, 2018 (GOP) Members.", " none"},
      {"In Delhi, April 16, 2018 (BJP) members met.", " none"},
      {"30 April 2018 – The court ruled.", "2018-04-30 dateline"},
      {"30 April 2018 – The court ruled.\n1 May 2018 – The ban began.", " none"},
      {"30 April 2018 – it was a Monday – is long past.", " none"},
      {"تهران- ایرنا- دوشنبه ۱۰ اردیبهشت ۱۳۹۷ - دادگاه رای داد.", "2018-04-30 dateline"},
      {"In the Iranian year 1397, on Monday, he said it.", " none"},
      {"۳۰ اسفند ۱۳۹۶\nدادگاه رای داد", " none"},
  };
  for (const Case& each : cases) EXPECT_EQ(chosen(with_body(each.body)), each.chosen) << each.body;
}

TEST(PublicationDates, AYearOfTheBackgroundLeavesADatelineOpen) {
  const Article article = with_body(
      "NAIROBI, May 16 (Xinhua) -- Lawmakers rejected a plan to tax fuel. In 2018 prices rose.");
  EXPECT_EQ(find(article).without_year.value, "XXXX-05-16");
}

TEST(PublicationDates, ADatelineOfAnotherCalendarIsPlacedByTheYear) {
  Article article = with_body("تهران، ۱۰ اردیبهشت (ایرنا) - دادگاه رای داد.");
  EXPECT_EQ(chosen(article), " none");
  EXPECT_EQ(find(article).without_year.value, "XXXX-XX-XX");
  article.path = "/articles/2018/ban.txt";
  article.named_folders = 1;
  EXPECT_EQ(chosen(article), "2018-04-30 dateline");
  article.body = "تهران، دهم دی (ایسنا) - دادگاه رای داد.";
  EXPECT_EQ(chosen(article), "2018-12-31 dateline");
  article.body = "TEHRAN, 10 Ordibehesht (IRNA) - A judge banned it.";
  EXPECT_EQ(chosen(article), "2018-04-30 dateline");
  article.date = "";
  article.url = "https://n.example/2018/05/01/ban";
  EXPECT_EQ(chosen(article), "2018-04-30 dateline");
}

TEST(PublicationDates, MetadataOfTwoDigitYearsInWordsIsRead) {
  Article article;
  for (const std::string_view text : {"۱۰ اردیبهشت ۹۷", "دهم اردیبهشت ۱۳۹۷", "10 Ordibehesht 97"}) {
    article.date = text;
    EXPECT_EQ(chosen(article), "2018-04-30 metadata") << text;
  }
  article.date = "سی‌ام فروردین ۹۷";
  EXPECT_EQ(chosen(article), "2018-04-19 metadata");
  article.date = "۲۲ بهمن ۰۵";
  EXPECT_EQ(chosen(article), "2027-02-11 metadata");
  article.date = "اردیبهشت ۹۷";
  EXPECT_EQ(chosen(article), " none");
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

TEST(PublicationDates, TheUsersFileOfDatesIsReadAsMetadataIs) {
  Article article = with_body("He spoke.");
  for (const std::string_view written : {"1397-02-10", "۱۳۹۷/۰۲/۱۰", "10 Ordibehesht 1397"}) {
    article.corrected_date = written;
    EXPECT_EQ(chosen(article), "2018-04-30 sidecar") << written;
    EXPECT_EQ(stated_dates(article)->chosen, find(article).chosen) << written;
  }
}

TEST(PublicationDates, WhatIsStatedIsWhatIsChosen) {
  Article article = with_body("TEHRAN, April 30, 2018 (AFP) - A judge banned it.");
  EXPECT_FALSE(stated_dates(article));
  article.date = "no date at all";
  EXPECT_FALSE(stated_dates(article));
  article.date = "2018-05-01";
  EXPECT_EQ(stated_dates(article)->chosen, find(article).chosen);
  article.corrected_date = "2018-05-02";
  EXPECT_EQ(stated_dates(article)->chosen, find(article).chosen);
  article.corrected_date = "none";
  EXPECT_FALSE(stated_dates(article));
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
      {"2018-04-title", "2018-04"},
      {"2018-04.txt", "2018-04"},
      {"story-2018-04.txt", "2018-04"},
      {"story_2018_04", "2018-04"},
      {"https://a.example/story-2018-04", "2018-04"},
      {"story-2009-10.txt", ""},
      {"story2018-04.txt", ""},
      {"2018-04/ban.txt", "2018-04"},
      {"30-04-2018.txt", "2018-04-30"},
      {"ban_04_30_2018.txt", "2018-04-30"},
      {"https://a.example/04/30/2018/title", "2018-04-30"},
      {"ban-april-30-2018", "2018-04-30"},
      {"ban-30-Apr-2018.html", "2018-04-30"},
      {"30 April 2018.txt", "2018-04-30"},
      {"The ban, April 30, 2018.txt", "2018-04-30"},
      {"10-02-1397.txt", ""},
      {"10-30-1397.txt", "2019-01-20"},
      {"30-02-1397.txt", "2018-05-20"},
      {"04-05-2018.txt", ""},  // of April or of May
      {"05-05-2018.txt", "2018-05-05"},
      {"31-04-2018.txt", ""},
      {"130-04-2018.txt", ""},
      {"x30-04-2018.txt", ""},
      {"30-04_2018.txt", ""},
      {"-04-2018", ""},
      {"04-2018", ""},
      {"covid-19-2020", ""},
      {"2018-04/12.txt", "2018-04"},
      {"2018_04_title.txt", "2018-04"},
      {"https://a.example/2018-04-title", "2018-04"},
      {"2009-10-season", ""},
      {"2018-13-title", ""},
      {"2018-04-5000-words", ""},
      {"iran-2018-04-title", ""},
      {"1789/07/14/", ""},
      {"https://a.example/1397/02/10/title", "2018-04-30"},
      {"1397-02-10-title.txt", "2018-04-30"},
      {"13970210.txt", "2018-04-30"},
      {"https://a.example/1397/02/title", ""},
      {"1396/12/30/", ""},
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
  EXPECT_EQ(chosen(article), " none") << "folders that the user did not name are not asked";
  article.url = "https://news.example/2018/04/29/ban";
  EXPECT_EQ(chosen(article), "2018-04-30 dateline");
}

TEST(PublicationDates, ADatelineWithoutAYearLiesNextToWhatElseIsKnown) {
  struct Case {
    std::string_view body;
    std::string_view url;
    std::string_view chosen;
  };
  const Case cases[] = {
      {"TEHRAN, Dec. 31 (AFP) - He spoke.", "https://a.example/2018/01/01/x",
       "2017-12-31 dateline"},
      {"TEHRAN, Jan. 1 (AFP) - He spoke.", "https://a.example/2017/12/31/x", "2018-01-01 dateline"},
      {"TEHRAN, Dec. 31 (AFP) - He spoke.", "https://a.example/2018/01/x", "2017-12-31 dateline"},
      {"TEHRAN, Dec. 31 (AFP) - He spoke.", "https://a.example/2018/x", "2018-12-31 dateline"},
      {"TEHRAN, Feb. 29 (AFP) - He spoke.", "https://a.example/2019/03/01/x", "2019-03-01 url"},
  };
  for (const Case& each : cases) {
    Article article = with_body(each.body);
    article.url = each.url;
    EXPECT_EQ(chosen(article), each.chosen) << each.url;
  }
  Article article = with_body("TEHRAN, Dec. 31 (AFP) - He spoke.");
  article.path = "/in/2018-01-01-x.txt";
  EXPECT_EQ(chosen(article), "2017-12-31 dateline");
  article.path = "/in/x.txt";
  article.file_date = "2018-03-04T12:00Z";
  EXPECT_EQ(chosen(article), "2017-12-31 dateline") << "a file is not older than its text";
}

TEST(PublicationDates, SeveralDatesOfMetadataAreHeldAgainstOneAnother) {
  Article article;
  article.date = "2018-04-30\n2018-05-02";
  EXPECT_EQ(chosen(article), "2018-04-30 metadata!");
  EXPECT_EQ(stated_dates(article)->chosen, find(article).chosen);
  EXPECT_TRUE(stated_dates(article)->conflict);
  EXPECT_EQ(date_doubt(article, find(article)),
            "dates contradict one another: 2018-04-30 and 2018-05-02 (metadata)");
  article.date = "2018-04-30\n2018-04-30T10:00Z";
  EXPECT_EQ(chosen(article), "2018-04-30T10:00Z metadata") << "the finer of two that agree";
  article.date = "soon\n2018-05-02";
  EXPECT_EQ(chosen(article), "2018-05-02 metadata");
  EXPECT_EQ(date_doubt(article, find(article)), "its date \"soon\" cannot be read");
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
      {"Thu, 03 May 2018 14:05:00 EDT", "2018-05-03T14:05-04:00 metadata", ""},
      {"Mon, 30 Apr 18", "2018-04-30 metadata", ""},
      {"Mon, 30 Apr 18 14:05 +0430", "2018-04-30T14:05+04:30 metadata", ""},
      {"30-Apr-18", "2018-04-30 metadata", ""},
      {"30 Apr 2018 14.05 BST", "2018-04-30T14:05 metadata", ""},
      {"30 Apr 2018 14:05 IST", "2018-04-30T14:05 metadata", ""},  // of India, Ireland or Israel
      {"Mon Apr 30 14:05:00 CST 2018", "2018-04-30T14:05 metadata", ""},
      {"30 Apr 2018 14:05 PT", "2018-04-30T14:05 metadata", ""},
      {"30 Apr 2018 14:05 WIB", "2018-04-30T14:05+07:00 metadata", ""},
      {"30 Apr 2018 14:05 AEST", "2018-04-30T14:05+10:00 metadata", ""},
      {"2018-W18-1", "2018-04-30 metadata", ""},
      {"2018W181T14:05Z", "2018-04-30T14:05Z metadata", ""},
      {"2018-W53-1", " none", "its date \"2018-W53-1\" cannot be read"},
      {"2018-W18-8", " none", "its date \"2018-W18-8\" cannot be read"},
      {"۱۰ اردیبهشت ۱۳۹۷", "2018-04-30 metadata", ""},
      {"دوشنبه ۱۰ اردیبهشت ماه ۱۳۹۷ ساعت ۱۴:۰۵", "2018-04-30T14:05 metadata", ""},
      {"پنج‌شنبه، ۱۳ اردیبهشت ۱۳۹۷ - ۴:۰۵ عصر",
       "2018-05-03T16:05 metadata", ""},
      {"10 Ordibehesht 1397", "2018-04-30 metadata", ""},
      {"Ordibehesht 10, 1397 14:05", "2018-04-30T14:05 metadata", ""},
      {"14 Sha'ban 1439", "2018-04-30 metadata", ""},
      {"۱۴ شعبان ۱۴۳۹", "2018-04-30 metadata", ""},
      {"1 Rabi al-Awwal 1440", "2018-11-09 metadata", ""},
      {"۳۰ آوریل ۲۰۱۸", "2018-04-30 metadata", ""},
      {"آوریل ۲۰۱۸", "2018-04 metadata", ""},
      {"۱۳۹۷/۰۲", "2018 metadata", ""},
      {"1397-02", "2018 metadata", ""},
      {"اردیبهشت ۱۳۹۷", "2018 metadata", ""},
      {"Dey 1396", " none", "its date \"Dey 1396\" cannot be read"},
      {"1397", " none", "its date \"1397\" cannot be read"},
      {"30 Esfand 1396", " none", "its date \"30 Esfand 1396\" cannot be read"},
      {"10 Ordibehesht 1397 and more", " none",
       "its date \"10 Ordibehesht 1397 and more\" cannot be read"},
  };
  for (const Case& each : cases) {
    Article article;
    article.date = each.date;
    EXPECT_EQ(chosen(article), each.chosen) << each.date;
    EXPECT_EQ(unread_text(article, find(article)), each.doubt);
    EXPECT_EQ(stated_dates(article).value_or(PublicationDates{}).chosen, find(article).chosen);
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

TEST(PublicationDates, ManyDatesInOneLineAreNotComparedEachWithEach) {
  for (const std::string_view piece :
       {"Monday, ", "last year ", "2018-04-30 ", "at 10 p.m. ", "In 2017 ", "1/2/2018 "}) {
    std::string body = "April 2018. ";
    while (body.size() < 100'000) body += piece;
    Article article = with_body(body);
    article.url = "https://a.example" + body;
    article.date = body;
    EXPECT_LE(find(article).candidates.size(), 10U) << piece;
  }
  Article article;
  for (int day = 0; day < 20'000; ++day) article.date += to_string(to_partial_date(day)) + '\n';
  EXPECT_LE(find(article).candidates.size(), 100U);
  EXPECT_EQ(chosen(article), "1970-01-01 metadata!");
}

TEST(PublicationDates, WordsThatCountYearsTellTheYearBesideADate) {
  struct Case {
    std::string_view body;
    std::string_view chosen;
  };
  const Case cases[] = {
      {"Three years ago, in July 2015, powers agreed on a deal.", "2018 text"},
      {"In July 2015, three years ago, powers agreed on a deal.", "2018 text"},
      {"It won last year (2017) and lost since.", "2018 text"},
      {"Next year's games in Tokyo, July 2020, are sold out.", "2019 text"},
      {"He may not stand in this year's vote, set for November 3, 2020.", "2020 text"},
      {"In September 2018, gunmen attacked a parade. It led to a trial over last year's bloody "
       "parade.",
       "2019 text"},
      {"In September 2018, gunmen killed 24. It led to last year's trial.", " none"},
      {"Books tell of last year's trial, of what led to the war in September 2018.", " none"},
      {"In September 1980 Iraq attacked Iran. Veterans of the war met on Sunday and asked for "
       "pensions that last year's budget had cut.",
       " none"},
      {"In 1988, an airliner was shot down. Families met on Sunday in Bandar Abbas. In last year's "
       "meeting, they had wept.",
       " none"},
      {"In 2009, protests filled the streets. The minister spoke on Monday of the app.", " none"},
      {"In 2018, he spoke. In 2019, he was impeached. In 2020, he lost on Tuesday.", " none"},
      {"Last year's report, out in March 2018, was long.", "2019 text"},
      {"Sales rose from 30 in 2015 to 40 last year.", " none"},
      {"Last year the group, founded in May 2013, grew.", " none"},
      {"Gunmen killed 24 in September 2016. Ten were tried in March 2018. The verdict came. It led "
       "to "
       "last year's riots.",
       " none"},
      {"Two years ago, in July 2015, they met. Three years ago, in May 2015, they did not.",
       " none"},
      {"a year and a half ago, in July 2015, they met.", " none"},
  };
  for (const Case& each : cases) EXPECT_EQ(chosen(with_body(each.body)), each.chosen) << each.body;
}

TEST(PublicationDates, ADateThatMayMeanTwoDaysIsDecidedByTheRest) {
  struct Case {
    std::string_view date;
    std::string_view body;
    std::string_view url;
    std::string_view chosen;
  };
  const Case cases[] = {
      {"04/05/2018", "TEHRAN, April 5 (AFP) - He spoke.", "", "2018-04-05 metadata"},
      {"04/05/2018", "TEHRAN, May 3, 2018 (AFP) - He spoke.", "", "2018-05-04 metadata"},
      {"04/05/2018 14:05", "Published: 4 May 2018\nHe spoke.", "", "2018-05-04T14:05 metadata"},
      {"04/05/2018", "He spoke.", "https://a.example/2018/05/04/x", "2018-05-04 metadata"},
      {"04/05/2018", "He spoke on Thursday.", "", "2018 metadata"},
      {"04/05/2018", "He spoke on Wednesday.", "", "2018-04-05 metadata"},
      {"Friday, 04/05/2018", "He spoke.", "", "2018-05-04 metadata"},
      {"Thu 04/05/2018", "He spoke.", "", "2018-04-05 metadata"},
      {"04/05/2018", "Today, May 4, 2018, he spoke.", "", "2018-05-04 metadata"},
      {"04/05/2018", "He spoke.", "", "2018 metadata"},
      {"04/05/2018", "He spoke.", "https://a.example/2018/04/20/x", "2018-04-20 url"},
      {"04/05/2018", "TEHRAN, April 20 (AFP) - He spoke.", "", "2018-04-20 dateline"},
      {"01/02/2018", "TEHRAN, Dec. 20 (AFP) - He spoke.", "", "2017-12-20 dateline"},
      {"04/05/2018\n2018-05-04", "TEHRAN, April 5 (AFP) - He spoke.", "", "2018-05-04 metadata"},
  };
  for (const Case& each : cases) {
    Article article = with_body(each.body);
    article.date = each.date;
    article.url = each.url;
    EXPECT_EQ(chosen(article), each.chosen) << each.date << ' ' << each.body;
    if (const auto stated = stated_dates(article)) {
      EXPECT_EQ(stated->chosen, find(article).chosen);
    }
    const bool decided = each.chosen.starts_with("2018-") && each.chosen.ends_with(" metadata");
    const std::string doubt = date_doubt(article, find(article));
    EXPECT_EQ(doubt.empty(), decided) << each.date << ' ' << each.body;
    if (each.date == "04/05/2018" && !decided) {
      EXPECT_EQ(doubt, "its date \"04/05/2018\" may mean 2018-05-04 or 2018-04-05");
    }
  }
}

TEST(PublicationDates, OneMomentInTwoZonesIsNoContradiction) {
  const auto differ = [](std::string_view a, std::string_view b) {
    return contradicts(*parse_date(a), *parse_date(b)) ||
           contradicts(*parse_date(b), *parse_date(a));
  };
  EXPECT_FALSE(differ("2018-04-30T22:00Z", "2018-05-01T01:30+03:30"));
  EXPECT_FALSE(differ("2018-04-30T22:00Z", "2018-05-01"));
  EXPECT_TRUE(differ("2018-04-30T08:00Z", "2018-05-01"));
  EXPECT_TRUE(differ("2018-04-30T18:45+04:30", "2018-05-01"));
  EXPECT_TRUE(differ("2018-04-30T22:00Z", "2018-05-02T22:00Z"));
}

TEST(PublicationDates, OfMetadataThatContradictsItselfTheFirstIsTaken) {
  Article article;
  article.date = "2018-04-30\n2018-05-02T10:00Z";
  EXPECT_EQ(chosen(article), "2018-04-30 metadata!");
  EXPECT_EQ(find(article).candidates.size(), 2U);
  article.date = "2018-04-30\n2018-05-02T10:00Z\n2018-05-02";
  EXPECT_EQ(chosen(article), "2018-05-02T10:00Z metadata!") << "two agree";
}

TEST(PublicationDates, AnArticleOfOneLineHasItsDatelineThere) {
  Article article;
  article.title = "TEHRAN, April 30, 2018 (AFP) - A judge banned it.";
  EXPECT_EQ(chosen(article), "2018-04-30 dateline");
  article.body = "He spoke.";
  EXPECT_EQ(chosen(article), " none");
}

TEST(PublicationDates, ADatelineWithoutAnyYearIsKept) {
  Article article = with_body("TEHRAN, April 30 (AFP) - A judge banned it.");
  EXPECT_EQ(chosen(article), " none");
  EXPECT_EQ(find(article).without_year.value, "XXXX-04-30");
  article.url = "https://a.example/2018/05/x";
  EXPECT_EQ(chosen(article), "2018-04-30 dateline");
  EXPECT_EQ(find(article).without_year.value, "");
  EXPECT_EQ(chosen(with_body("TEHRAN, Monday 30/04 (AFP) - In 2017, on Sunday, it was banned.")),
            "2018-04-30 dateline");
}

TEST(PublicationDates, ADateLineWithoutAYearIsPlacedAsADatelineIs) {
  struct Case {
    std::string_view body;
    std::string_view url;
    std::string_view changed;
    std::string_view chosen;
    std::string_view without_year;
  };
  const Case cases[] = {
      {"Monday, 30 April\nHe spoke.", "", "", " none", "XXXX-04-30"},
      {"Monday, 30 April\nHe spoke.", "https://a.example/2018/x", "", "2018-04-30 byline", ""},
      {"Monday, 30 April\nHe spoke.", "", "2018-09-01", "2018-04-30 byline", ""},
      {"Monday, 30 April\nHe spoke.", "", "2021-09-01", "2018-04-30 byline", ""},
      {"Monday, 30 April\nIn 2017, on Sunday, it was banned.", "", "", "2018-04-30 byline", ""},
      {"By Jane Doe\nPublished 30 April, 18:45\n\nHe spoke.", "https://a.example/2018/x", "",
       "2018-04-30T18:45 byline", ""},
      {"Monday, 30 April\nPublished: 2 May 2018\nHe spoke.", "", "", "2018-05-02 byline", ""},
      {"TEHRAN, May 2 (AFP) - He spoke.", "", "", " none", "XXXX-05-02"},
      {"30 April\nHe spoke.", "https://a.example/2018/x", "", " none", ""},
      {"He spoke.\nMonday, 30 April\nHe left.", "", "", " none", ""},
      {"On Monday, 30 April, he spoke.", "", "", " none", ""},
      {"Updated Monday, 30 April\nHe spoke.", "", "", " none", ""},
  };
  for (const Case& each : cases) {
    Article article = with_body(each.body);
    article.url = each.url;
    article.file_date = each.changed;
    EXPECT_EQ(chosen(article), each.chosen) << each.body << ' ' << each.url << ' ' << each.changed;
    EXPECT_EQ(find(article).without_year.value, each.without_year) << each.body;
  }
  EXPECT_EQ(find(with_body("Monday, 30 April\nHe spoke.")).without_year.source, DateSource::byline);
  EXPECT_EQ(find(with_body("TEHRAN, May 2 (AFP) - He spoke.")).without_year.source,
            DateSource::dateline);
}

TEST(PublicationDates, FoldersThatTheUserNamedTellAsNamesDo) {
  struct Case {
    std::string_view path;
    std::uint32_t named;
    std::string_view chosen;
  };
  const Case cases[] = {
      {"/w/2018/04/30/ban.txt", 3, "2018-04-30 filename"},
      {"/w/2018/04/30/ban.txt", 4, "2018-04-30 filename"},
      {"/w/2018/04/30/ban.txt", 2, " none"},
      {"/w/2018/04/30/ban.txt", 0, " none"},
      {"/w/2018-04/ban.txt", 1, "2018-04 filename"},
      {"/w/2018-04/ban.txt", 0, " none"},
      {"/w/2018/04/ban.txt", 9, "2018-04 filename"},
      {"/w/2018/ban.txt", 2, " none"},
      {"/w/2018-04/2018-04-30.txt", 1, "2018-04-30 filename"},
      {"/w/2018-04/2018-05-02.txt", 1, "2018-05-02 filename!"},
      {"2018-04-30.txt", 0, "2018-04-30 filename"},
  };
  for (const Case& each : cases) {
    Article article = with_body("A judge banned it.");
    article.path = each.path;
    article.named_folders = each.named;
    EXPECT_EQ(chosen(article), each.chosen) << each.path << ' ' << each.named;
  }
  Article article = with_body("TEHRAN, April 30 (AFP) - A judge banned it.");
  article.path = "/w/2018/ban.txt";
  article.named_folders = 1;
  EXPECT_EQ(chosen(article), "2018-04-30 dateline") << "a year of a folder serves a dateline";
}

TEST(PublicationDates, YearsOfTheBackgroundDateNoArticle) {
  for (const std::string_view body :
       {"The company, founded in 2013, said on Monday that it grew.",
        "He was elected in 2013. On Monday he spoke.",
        "It is the worst slump since the crisis of 2008, he said on Monday.",
        "Prices have risen since 2009, the bank said on Monday.",
        "Founded in May 2013, the group said on Monday it had left.",
        "In 2013 the company was founded. On Monday it was sold.",
        "Born on April 5, 1985, she died on Saturday, June 2.",
        "The merger of March 2014 was a mistake, she said on Monday.",
        "It lasted from 2011 to 2014, he said yesterday.",
        "The 2015 deal is dead, he said on Monday."}) {
    EXPECT_EQ(chosen(with_body(body)), " none") << body;
  }
  EXPECT_EQ(
      chosen(with_body("He was arrested on March 3, 2018. He is to speak on Saturday, June 2.")),
      "2018 text");
}

TEST(UnreadText, SaysWhichStatedDateHasNoKnownForm) {
  Article article;
  EXPECT_EQ(unread_text(article, find(article)), "");
  article.date = "2018-04-30";
  EXPECT_EQ(unread_text(article, find(article)), "");
  article.date = "2018-02-30";
  EXPECT_EQ(unread_text(article, find(article)), "its date \"2018-02-30\" cannot be read");
  article.date = std::string(50, 'x');
  EXPECT_EQ(unread_text(article, find(article)),
            "its date \"" + std::string(40, 'x') + "...\" cannot be read");
  article.corrected_date = "2018";
  EXPECT_EQ(unread_text(article, find(article)), "");
}

}  // namespace
}  // namespace newsdex
