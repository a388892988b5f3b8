// How long and how often.
#include "tagging.hpp"

namespace newsdex::testing {
namespace {

TEST(DateTagger, ReadsDurations) {
  const TaggingCase cases[] = {
      {"2018-04-18", "for [three days=P3D]"},
      {"2018-04-18", "a [three-day=P3D] visit"},
      {"2018-04-18", "a [10-year=P10Y] sentence"},
      {"2018-04-18", "within [a month=P1M]"},
      {"2018-04-18", "lasted [more than two years=P2Y]"},
      {"2018-04-18", "for [about six months=P6M]"},
      {"2018-04-18", "in [nearly a decade=P1DE]"},
      {"2018-04-18", "for [at least 30 minutes=PT30M]"},
      {"2018-04-18", "[48 hours=PT48H] of talks"},
      {"2018-04-18", "[two and a half years=P2.5Y] in prison"},
      {"2018-04-18", "[22.8 years=P22.8Y]"},
      {"2018-04-18", "for [half an hour=PT30M]"},
      {"2018-04-18", "for [an hour and a half=PT1.5H]"},
      {"2018-04-18", "for [half a century=P50Y]"},
      {"2018-04-18", "for [years=PXY]"},
      {"2018-04-18", "for [decades=PXDE]"},
      {"2018-04-18", "for [several weeks=PXW]"},
      {"2018-04-18", "for [a few days=PXD]"},
      {"2018-04-18", "a [14-year-old=P14Y] girl"},
      {"2018-04-18", "he is [34 years old=P34Y]"},
      {"2018-04-18", "[another two years=P2Y]"},
      {"2018-04-18", "for [twenty-five years=P25Y]"},
      {"2018-04-18", "for [one hundred days=P100D]"},
      {"2018-04-18", "for [a year=P1Y]"},
      {"2018-04-18", "a [yearlong=P1Y] inquiry"},
      {"2018-04-18", "[10 consecutive days=P10D]"},
      {"2018-04-18", "[three years and two months=P3Y2M]"},
      {"2018-04-18", "[two hours and 30 minutes=PT2H30M]"},
      {"2018-04-18", "[all day=P1D]"},
      {"2018-04-18", "[1,000 days=P1000D]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsStretchesUpToNowAndFromNow) {
  const TaggingCase cases[] = {
      {"2018-04-18", "over [the past two years=P2Y]"},
      {"2018-04-18", "in [the last 10 days=P10D]"},
      {"2018-04-18", "during [the past year=P1Y]"},
      {"2018-04-18", "in [the past decade=P1DE]"},
      {"2018-04-18", "over [the next five years=P5Y]"},
      {"2018-04-18", "in [the past few months=PXM]"},
      {"2018-04-18", "in [the last few years=PXY]"},
      {"2018-04-18", "in [the first six months=P6M]"},
      {"2018-04-18", "for [the past several weeks=PXW]"},
      {"2018-04-18", "[the next few days=PXD]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, StretchesUpToNowHaveTheirDays) {
  struct Case {
    std::string_view text;
    std::string_view value;
    std::string_view first;
    std::string_view last;
  };
  const Case cases[] = {
      {"over the past decade", "P1DE", "2008-05-02", "2018-05-01"},
      {"over the last decade", "P1DE", "2008-05-02", "2018-05-01"},
      {"over this past decade", "P1DE", "2008-05-02", "2018-05-01"},
      {"in past decade", "P1DE", "2008-05-02", "2018-05-01"},
      {"over the past century", "P1CE", "1918-05-02", "2018-05-01"},
      {"in the last 10 days", "P10D", "2018-04-22", "2018-05-01"},
      {"over the past two years", "P2Y", "2016-05-02", "2018-05-01"},
      {"in the past three months", "P3M", "2018-02-02", "2018-05-01"},
      {"in the next two weeks", "P2W", "2018-05-02", "2018-05-15"},
  };
  DateTagging tagging;
  for (const Case& each : cases) {
    const std::vector<DateMention> found = tagging.tag(each.text, "2018-05-01");
    ASSERT_EQ(found.size(), 1U) << each.text;
    EXPECT_EQ(found[0].type, TimexType::duration) << each.text;
    EXPECT_EQ(found[0].value, each.value) << each.text;
    ASSERT_TRUE(found[0].first) << each.text;
    EXPECT_EQ(to_string(to_partial_date(*found[0].first)), each.first) << each.text;
    EXPECT_EQ(to_string(to_partial_date(*found[0].last)), each.last) << each.text;
    EXPECT_EQ(precision_of(found[0]), DatePrecision::none) << each.text;
  }
}

TEST(DateTagger, OtherDurationsHaveNoDays) {
  const std::string_view texts[] = {"for two years", "the last two weeks of the war",
                                    "over the past few months", "the past 20 minutes",
                                    "in the past 99999 years"};
  DateTagging tagging;
  for (const std::string_view text : texts) {
    const auto found = tagging.tag(text, "2018-05-01");
    EXPECT_FALSE(found.empty()) << text;
    for (const DateMention& mention : found) EXPECT_FALSE(mention.first) << text;
  }
  const auto found = tagging.tag("over the past decade", "2018");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_FALSE(found.front().first) << "of a day in 2018 that nobody knows";
}

TEST(DateTagger, ReadsSets) {
  const TaggingCase cases[] = {
      {"2018-04-18", "[every day=P1D]"},
      {"2018-04-18", "[every other week=P2W]"},
      {"2018-04-18", "[every two years=P2Y]"},
      {"2018-04-18", "[every Monday=XXXX-WXX-1]"},
      {"2018-04-18", "on [Mondays=XXXX-WXX-1]"},
      {"2018-04-18", "a [daily=P1D] paper, a [weekly=P1W] one"},
      {"2018-04-18", "[annual=P1Y] growth"},
      {"2018-04-18", "[twice a week=P1W]"},
      {"2018-04-18", "[each month=P1M]"},
      {"2018-04-18", "40 dollars [a day=P1D]"},
      {"2018-04-18", "[every morning=XXXX-XX-XXTMO]"},
      {"2018-04-18", "[quarterly=P3M] results"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, SaysTypeModDaysAndRule) {
  DateTagging tagging;
  const auto one = [&](std::string_view text) {
    const std::vector<DateMention> found = tagging.tag(text, "2018-05-01");
    EXPECT_EQ(found.size(), 1U) << text;
    return found.empty() ? DateMention{} : found.front();
  };
  const auto day = [](std::string_view text) { return first_day(*parse_date(text)); };
  const DateMention mid = one("in mid-April");
  EXPECT_EQ(mid.type, TimexType::date);
  EXPECT_EQ(mid.mod, "MID");
  EXPECT_EQ(mid.first, day("2018-04-11"));
  EXPECT_EQ(mid.last, day("2018-04-20"));
  const DateMention year = one("in 2017");
  EXPECT_EQ(year.first, day("2017-01-01"));
  EXPECT_EQ(year.last, day("2017-12-31"));
  EXPECT_EQ(year.rule, "year");
  EXPECT_EQ(one("for more than two years").mod, "MORE_THAN");
  EXPECT_EQ(one("for two years").type, TimexType::duration);
  EXPECT_EQ(one("for two years").first, std::nullopt);
  EXPECT_EQ(one("every day").type, TimexType::set);
  EXPECT_EQ(one("on Monday morning").type, TimexType::time);
  EXPECT_EQ(one("on Monday morning").first, day("2018-04-30"));
}

TEST(DateTagger, MentionsHaveAPrecision) {
  struct Case {
    std::string_view text;
    DatePrecision precision;
  };
  const Case cases[] = {
      {"in 2017", DatePrecision::year},         {"in April 2017", DatePrecision::month},
      {"on Monday", DatePrecision::day},        {"on Monday morning", DatePrecision::day},
      {"at 10:30 a.m.", DatePrecision::minute}, {"last week", DatePrecision::none},
      {"last weekend", DatePrecision::none},    {"in the third quarter", DatePrecision::none},
      {"in the 1990s", DatePrecision::none},    {"for two years", DatePrecision::none},
      {"it is now so", DatePrecision::none},    {"in the 5th century BC", DatePrecision::none},
      {"in 490 BC", DatePrecision::none},       {"every Monday", DatePrecision::none},
  };
  DateTagging tagging;
  for (const Case& each : cases) {
    const std::vector<DateMention> found = tagging.tag(each.text, "2018-05-01");
    ASSERT_EQ(found.size(), 1U) << each.text;
    EXPECT_EQ(precision_of(found[0]), each.precision) << each.text;
  }
}

}  // namespace
}  // namespace newsdex::testing
