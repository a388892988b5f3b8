#include <gtest/gtest.h>

#include "newsdex/date.hpp"

namespace newsdex {
namespace {

PartialDate year(int value) {
  return {DatePrecision::year, static_cast<std::int16_t>(value), 0, 0, 0, {}};
}

TEST(Date, CountsDaysFromTheEpoch) {
  struct Case {
    PartialDate date;
    Day first;
    Day last;
  };
  const Case cases[] = {
      {{DatePrecision::day, 1970, 1, 1, 0, {}}, 0, 0},
      {{DatePrecision::day, 1969, 12, 31, 0, {}}, -1, -1},
      {{DatePrecision::day, 2000, 3, 1, 0, {}}, 11017, 11017},
      {{DatePrecision::minute, 2018, 4, 30, 1439, 270}, 17651, 17651},
      {{DatePrecision::month, 1970, 1, 0, 0, {}}, 0, 30},
      {{DatePrecision::month, 1970, 12, 0, 0, {}}, 334, 364},
      {year(1970), 0, 364},
      {year(1972), 730, 1095},
  };
  for (const Case& each : cases) {
    SCOPED_TRACE(to_string(each.date));
    EXPECT_EQ(first_day(each.date), each.first);
    EXPECT_EQ(last_day(each.date), each.last);
  }
}

TEST(Date, EveryDayComesBackFromItsCalendarForm) {
  Day expected = first_day(year(1000));
  const Day last = last_day(year(2999));
  for (; expected <= last; ++expected) {
    const PartialDate date = to_partial_date(expected);
    ASSERT_EQ(first_day(date), expected);
    ASSERT_EQ(last_day(date), expected);
  }
}

TEST(Date, PrintsNoMoreThanIsKnown) {
  EXPECT_EQ(to_string(PartialDate{}), "");
  EXPECT_EQ(to_string(year(2018)), "2018");
  EXPECT_EQ(to_string(PartialDate{DatePrecision::month, 2018, 4, 0, 0, {}}), "2018-04");
  EXPECT_EQ(to_string(PartialDate{DatePrecision::day, 2018, 4, 3, 0, {}}), "2018-04-03");
  EXPECT_EQ(to_string(PartialDate{DatePrecision::minute, 2018, 4, 3, 5, {}}), "2018-04-03T00:05");
  EXPECT_EQ(to_string(PartialDate{DatePrecision::minute, 2018, 4, 3, 5, 0}), "2018-04-03T00:05Z");
  EXPECT_EQ(to_string(PartialDate{DatePrecision::minute, 2018, 4, 3, 5, -210}),
            "2018-04-03T00:05-03:30");
}

TEST(Date, NamesPrecisionsAndSourcesAsTheContractDoes) {
  EXPECT_EQ(to_string(DatePrecision::none), "none");
  EXPECT_EQ(to_string(DatePrecision::year), "year");
  EXPECT_EQ(to_string(DatePrecision::month), "month");
  EXPECT_EQ(to_string(DatePrecision::day), "day");
  EXPECT_EQ(to_string(DatePrecision::minute), "minute");
  EXPECT_EQ(to_string(DateSource::none), "none");
  EXPECT_EQ(to_string(DateSource::metadata), "metadata");
  EXPECT_EQ(to_string(DateSource::dateline), "dateline");
  EXPECT_EQ(to_string(DateSource::byline), "byline");
  EXPECT_EQ(to_string(DateSource::url), "url");
  EXPECT_EQ(to_string(DateSource::filename), "filename");
  EXPECT_EQ(to_string(DateSource::text), "text");
  EXPECT_EQ(to_string(DateSource::mtime), "mtime");
}

}  // namespace
}  // namespace newsdex
