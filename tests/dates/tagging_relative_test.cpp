// Dates counted from the day of publication or from what was spoken of.
#include "tagging.hpp"

namespace newsdex::testing {
namespace {

TEST(DateTagger, WeekdaysLieBeforePublicationUnlessTheSentenceLooksAhead) {
  const TaggingCase cases[] = {
      {"2018-04-30", "The president on [Monday=2018-04-30] brushed off attacks."},
      {"2018-05-01", "A judge on [Monday=2018-04-30] ordered the blocking."},
      {"2018-05-01", "The minister said [Tuesday=2018-05-01] it was impossible."},
      {"2018-05-01", "[Monday=2018-04-30]'s announcement was followed by rumours."},
      {"2018-04-18", "On [Sunday=2018-04-15], the ministry banned the use."},
      {"2018-04-18", "The leader announced [Wednesday=2018-04-18] that he would leave."},
      {"2018-04-18", "On [Tuesday=2018-04-17] a lawmaker said all could be banned."},
      {"2018-04-18", "The vote will take place on [Friday=2018-04-20]."},
      {"2018-04-18", "The report is to be released [Thursday=2018-04-19]."},
      {"2018-04-18", "They are expected to meet on [Saturday=2018-04-21]."},
      {"2018-04-18", "On [Monday=2018-04-23], the court will hear the case."},
      {"2018-04-18", "Talks resume [Thursday=2018-04-19]."},
      {"2018-04-18", "Iran bans the app [Thursday=2018-04-12]."},
      {"2018-04-18", "[next Friday=2018-04-20] and [last Friday=2018-04-13]"},
      {"2018-04-18", "[this Friday=2018-04-20] and [this past Monday=2018-04-16]"},
      {"2018-04-18", "was shot [Monday morning=2018-04-16TMO]"},
      {"2018-04-18", "died [Saturday night=2018-04-14TNI] in Paris"},
      {"2018-04-18", "[late Tuesday=2018-04-17], police said"},
      {"2018-04-18", "still working by [Monday evening=2018-04-16TEV]."},
      {"2018-04-18", "[Monday of last week=2018-04-09]"},
      {"2019-02", "He spoke on [Monday=XXXX-WXX-1]."},
      {"", "He spoke on [Monday=XXXX-WXX-1]."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, CountsDaysFromPublication) {
  const TaggingCase cases[] = {
      {"2018-04-18", "He said [today=2018-04-18] that [yesterday=2018-04-17] was quiet."},
      {"2018-04-18", "[Tomorrow=2018-04-19] they vote."},
      {"2018-04-18", "[today=2018-04-18]'s vote and [yesterday=2018-04-17]'s"},
      {"2018-04-18", "[yesterday morning=2018-04-17TMO]"},
      {"2018-04-18", "[tonight=2018-04-18TNI] and [last night=2018-04-17TNI]"},
      {"2018-04-18", "[this morning=2018-04-18TMO], [this afternoon=2018-04-18TAF]"},
      {"2018-04-18", "[the day before yesterday=2018-04-16]"},
      {"2018-04-18", "[the day after tomorrow=2018-04-20]"},
      {"2018-04-18", "traded [overnight=2018-04-18TNI]"},
      {"2019-02", "He said [today=2019-02]."},
      {"", "He said [yesterday=XXXX-XX-XX]."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, CountsUnitsFromPublication) {
  const TaggingCase cases[] = {
      {"2018-04-18", "[Last week=2018-W15], he issued a statement."},
      {"2018-04-18", "[this week=2018-W16] and [next week=2018-W17]"},
      {"2018-04-18", "[last month=2018-03], [this month=2018-04], [next month=2018-05]"},
      {"2018-04-18", "[last year=2017]'s attack, [this year=2018], [next year=2019]"},
      {"2019-02", "([last year=2018]'s) incident"},
      {"2018-04-18", "[early this year=2018], authorities banned the app"},
      {"2018-04-18", "[earlier this year=2018] and [later this month=2018-04]"},
      {"2018-04-18", "[late last year=2017] and [early next year=2019]"},
      {"2018-04-18", "at [the start of the year=2018]"},
      {"2018-04-18", "by [the end of the year=2018]"},
      {"2018-04-18", "by [the end of last year=2017]"},
      {"2018-04-18", "by [year-end=2018]"},
      {"2018-04-18", "[the middle of next week=2018-W17]"},
      {"2018-04-18", "[last weekend=2018-W15-WE] and [this weekend=2018-W16-WE]"},
      {"2018-04-18", "[last quarter=2018-Q1] and [this quarter=2018-Q2]"},
      {"2018-04-18", "[the current quarter=2018-Q2]"},
      {"2018-04-18", "[this fiscal year=2018]"},
      {"2018-04-18", "sales for [the year=2018]"},
      {"2018-04-18", "earnings in [the quarter=2018-Q2]"},
      {"2018-04-18", "[earlier in the week=2018-W16]"},
      {"2018-04-18", "[the week before last=2018-W14]"},
      {"2019-02", "[last month=2019-01] and [last year=2018]"},
      {"2019", "[last year=2018] and [last month=XXXX-XX]"},
      {"2018-04-18", "Man of the Year"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, CountsUnitsFromWhatWasSpokenOf) {
  const TaggingCase cases[] = {
      {"2018-04-18", "He arrived on [March 3=2018-03-03]. [The next day=2018-03-04] he left."},
      {"2018-04-18", "He came on [March 3=2018-03-03] and died [the same day=2018-03-03]."},
      {"2018-04-18", "In [2010=2010] he won; [the following year=2011] he lost."},
      {"2018-04-18", "In [2010=2010] sales rose from [the previous year=2009]."},
      {"2018-04-18", "In [May 2010=2010-05] he won. [Two months later=2010-07] he lost."},
      {"2018-04-18",
       "On [July 3, 1998=1998-07-03] it fell, and [three days later=1998-07-06] rose."},
      {"2018-04-18", "It opened in [1998=1998] and closed [two years later=2000]."},
      {"2018-04-18", "In [1998=1998] he sang; [a decade earlier=1988] he had danced."},
      {"2018-04-18", "On [March 3=2018-03-03], he spoke. [The day before=2018-03-02], he wept."},
      {"2018-04-18", "in [July 1998=1998-07] and [later that month=1998-07]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, EarlierAndLaterLieBesideThePublication) {
  struct Case {
    std::string_view text;
    std::string_view first;
    std::string_view last;
  };
  const Case cases[] = {
      {"earlier this year", "2018-01-01", "2018-11-20"},
      {"later this year", "2018-11-20", "2018-12-31"},
      {"early this year", "2018-01-01", "2018-05-01"},
      {"earlier in the month,", "2018-11-01", "2018-11-20"},
      {"earlier in 2018", "2018-01-01", "2018-11-20"},
      {"earlier in 2016", "2016-01-01", "2016-12-31"},
      {"later that week", "2018-11-19", "2018-11-25"},
  };
  DateTagging tagging;
  for (const Case& each : cases) {
    const auto found = tagging.tag(each.text, "2018-11-20");
    ASSERT_EQ(found.size(), 1U) << each.text;
    EXPECT_EQ(to_string(to_partial_date(*found[0].first)), each.first) << each.text;
    EXPECT_EQ(to_string(to_partial_date(*found[0].last)), each.last) << each.text;
    EXPECT_FALSE(found[0].mod.empty()) << each.text;
  }
}

TEST(DateTagger, CountsHoursFromTheMinuteOfPublication) {
  const TaggingCase cases[] = {
      {"2018-04-18T10:15", "shot [two hours ago=2018-04-18T08:15]"},
      {"2018-04-18T10:15", "shot [30 minutes ago=2018-04-18T09:45]"},
      {"2018-04-18T10:15", "shot [half an hour ago=2018-04-18T09:45]"},
      {"2018-04-18T01:15", "shot [two hours ago=2018-04-17T23:15]"},
      {"2018-04-18T10:15", "shot [30 seconds ago=XXXX-XX-XXTXX]"},
      {"2018-04-18", "shot [two hours ago=XXXX-XX-XXTXX]"},
      {"", "shot at [8 a.m.=XXXX-XX-XXT08:00] and dead [an hour later=XXXX-XX-XXTXX]"},
  };
  expect_tagged(cases);
  DateTagging tagging;
  for (const DateMention& mention : tagging.tag("shot two hours ago", "2018-04-18")) {
    EXPECT_EQ(mention.type, TimexType::time);
  }
}

TEST(DateTagger, CountsBackAndAhead) {
  const TaggingCase cases[] = {
      {"2018-04-18", "[two days ago=2018-04-16]"},
      {"2018-04-18", "[a week ago=2018-W15]"},
      {"2018-04-18", "[six months ago=2017-10]"},
      {"2018-04-18", "[a year ago=2017], profit was lower"},
      {"2018-04-18", "[more than two years ago=2016]"},
      {"2018-04-18", "[20 years ago=1998]"},
      {"2018-04-18", "[a decade ago=2008]"},
      {"2018-04-18", "[two decades ago=199]"},
      {"2018-04-18", "[a year ago today=2017-04-18] and [two weeks ago yesterday=2018-04-03]"},
      {"2018-04", "[a year ago today=XXXX-XX-XX]"},
      {"2018-04-18", "[a year earlier=2017]"},
      {"2018-04-18", "[several years ago=PAST_REF]"},
      {"2018-04-18", "[years ago=PAST_REF]"},
      {"2018-04-18", "[a few weeks later=FUTURE_REF]"},
      {"2018-04-18", "[a year from now=2019]"},
      {"2018-04-18", "[a year and a half ago=2016-10]"},
      {"2018-04-18", "[half a year ago=2017-10]"},
      {"2018-04-18", "[half a century ago=1968]"},
      {"2018-04-18", "by [the end of the month=2018-04], in all"},
      {"2018-04-18", "[two weeks later=2018-W18], [the following Monday=2018-05-07], he left"},
      {"2018-04-18", "[long ago=PAST_REF]"},
      {"2018", "[two years ago=2016] and [two days ago=XXXX-XX-XX]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, KnowsVagueTimes) {
  const TaggingCase cases[] = {
      {"2018-04-18", "It is [now=PRESENT_REF] banned."},
      {"2018-04-18", "[currently=PRESENT_REF] blocked, [recently=PAST_REF] pledged"},
      {"2018-04-18", "a [recent=PAST_REF] directive"},
      {"2018-04-18", "the [current=PRESENT_REF] government"},
      {"2018-04-18", "in [recent months=PAST_REF]"},
      {"2018-04-18", "in [recent years=PAST_REF]"},
      {"2018-04-18", "in [the past=PAST_REF], it was so"},
      {"2018-04-18", "in [the future=FUTURE_REF]"},
      {"2018-04-18", "in [the near future=FUTURE_REF]"},
      {"2018-04-18", "in [the coming weeks=FUTURE_REF]"},
      {"2018-04-18", "[these days=PRESENT_REF] nobody cares"},
      {"2018-04-18", "at [the moment=PRESENT_REF]"},
      {"2018-04-18", "[right now=PRESENT_REF]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsTimesOfTheDay) {
  const TaggingCase cases[] = {
      {"2018-04-18", "at [10 p.m. EST=2018-04-18T22:00]"},
      {"2018-04-18", "at [10:30 a.m.=2018-04-18T10:30]"},
      {"2018-04-18", "at [9 a.m. Friday=2018-04-13T09:00], he left"},
      {"2018-04-18", "will start at [8 p.m. on Friday=2018-04-20T20:00]"},
      {"2018-04-18", "at [10:30=2018-04-18T10:30] he rose"},
      {"2018-04-18", "at [1830 GMT=2018-04-18T18:30]"},
      {"2018-04-18", "at [noon=2018-04-18T12:00] and at [midnight=2018-04-18T00:00]"},
      {"2018-04-18", "by [10pm=2018-04-18T22:00]"},
      {"2018-04-18", "at [10.30pm=2018-04-18T22:30]"},
      {"2018-04-18", "at [6 o'clock=2018-04-18T06:00]"},
      {"2018-04-18", "on [Monday=2018-04-16] at [5:15 p.m.=2018-04-16T17:15]"},
      {"2018-04-18", "[about 9 a.m.=2018-04-18T09:00]"},
      {"2018-04-18", "a ratio of 10:30 and a score of 3:2"},
      {"2018-04-18", "[the morning of April 3=2018-04-03TMO]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, NarrativesCountFromWhatTheyTell) {
  const TaggingCase cases[] = {
      {"2009-12-19",
       "War came in [September 1939=1939-09]. In [October=1939-10], Poland fell. In "
       "[May 1940=1940-05] France was invaded, and in [December 1941=1941-12] America. In "
       "[January=1942-01], Manila fell."},
      {"2009-12-19",
       "In [1861=1861] war came. It ended on [April 9, 1865=1865-04-09]. On [April 14=1865-04-14] "
       "he was shot; [the next day=1865-04-15] he died. In [1866=1866] all was over."},
  };
  expect_tagged(cases);
}

}  // namespace
}  // namespace newsdex::testing
