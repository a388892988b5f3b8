// Dates that the calendar names, in sentences like those of news.
#include "tagging.hpp"

namespace newsdex::testing {
namespace {

TEST(DateTagger, ReadsDatesWithTheirYear) {
  const TaggingCase cases[] = {
      {"2018-05-01", "The law of [2018-04-30=2018-04-30] stands."},
      {"2018-05-01", "It was signed on [2018/04/30=2018-04-30]."},
      {"2018-05-01", "Updated [2018-04-30T18:45=2018-04-30T18:45]."},
      {"2018-05-01", "On [April 30, 2018=2018-04-30], the court ruled."},
      {"2018-05-01", "On [30 April 2018=2018-04-30] the court ruled."},
      {"2018-05-01", "On [Monday, April 30, 2018=2018-04-30], the court ruled."},
      {"2018-05-01", "on [Monday 30 April 2018=2018-04-30] in Tehran"},
      {"2018-05-01", "on [the 30th of April, 2018=2018-04-30]"},
      {"2018-05-01", "He died on [Oct. 25, 1989=1989-10-25]."},
      {"2018-05-01", "He was born [Sept. 3, 1961=1961-09-03], in Ohio."},
      {"2018-05-01", "since [September 2018=2018-09]"},
      {"2018-05-01", "The deal of [July, 2015=2015-07] fell apart."},
      {"2018-05-01", "a riot in [March of 2011=2011-03]"},
      {"2018-05-01", "The [30.04.2018=2018-04-30] edition"},
      {"2013-03-22", "It closed at 3.2 on [03/22/2013=2013-03-22]."},
      {"2013-03-22", "[March 22, 2013=2013-03-22] ([Friday=2013-03-22])"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, AWeekdayDecidesDatesInNumbers) {
  const TaggingCase cases[] = {
      {"2018-05-08", "He died on [Friday, 04/05/2018=2018-05-04]."},
      {"2018-05-08", "He died on [Thursday 04/05/2018=2018-04-05]."},
      {"", "He died on [Friday, 04/05/2018=2018-05-04]."},
      {"2018-05-08", "He died on [Friday, 04/05/18=2018-05-04]."},
      {"2018-05-02", "It rained on [Monday 30/04=2018-04-30]."},
      {"2018-05-08", "It rained on [Friday 04/05=2018-05-04]."},
      {"2018-05-08", "It rained on [Thursday, 04/05=2018-04-05]."},
      {"2018-01-02", "It rained on [Sunday 31/12=2017-12-31]."},
      {"", "It rained on [Monday 30/04=XXXX-04-30]."},
      {"2018-05-02", "It burned on [Monday=2018-04-30] 24/7."},
      {"2018-05-02", "It was due on [Mon, 30 Apr 18=2018-04-30]."},
      {"2018-05-02", "It was due on [30-Apr-18=2018-04-30]."},
      {"1998-05-02", "It was due on [30-Apr-98=1998-04-30]."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, FindsTheNthWeekdayOfAMonth) {
  const TaggingCase cases[] = {
      {"2018-06-01", "a holiday on [the second Monday of May=2018-05-14]"},
      {"2018-06-01", "It meets [the last Friday in April 2018=2018-04-27]."},
      {"2018-06-01", "It met on [the first Tuesday of November 2016=2016-11-01]."},
      {"2018-06-01", "It met on [the third Thursday in November 2017=2017-11-16]."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, KnowsYearsThatAreSaidToBeOfAnotherCalendar) {
  const TaggingCase cases[] = {
      {"2018-06-01", "in [the Iranian year 1397=2018]"},
      {"2018-06-01", "the budget of [the Persian calendar year 1397=2018]"},
      {"2018-06-01", "born in [1357 of the Iranian calendar=1978]"},
      {"2018-06-01", "in [the Islamic year 1439=2018]"},
      {"2018-06-01", "in [1439 AH=2018]"},
      {"2018-06-01", "the Iranian [year 2018=2018]"},
  };
  expect_tagged(cases);
  DateTagging tagging;
  const auto found = tagging.tag("in the Iranian year 1397", "2018-06-01");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(to_string(to_partial_date(*found[0].first)), "2018-03-21");
  EXPECT_EQ(to_string(to_partial_date(*found[0].last)), "2019-03-20");
}

TEST(DateTagger, ANumberThatCountsIsNoYear) {
  const TaggingCase cases[] = {
      {"2018-06-01", "2000 were killed."},
      {"2018-06-01", "Some 1900 have fled."},
      {"2018-06-01", "2000 protesters came, and 1950 refugees."},
      {"2018-06-01", "In [2000=2000] were built two."},
      {"2018-06-01", "[2018=2018] was dry."},
      {"2018-06-01", "The wettest, [1998=1998] and [2000=2000], were long."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsClocksWithADot) {
  const TaggingCase cases[] = {
      {"2018-05-01", "It began at [14.05 BST=2018-05-01T14:05]."},
      {"2018-05-01", "It began at [9.30 GMT=2018-05-01T09:30]."},
      {"2018-05-01", "It fell by 14.5 BST and 2.125 EST."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, CompletesDatesWithoutYear) {
  const TaggingCase cases[] = {
      {"2018-04-18",
       "said foreign services could be banned on [April 21=2018-04-21], with it first"},
      {"2018-05-01", "announced in [mid-April=2018-04] they would stop"},
      {"2018-05-01", "in [December=2017-12] and [January=2018-01], authorities banned the app"},
      {"2018-05-01", "Iranian cities were hit in [December=2017-12] and [January=2018-01]."},
      {"2018-05-01", "Banks will close in [June=2018-06]."},
      {"2018-05-01", "The election is scheduled for [November=2018-11]."},
      {"2018-05-01", "The minister resigned in [November=2017-11]."},
      {"2018-05-01", "He was arrested on [Dec. 28=2017-12-28]."},
      {"2018-05-01", "Talks resume [May 12=2018-05-12]."},
      {"2018-05-01", "The minister was elected in [May=2018-05]."},
      {"2018-01-03", "The protests began on [28 December=2017-12-28]."},
      {"2018-12-30", "The tariffs take effect [January 2=2019-01-02]."},
      {"2018-05-01", "It was blocked in [early January=2018-01]."},
      {"2018-05-01", "by [the end of March=2018-03], prices had doubled"},
      {"2018-05-01", "The company expects to finish by [the end of June=2018-06]."},
      {"2018-05-01", "in [late April=2018-04], officials said"},
      {"2019-02", "Back in [September 2018=2018-09] in the city, gunmen killed 24 people."},
      {"2019-02", "the judiciary blocked the app in [May=2018-05]."},
      {"2019-02", "In [January=2019-01], he opposed a ban."},
      {"2013-03-22", "Born [Feb. 29=2012-02-29], he was named a leap child."},
      {"", "It was signed on [April 21=XXXX-04-21]."},
      {"", "It was signed in [April=XXXX-04]."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, TheWeekdayDecidesTheYear) {
  const TaggingCase cases[] = {
      {"2018-05-01", "[Thursday, December 28=2017-12-28]"},
      {"2018-05-01", "[Friday, December 28=2018-12-28]"},
      {"2018-01-03", "On [Wednesday, December 28=2016-12-28], the court met."},
      // Those that are right in no year nearby, or in one that the sentence does not mean.
      {"2018-05-02", "On [Tuesday, April 30=2018-04-30], the court met."},
      {"2018-05-02", "On [Wednesday, 30 April=2018-04-30], the court will meet."},
      {"2018-05-02", "On [Thursday, 26 April=2018-04-26], the court met."},
      {"2018-05-02", "On [Wednesday, 26 April=2017-04-26], the court met."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsMonthsOfNamedYears) {
  const TaggingCase cases[] = {
      {"2018-05-01", "exports fell in [April of last year=2017-04]"},
      {"2018-05-01", "exports fell in [June last year=2017-06]"},
      {"2018-05-01", "will rise in [May next year=2019-05]"},
      {"2018-05-01", "he left [last April=2018-04]"},
      {"2018-05-01", "he left [last June=2017-06]"},
      {"2018-05-01", "elections [next March=2019-03]"},
      {"2018-05-01", "In [2011=2011], he left; in [August of that year=2011-08] he returned."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsYearsAndTellsThemFromNumbers) {
  const TaggingCase cases[] = {
      {"2018-05-01", "In [2017=2017], the app claimed 40 million users."},
      {"2018-05-01", "the [2016=2016] election"},
      {"2018-05-01", "between [2009=2009] and [2012=2012]"},
      {"2018-05-01", "from [1998=1998] to [2003=2003]"},
      {"2018-05-01", "the [2003=2003]-[2011=2011] war"},
      {"2018-05-01", "in [early 2012=2012] and [late 2013=2013]"},
      {"2018-05-01", "by [the end of 2018=2018]"},
      {"2018-05-01", "by [mid-2015=2015]"},
      {"2018-05-01", "since the revolution of [1789=1789]"},
      {"2018-05-01", "for [fiscal 1989=1989]"},
      {"2018-05-01", "in [fiscal year 2013=2013]"},
      {"2018-05-01", "killed 2000 people and 1,990 cattle"},
      {"2018-05-01", "sold for $2010 and about 2000 others"},
      {"2018-05-01", "at least 1984 of them, up 2018%"},
      {"2018-05-01", "a flight of 1500 miles"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsPartsOfYears) {
  const TaggingCase cases[] = {
      {"1989-11-02", "profit rose in [the third quarter=1989-Q3]"},
      {"1989-11-02", "[third-quarter=1989-Q3] earnings fell"},
      {"1989-11-02", "in [the third quarter of 1988=1988-Q3]"},
      {"1989-11-02", "in [the fourth quarter of last year=1988-Q4]"},
      {"1989-11-02", "sales will recover in [the fourth quarter=1989-Q4]"},
      {"1990-01-20", "lost money in [the fourth quarter=1989-Q4]"},
      {"1989-11-02", "in [the first half of 1990=1990-H1]"},
      {"1989-11-02", "in [the second half of the year=1989-H2]"},
      {"2013-03-22", "grew in [Q4 2012=2012-Q4]"},
      {"2013-03-22", "in [the first nine months of 2012=P9M]"},
      {"2018-05-01", "in [the summer of 2009=2009-SU]"},
      {"2018-05-01", "in [summer 2009=2009-SU]"},
      {"2018-05-01", "[last summer=2017-SU]"},
      {"2018-05-01", "[this spring=2018-SP]"},
      {"2018-05-01", "during [the winter=2017-WI], gas ran short"},
      {"2018-05-01", "in [the spring=2018-SP]"},
      {"2018-05-01", "[next fall=2018-FA]"},
      {"2018-05-01", "the fall of the government; prices fall"},
      {"2018-05-01", "water from a spring near the village"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ThisSeasonIsTheOneThatIsOnOrNext) {
  const TaggingCase cases[] = {
      {"2018-01-20", "[this winter=2017-WI] is cold"},
      {"2018-02-28", "it snowed [this winter=2017-WI]"},
      {"2018-03-20", "it snowed [this winter=2017-WI]"},
      {"2018-03-20", "it will be cold [this winter=2018-WI]"},
      {"2018-10-20", "it snows [this winter=2018-WI]"},
      {"2017-12-05", "it snows [this winter=2017-WI]"},
      {"2018-01-20", "it snowed [last winter=2016-WI]"},
      {"2018-04-20", "it snowed [last winter=2017-WI]"},
      {"2018-01-20", "will be cold [next winter=2018-WI]"},
      {"2018-01-20", "will be cut in [the winter=2017-WI]"},
      {"2018-01-20", "elections are held [this spring=2018-SP]"},
      {"2018-12-20", "elections were held [this spring=2018-SP]"},
      {"2018-12-20", "elections will be held [this spring=2019-SP]"},
      {"2018-01-10", "elections were held [this autumn=2017-FA]"},
      {"2018-01-10", "elections will be held [this autumn=2018-FA]"},
      {"2018-01-10", "the president said [this summer=2018-SU] would be hot"},
      {"2018", "[this winter=2018-WI] and [last winter=2017-WI]"},
      {"2018-01", "[this winter=2017-WI] was cold"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, AWinterSpansTheNewYear) {
  DateTagging tagging;
  const auto found = tagging.tag("it snows this winter", "2018-01-20");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, first_day(*parse_date("2017-12-01")));
  EXPECT_EQ(found[0].last, first_day(*parse_date("2018-02-28")));
}

TEST(DateTagger, ReadsFormsOfIso8601) {
  const TaggingCase cases[] = {
      {"2018-06-01", "sold in [2018-04=2018-04] and (see [2018-05=2018-05])"},
      {"2018-06-01", "sold in [2018-W18=2018-W18], on [2018-W18-1=2018-04-30]"},
      {"2018-06-01", "logged at [2018-04-30T10:00Z=2018-04-30T10:00]"},
      {"2018-06-01", "logged at [2018-04-30T10:00:05Z=2018-04-30T10:00:05]."},
      {"2018-06-01", "logged at [2018-04-30T10:00:00+04:30=2018-04-30T10:00:00]."},
      {"2018-06-01", "logged at [2018-04-30T10:00-0430=2018-04-30T10:00]."},
      {"2018-06-01", "in [1397-02=2018-05] of Iran"},
      {"2018-06-01", "from [2008=2008]-[11=2011] on"},
      {"2018-06-01", "tel. 0098-[2018=2018]-04-55"},
      {"2018-06-01", "in W18 and [2018=2018]-W60"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsDecadesAndCenturies) {
  const TaggingCase cases[] = {
      {"2018-05-01", "in [the 1990s=199]"},
      {"2018-05-01", "in [the late 1980s=198]"},
      {"2018-05-01", "in [the '90s=199]"},
      {"2018-05-01", "in [the sixties=196]"},
      {"2018-05-01", "in [the 19th century=18]"},
      {"2018-05-01", "[early 20th century=19] painters"},
      {"2018-05-01", "before [the 6th century AD=05]"},
      {"2018-05-01", "a man in his 60s, of mid-30s build"},
      {"2018-05-01", "[this decade=201] and [this century=20]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsRowsOfDates) {
  const TaggingCase cases[] = {
      {"2018-05-01", "held [April 5=2018-04-05]-[7=2018-04-07]"},
      {"2018-05-01", "held on [5=2018-04-05]-[7 April 2018=2018-04-07]"},
      {"2018-05-01", "from [May=2015-05] to [August 2015=2015-08]"},
      {"2018-05-01", "between [March 3=2018-03-03] and [March 9=2018-03-09]"},
      {"2018-05-01", "the [2007=2007]-[08=2008] crisis"},
      {"2018-05-01", "from [December=2017-12] through [February 2018=2018-02]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, NumericDatesFollowTheArticlesOwnOrder) {
  const TaggingCase cases[] = {
      {"2018-05-01", "on [25/12/2017=2017-12-25] and [03/04/2016=2016-04-03]"},
      {"2018-05-01", "on [12/25/2017=2017-12-25] and [03/04/2016=2016-03-04]"},
      {"2018-05-01", "on [04/05/2016=2016-XX-XX]"},
      {"2018-05-01", "on [04/05/2018=2018-XX-XX]"},
      {"2018-05-01", "on [03/12/2017=2017-XX-XX]"},
      {"2018-12-01", "on [03/12/2018=2018-12-03]"},
      {"1998-02-13", "filed [02/13/98=1998-02-13]"},
      {"2018-05-01", "a 24/7 service, up 3/4 of a point, 1/2 off"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, KnowsHolidays) {
  const TaggingCase cases[] = {
      {"2018-05-01", "on [Christmas Day=2017-12-25], he was killed"},
      {"2018-05-01", "will open by [Christmas=2018-12-25]"},
      {"2018-05-01", "on [Good Friday=2018-03-30], thousands marched"},
      {"2018-05-01", "[Easter 2013=2013-03-31]"},
      {"2018-11-20", "on [Thanksgiving=2018-11-22] U.S. stores will close"},
      {"2018-05-01", "before [Labor Day=2018-09-03] Americans will vote"},
      {"2018-05-01", "since [New Year's Day=2018-01-01]"},
      {"2018-05-01", "during [Nowruz=2018-03-21], prices rose"},
      {"2018-05-01", "on [last Memorial Day=2017-05-29] in America"},
      {"2018-06-20", "fasting during [Ramadan=2018-05] ended"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, NamesAreNoDates) {
  const TaggingCase cases[] = {
      {"2018-05-01", "Prime Minister Theresa May said she may act."},
      {"2018-05-01", "April Jones and June Carter sang."},
      {"2018-05-01", "They march on; the March on Rome."},
      {"2018-05-01", "He sat under the sun on the second floor."},
      {"2018-05-01", "a second time, the third man"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, AnArticleWritesItsNumericDatesInOneOrder) {
  const TaggingCase cases[] = {
      {"2018-05-01",
       "On [Sunday, 03/04/2018=2018-03-04] he fell. On [01/04/2018=2018-01-04] he had left."},
      {"2018-05-01",
       "On [Tuesday, 03/04/2018=2018-04-03] he fell. On [01/04/2018=2018-04-01] he had left."},
      {"2018-05-01", "He fell on [01/12/2018=2018-01-12], he died on [03/04/2018=2018-03-04]."},
      {"2018-05-01", "He fell on [12/01/2018=2018-01-12], he died on [03/04/2018=2018-04-03]."},
      {"2018-05-01", "It will begin on [02/12/2018=2018-XX-XX]."},
      {"2018-05-01",
       "On [Sunday, 03/04/2018=2018-03-04], on [Tuesday, 03/04/2018=2018-04-03] and "
       "on [02/03/2018=2018-XX-XX] he fell."},
  };
  expect_tagged(cases);
}

TEST(DateTagger, MetadataTellTheOrderOfNumericDates) {
  const DateTagger tagger;
  Analyzer analyzer;
  TokenStream tokens;
  const std::string_view text = "He left on 02/03/2018.";
  analyzer.analyze(text, "en", tokens);
  const auto value = [&](std::string_view published, std::string_view stated) {
    const AnalyzedArticle article{{}, {}, text, tokens.tokens()};
    return tagger.tag(article, *parse_date(published), "en", stated).at(0).value;
  };
  EXPECT_EQ(value("2018-05-13", "05/13/2018"), "2018-02-03");
  EXPECT_EQ(value("2018-05-13", "13/05/2018"), "2018-03-02");
  EXPECT_EQ(value("2018-05-04", "04/05/2018"), "2018-03-02");
  EXPECT_EQ(value("2018-05-13", "2018-05-13"), "2018-XX-XX");
}

TEST(DateTagger, ReadsRowsOfThreeDays) {
  const TaggingCase cases[] = {
      {"2018-05-01", "He spoke on [3=2018-04-03], [4=2018-04-04] and [5 April=2018-04-05]."},
      {"2018-05-01", "on [3=2017-04-03], [4=2017-04-04] and [5 April 2017=2017-04-05]"},
      {"2018-05-01", "on [April 3=2018-04-03], [4=2018-04-04] and [5=2018-04-05], he said"},
      {"2018-05-01", "on [April 3=2017-04-03], [4=2017-04-04] and [5, 2017=2017-04-05]"},
      {"2018-05-01", "on [4=2018-04-04] and [5 April=2018-04-05]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, AGivenNameIsNoLunarMonth) {
  const TaggingCase cases[] = {
      {"2018-05-01", "Safar Ali Baratlou said so."},
      {"2018-05-01", "The judge heard Rajab Rahmani."},
      {"2018-05-01", "A word from Safar Ali Baratlou."},
      {"", "He died in [Safar=XXXX-XX] of old age."},
  };
  expect_tagged(cases);
}

}  // namespace
}  // namespace newsdex::testing
