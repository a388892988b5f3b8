// Persian dates, in Persian and in English text.
#include "tagging.hpp"

namespace newsdex::testing {
namespace {

TEST(DateTagger, ReadsJalaliDatesInEnglishText) {
  const TaggingCase cases[] = {
      {"2018-05-01", "on [10 Ordibehesht 1397=2018-04-30], the court ruled"},
      {"2018-05-01", "on [Ordibehesht 10, 1397=2018-04-30]"},
      {"2018-05-01", "on [22 Bahman=2018-02-11], they marched"},
      {"2018-05-01", "in [Khordad 1388=2009-06]"},
      {"2018-05-01", "since [1 Farvardin 1400=2021-03-21]"},
      {"2018-05-01", "on [27 Rajab 1439=2018-04-13]"},
      {"2018-05-01", "Mehr news agency and Bahman Ghobadi"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsPersianText) {
  const TaggingCase cases[] = {
      {"2018-05-01", "در [۱۰ اردیبهشت ۱۳۹۷=2018-04-30] دادگاه رای داد"},
      {"2018-05-01", "در [۱۳۹۷/۰۲/۱۰=2018-04-30] منتشر شد"},
      {"2018-05-01", "روز [دوشنبه ۱۰ اردیبهشت=2018-04-30] گفت"},
      {"2018-05-01", "در [خرداد ۱۳۸۸=2009-06]"},
      {"2018-05-01", "[دیروز=2018-04-30] و [امروز=2018-05-01] و [فردا=2018-05-02]"},
      {"2018-05-01", "[هفته گذشته=2018-W17] گفت"},
      {"2018-05-01", "[سال گذشته=2017] گفت"},
      {"2018-05-01", "[ماه آینده=2018-06]"},
      {"2018-05-01", "[دو سال پیش=2016]"},
      {"2018-05-01", "[سه روز بعد=2018-05-04]"},
      {"2018-05-01", "در [سال ۱۳۹۶=2017]"},
      {"2018-05-01", "در [سال 2018=2018]"},
      {"2018-05-01", "در [آوریل ۲۰۱۸=2018-04]"},
      {"2018-05-01", "[سه‌شنبه=2018-05-01] گفت"},
      {"2018-05-01", "[سه شنبه=2018-05-01] گفت"},
      {"2018-05-01", "در [خرداد ماه=2017-06] گفت"},
      {"2018-05-01", "می گوید که"},
      {"2018-05-01", "مهر و محبت"},
  };
  expect_tagged(cases, "fa");
}

TEST(DateTagger, ReadsOtherCalendarsByTheYearAndTheForm) {
  const TaggingCase cases[] = {
      {"2018-05-01", "dated [1397/02/10=2018-04-30] and [1397-02-09=2018-04-29]"},
      {"2018-05-01", "stamped [10/02/1397=2018-04-30]"},
      {"2018-05-01", "dated [1397.02.10=2018-04-30]"},
      {"2018-05-01", "before [Nowruz 1398=2019-03-21] and after [Nowruz 1397=2018-03-21]"},
      {"2018-05-01", "on [Ashura 1388=2009-12-27]"},
      {"2018-05-01", "on [Ashura 1440=2018-09-20]"},
      {"2018-05-01", "before [Ramadan 2018=2018-05]"},
      {"2018-05-01", "will end before [Ramadan=2018-05]"},
      {"2018-05-01", "in [Ramadan 1439=2018-05]"},
      {"2018-05-01", "in [Muharram 1440=2018-09]"},
      {"2018-05-01", "on [10 Ordibehesht 2018=2018-04-30]"},
      {"2018-05-01", "In [1397=1397] the king was crowned"},
      {"2018-05-01", "in [the spring of 1388=1388-SP]"},
      {"2018-05-01", "in [Ramadan 1388=2009-09]"},
      {"1968-12-01", "in [Ramadan 1388=1968-12]"},
      {"", "in [Ramadan 1388=2009-09]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsYearsOfTwoDigitsInPersianText) {
  const TaggingCase cases[] = {
      {"2018-05-01", "انقلاب [۲۲ بهمن ۵۷=1979-02-11] پیروز شد"},
      {"2018-05-01", "روز [۲۲ بهمن ماه سال ۵۷=1979-02-11] گفت"},
      {"2018-05-01", "انتخابات [خرداد ۸۸=2009-06]"},
      {"2018-05-01", "انتخابات [سال ۸۸=2009]"},
      {"2018-05-01", "در [تابستان ۸۸=2009-SU]"},
      {"2018-05-01", "در [۹۷/۰۲/۱۰=2018-04-30] منتشر شد"},
      {"2018-05-01", "در [۹۷/۲/۹=2018-04-29] منتشر شد"},
      {"2026-05-01", "در [۱۰ تیر ۰۵=2026-07-01]"},
      {"2026-05-01", "در [۲۲ بهمن ۵۷=1979-02-11]"},
  };
  expect_tagged(cases, "fa");
}

TEST(DateTagger, ReadsSeasonsFeastsAndMonthsOfPersianText) {
  const TaggingCase cases[] = {
      {"2018-05-01", "در [تابستان ۱۳۸۸=2009-SU]"},
      {"2018-05-01", "در [زمستان سال ۱۳۸۸=2009-WI]"},
      {"2018-05-01", "[تابستان گذشته=2017-SU] گفت"},
      {"2018-05-01", "در [نوروز ۱۳۹۸=2019-03-21]"},
      {"2018-05-01", "در [عاشورای ۱۳۸۸=2009-12-27]"},
      {"2018-05-01", "در [ماه محرم ۱۴۴۰=2018-09]"},
      {"2018-05-01", "روز [جمعه آینده=2018-05-04] و [جمعه گذشته=2018-04-27]"},
      {"2018-05-01", "در [عید فطر=2018-06-15] و [شب یلدا=2017-12-21]"},
  };
  expect_tagged(cases, "fa");
}

TEST(DateTagger, ReadsWordsOfPersianText) {
  const TaggingCase cases[] = {
      {"2018-05-01", "[پارسال=2017] گفت و [امسال=2018] می رود"},
      {"2018-02-01", "[پارسال=2016] گفت"},  // 1395, which ended in March 2017
      {"2018-02-01", "[سال گذشته=2016] گفت"},
      {"2018-05-01", "در [دهه ۱۳۶۰=198] و [دهه ۶۰=198] و [دهه شصت=198]"},
      {"2018-05-01", "در [دهه ۱۹۸۰=198]"},
      {"2018-05-01", "در [دهم اردیبهشت ۱۳۹۷=2018-04-30] گفت"},
      {"2018-05-01", "در [بیست و دوم بهمن ۱۳۵۷=1979-02-11] گفت"},
      {"2018-05-01", "در [رمضان ۱۳۸۸=2009-09] گفت"},
      {"2018-05-01", "در [رمضان ۱۴۳۹=2018-05] گفت"},
      {"2018-05-01", "از [۱۰=2018-04-30] تا [۱۲ اردیبهشت ۱۳۹۷=2018-05-02] گفت"},
      {"2018-05-01", "در [اواخر اردیبهشت ۱۳۹۷=2018-05] گفت"},
      {"2018-05-01", "در ۳۰ اسفند ۱۳۹۶ گفت"},
      {"2018-05-01", "در [فروردین‌ماه=2018-04] گفت"},
      {"2018-05-01",
       "در [۱۳۹۲/۰۱/۰۱=2013-03-21] و [۱۳۹۶/۰۱/۰۱=2017-03-21] و [۱۳۹۷/۰۱/۰۱=2018-03-21] گفت "
       "که [هفته آینده=2018-W19] می رود"},
  };
  expect_tagged(cases, "fa");
}

TEST(DateTagger, YearsAndMonthsCountedInPersianTextAreThoseOfIran) {
  DateTagging tagging;
  const auto year = tagging.tag("سال گذشته", "2018-05-01", "fa");
  ASSERT_EQ(year.size(), 1U);
  EXPECT_EQ(year[0].first, first_day(*parse_date("2017-03-21")));
  EXPECT_EQ(year[0].last, first_day(*parse_date("2018-03-20")));
  const auto month = tagging.tag("ماه گذشته", "2018-05-01", "fa");
  ASSERT_EQ(month.size(), 1U);
  EXPECT_EQ(month[0].first, first_day(*parse_date("2018-03-21")));
  EXPECT_EQ(month[0].last, first_day(*parse_date("2018-04-20")));
  const auto decade = tagging.tag("دهه ۱۳۶۰", "2018-05-01", "fa");
  ASSERT_EQ(decade.size(), 1U);
  EXPECT_EQ(decade[0].first, first_day(*parse_date("1981-03-21")));
  EXPECT_EQ(decade[0].last, first_day(*parse_date("1991-03-20")));
}

TEST(DateTagger, TheSeasonsOfIransCalendarAreExact) {
  DateTagging tagging;
  const auto found = tagging.tag("در زمستان ۱۳۸۸", "2018-05-01", "fa");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, first_day(*parse_date("2009-12-22")));
  EXPECT_EQ(found[0].last, first_day(*parse_date("2010-03-20")));
}

TEST(DateTagger, DaysOfOtherCalendarsAreExact) {
  DateTagging tagging;
  const auto found = tagging.tag("in Ordibehesht 1397", "2018-05-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, first_day(*parse_date("2018-04-21")));
  EXPECT_EQ(found[0].last, first_day(*parse_date("2018-05-21")));
}

}  // namespace
}  // namespace newsdex::testing
