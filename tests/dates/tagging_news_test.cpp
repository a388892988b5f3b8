// Sentences in the manner of wire reports and business pages.
#include "tagging.hpp"

namespace newsdex::testing {
namespace {

TEST(DateTagger, ReadsBusinessNews) {
  const TaggingCase cases[] = {
      {"1989-10-25", "In composite trading [yesterday=1989-10-24], shares closed at $12."},
      {"1989-10-25", "[late yesterday=1989-10-24], the company said"},
      {"1989-10-25", "compared with $5 million [a year earlier=1988]"},
      {"1989-10-25", "from $5 million [a year ago=1988]"},
      {"1989-10-25", "for [the three months=P3M] ended [Sept. 30=1989-09-30]"},
      {"1989-10-25", "through [Nov. 30=1989-11-30], it will"},
      {"1989-10-25", "The offer expires [Nov. 10=1989-11-10]."},
      {"1989-10-25", "in [November 1988=1988-11]"},
      {"1989-10-25", "[earlier this month=1989-10]"},
      {"1989-10-25", "as early as [next week=1989-W44]"},
      {"1989-10-25", "one of the bids came [last Wednesday=1989-10-18]"},
      {"1989-10-25", "[Friday=1989-10-20]'s plunge of 190 points"},
      {"1989-10-25", "is expected to be completed by [year-end=1989]"},
      {"1989-10-25", "by [the end of October=1989-10]"},
      {"1989-10-25", "for [the year=1989], analysts expect"},
      {"1989-10-25", "over [the next 18 months=P18M]"},
      {"1989-10-25", "since [early October=1989-10]"},
      {"1989-10-25", "[mid-1990=1990] and [early 1990=1990]"},
      {"1989-10-25", "an [annual=P1Y] rate of 8%"},
      {"1989-10-25", "in [the latest quarter=1989-Q3]"},
      {"1989-10-25", "[five-year=P5Y] notes, [30-year=P30Y] bonds, [10-year=P10Y] debt"},
      {"1989-10-25", "$100 million [a year=P1Y]"},
      {"1989-10-25", "for [the first nine months=P9M]"},
      {"1989-10-25", "[the year-earlier period=1988]"},
      {"1989-10-25", "[this year=1989]'s [third quarter=1989-Q3]"},
      {"1989-10-25", "at [5 p.m. EDT yesterday=1989-10-24T17:00]"},
      {"1989-10-25", "It was [a year=P1Y] of change."},
      {"1989-10-25", "rose 3.5% in [August=1989-08] and 2% in [September=1989-09]"},
      {"1989-10-25", "its [quarterly=P3M] dividend, payable [Jan. 2=1990-01-02]"},
      {"1989-10-25", "the rate in [the 12 months=P12M] ended [June 30=1989-06-30]"},
      {"1989-10-25", "a [two-week=P2W] tour"},
      {"1989-10-25", "in [less than a decade=P1DE]"},
      {"1989-10-25", "a quarter of the shares, three quarters of which"},
      {"1989-10-25", "for [three consecutive quarters=P3Q]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsWireReports) {
  const TaggingCase cases[] = {
      {"1998-02-27", "WASHINGTON ([Feb. 27=1998-02-27], AP) _ The economy grew."},
      {"1998-02-27", "On [Friday night=1998-02-27TNI], rebels attacked."},
      {"1998-02-27", "Over [the weekend=1998-W08-WE], shelling was heard."},
      {"1998-02-27", "in [the last two weeks=P2W]"},
      {"1998-02-27", "within [hours=PTXH] of the attack"},
      {"1998-02-27", "in [the next 30 days=P30D]"},
      {"1998-02-27", "[nearly 50 years=P50Y] after the war"},
      {"1998-02-27", "[three years=P3Y] in prison"},
      {"1998-02-27", "He has been in office since [1989=1989]."},
      {"1998-02-27", "since [last September=1997-09]"},
      {"1998-02-27", "on [Sept. 11, 2001=2001-09-11], and after [9/11=2001-09-11]"},
      {"1998-02-27", "[three times a week=P1W]"},
      {"1998-02-27", "[earlier Friday=1998-02-27], troops moved"},
      {"1998-02-27", "[early Saturday=1998-02-21], a bomb exploded"},
      {"1998-02-27", "The summit begins [Sunday=1998-03-01] in Cairo."},
      {"1998-02-27", "a ceasefire from [midnight=1998-02-27T00:00]"},
      {"1998-02-27", "He'll leave [Thursday=1998-03-05]."},
      {"1998-02-27", "[Thursday=1998-02-26]'s blast was the worst in [months=PXM]."},
      {"1998-02-27", "The [21-day-old=P21D] siege"},
      {"1998-02-27", "killed [two weeks ago=1998-W07]"},
      {"1998-02-27", "in [July=1997-07], police found"},
      {"1998-02-27", "[this month=1998-02], [next month=1998-03]'s vote"},
      {"1998-02-27", "[that year=1998], [that day=1998-02-27]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsNewsOf2013) {
  const TaggingCase cases[] = {
      {"2013-03-22", "For [years=PXY], academics have toiled."},
      {"2013-03-22", "bought an early version [two years ago=2011]"},
      {"2013-03-22", "He won't comment until [next week=2013-W13]."},
      {"2013-03-22", "from [2003=2003] until [2011=2011], when the last troops left"},
      {"2013-03-22", "has been held since [February=2013-02]"},
      {"2013-03-22", "was killed [Wednesday=2013-03-20] when a gunman opened fire"},
      {"2013-03-22", "The bill could be voted on [next month=2013-04]."},
      {"2013-03-22", "She died in [2004=2004], aged 82."},
      {"2013-03-22", "in [the early 1970s=197]"},
      {"2013-03-22", "at [8:30 p.m.=2013-03-22T20:30] in Boston"},
      {"2013-03-22", "more than 60,000 over [the past six years=P6Y]"},
      {"2013-03-22", "[Earlier this week=2013-W12], the parliament rejected it."},
      {"2013-03-22", "the [2012=2012] campaign and the [2014=2014] World Cup"},
      {"2013-03-22", "banks will reopen on [Tuesday=2013-03-26]"},
      {"2013-03-22", "its deadline of [Monday=2013-03-25]"},
      {"2013-03-22", "sometime [next year=2014]"},
      {"2013-03-22", "[one day=P1D] [last week=2013-W11]"},
      {"2013-03-22", "in [the coming days=FUTURE_REF]"},
      {"2013-03-22", "The call is to last [45 minutes=PT45M]."},
      {"2013-03-22", "condemned the [13 November=2012-11-13] attacks"},
      {"2013-03-22", "Over [the last year=P1Y] it has grown."},
      {"2013-03-22", "It has in [the past=PAST_REF] blocked them."},
      {"2013-03-22", "It is Star Gate of the Future of Babylon."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, RefusesDaysThatNoCalendarHas) {
  const TaggingCase cases[] = {
      {"2018-05-01", "on Feb. 29, 2019, they met"},
      {"2018-05-01", "on [Feb. 28, 2019=2019-02-28], they met"},
      {"2018-05-01", "on 29 February 2019 they met"},
      {"2018-05-01", "on 31 April 2018 and 2019-02-29 and 31/02/2019 and 30.02.2019"},
      {"2018-05-01", "on 30 Esfand 1396 they met"},
      {"2018-05-01", "on [30 Esfand 1395=2017-03-20] they met"},
      {"2018-05-01", "on Feb. 27-29, 2019, they met"},
      {"2018-05-01", "at 10:15 p.m. on Feb. 29, 2019, they met"},
      {"2018-05-01", "in [February=2018-02] 30 people died"},
      {"2018-05-01", "The fair opens April 31 in Tehran, and not on Feb. 30 or June 31st."},
      {"2018-05-01", "He was born on 31 April; she on the 31st of April of [last year=2017]."},
      {"2018-05-01", "They met on 31 Mehr and left."},
      {"2018-05-01", "They met at 10 p.m. on April 31 and left."},
      {"", "It was signed on April 31 and on 31 Mehr."},
      {"", "It was signed on [30 Esfand=XXXX-XX-XX] and on [Feb. 29=XXXX-02-29]."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsClocksWithSecondsAndBesideDates) {
  const TaggingCase cases[] = {
      {"2018-05-04", "at [23:15:00 EST=2018-05-04T23:15:00] it ended"},
      {"2018-05-04", "He ran 2:03:45 on [Sunday=2018-04-29]."},
      {"2018-05-04", "it ended on [May 3, 2018 14:05=2018-05-03T14:05], he said"},
      {"2018-05-04", "it ended on [May 3, 2018, 4:12 PM EDT=2018-05-03T16:12], he said"},
      {"2018-05-04", "Date: [Thu, 03 May 2018 14:05:00=2018-05-03T14:05:00] +0430"},
      {"2018-05-04",
       "logged [2018-05-03 14:05=2018-05-03T14:05] and [2018-05-03T14:05:09=2018-05-03T14:05:09]"},
      {"2018-05-04", "at [23:15:00 GMT on May 3, 2018=2018-05-03T23:15:00], he said"},
      {"2018-05-04", "on [May 3, 2018=2018-05-03] at [4:12 p.m.=2018-05-03T16:12]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ANightEndsOnTheNextDay) {
  const TaggingCase cases[] = {
      {"2018-05-04", "from [6 p.m.=2018-05-04T18:00] to [7 a.m.=2018-05-05T07:00], he said"},
      {"2018-05-04", "between [10 p.m.=2018-05-04T22:00] and [6 a.m.=2018-05-05T06:00]"},
      {"2018-05-04",
       "failed at [10 p.m.=2018-05-04T22:00] and came back [four hours later=2018-05-05T02:00]"},
      {"2018-05-04", "at [12:30 a.m. EST=2018-05-04T00:30] and [an hour earlier=2018-05-03T23:30]"},
      {"2018-05-04", "from [6 a.m.=2018-05-04T06:00] to [7 p.m.=2018-05-04T19:00]"},
      {"2018-05-04", "at [7 p.m.=2018-05-04T19:00] and [6 p.m.=2018-05-04T18:00]"},
      {"2018-05-04",
       "He slept from [9 p.m. Thursday=2018-05-03T21:00] to [5 a.m.=2018-05-04T05:00]"},
      {"2018-05-04",
       "from [6 p.m.=2018-05-04T18:00] to [7 a.m.=2018-05-05T07:00]; at [8 p.m.=2018-05-04T20:00]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsPartsOfMonthsAndWeeks) {
  const TaggingCase cases[] = {
      {"2018-05-01", "from [Monday=2018-04-30] to [Wednesday=2018-05-02]"},
      {"2018-05-01", "it ran from [April 5=2018-04-05] to [7=2018-04-07]"},
      {"2018-05-01", "on [April 5=2018-04-05] to 7 people"},
      {"2018-05-01", "in [the second half of April=2018-04] it rained"},
      {"2018-05-01", "in [the third week of April=2018-W16] it rained"},
      {"2018-05-01", "in [the last week of February 2018=2018-W08] it rained"},
      {"2018-05-01", "after [Christmas=2017-12-25], [Nowruz=2018-03-21], [Ramadan=2018-05]"},
      {"2018-05-01", "Saint Valentine, Good April Rain"},
  };
  expect_tagged(cases);
  DateTagging tagging;
  const auto half = tagging.tag("in the second half of April", "2018-05-01");
  ASSERT_EQ(half.size(), 1U);
  EXPECT_EQ(half[0].mod, "END");
  EXPECT_EQ(half[0].first, first_day(*parse_date("2018-04-16")));
  EXPECT_EQ(half[0].last, first_day(*parse_date("2018-04-30")));
}

TEST(DateTagger, TheEndOfARangeTellsTheYearOfItsBeginning) {
  const TaggingCase cases[] = {
      {"2020-05-01", "from [10 March=2018-03-10] to [2 April 2018=2018-04-02]"},
      {"2020-05-01", "from [March 10=2018-03-10] to [April 2, 2018=2018-04-02]"},
      {"2020-05-01", "between [20 December=2017-12-20] and [5 January 2018=2018-01-05]"},
      {"2020-05-01", "in [10 March=2018-03-10]-[2 April 2018=2018-04-02]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, RangesAscend) {
  const TaggingCase cases[] = {
      {"2018-05-02", "Talks ran between [Monday=2018-04-30] and [Wednesday=2018-05-02]."},
      {"2018-05-02", "Talks will run between [Monday=2018-05-07] and [Wednesday=2018-05-09]."},
      {"2018-05-02", "It was open [Monday=2018-04-23] through [Friday=2018-04-27]."},
      {"2018-05-05", "It was held from [Friday=2018-04-27] to [Sunday=2018-04-29]."},
      {"2018-05-02", "It will be held between [March=2019-03] and [May=2019-05]."},
      {"2018-05-02", "It rained between [December=2017-12] and [January=2018-01]."},
      {"2018-05-02", "It rained from [December=2017-12] to [February=2018-02]."},
      {"2018-05-02", "He spoke on [Monday=2018-04-30] and [Friday=2018-04-27]."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, LooksAheadWhereTheSentenceDoes) {
  const TaggingCase cases[] = {
      {"2018-05-01", "The court is to rule on [Saturday=2018-05-05]."},
      {"2018-05-01", "Parliament is to vote on [Wednesday=2018-05-02]."},
      {"2018-05-01",
       "The ban takes effect on [Saturday=2018-05-05], officials said [Monday=2018-04-30]."},
      {"2018-05-01", "The next hearing is on [Thursday=2018-05-03]."},
      {"2018-05-01", "The election is in [November=2018-11]."},
      {"2018-05-01", "The next election is in [November=2018-11]."},
      {"2018-05-01", "the next vote is on [December 3=2018-12-03]"},
      {"2018-05-01", "The summit is [Thursday=2018-05-03]."},
      {"2018-05-01", "In the run-up to [Sunday=2018-05-06]'s election"},
      {"2018-05-01", "Prices fell [Sunday=2018-04-29] after an election."},
      {"2018-05-01", "The bank is closing its office on [Saturday=2018-05-05]."},
  };
  expect_tagged(cases);
}

}  // namespace
}  // namespace newsdex::testing
