#include <gtest/gtest.h>

#include <string>

#include "newsdex/date.hpp"

namespace newsdex {
namespace {

std::string printed_range(const std::optional<Day>& day) {
  return day ? to_string(to_partial_date(*day)) : std::string();
}

std::string printed_range(std::string_view text) {
  const std::optional<DateRange> range = parse_date_range(text);
  return range ? printed_range(range->first) + ".." + printed_range(range->last)
               : std::string("refused");
}

struct RangeReading {
  std::string_view text;
  std::string_view expected;
};

TEST(ParseDateRange, CoversAllThatBothEndsStandFor) {
  constexpr RangeReading kReadings[] = {
      {"2018", "2018-01-01..2018-12-31"},
      {"2018-02", "2018-02-01..2018-02-28"},
      {"2016-02", "2016-02-01..2016-02-29"},
      {"2018-04-30", "2018-04-30..2018-04-30"},
      {"2018-04-30T18:45+04:30", "2018-04-30..2018-04-30"},
      {"2018-04..2018-06", "2018-04-01..2018-06-30"},
      {"2017..2018-04-30", "2017-01-01..2018-04-30"},
      {"2018-04-30..2018-04-30", "2018-04-30..2018-04-30"},
      {"2018-04-15..2018-04", "2018-04-15..2018-04-30"},
      {"..2018-06", "..2018-06-30"},
      {"2018-04..", "2018-04-01.."},
      {" 2018-04 .. 2018-06 ", "2018-04-01..2018-06-30"},
      {"1 April 2018..May 2018", "2018-04-01..2018-05-31"},
      {"۲۰۱۸..۲۰۱۹", "2018-01-01..2019-12-31"},
      {"2018-W18", "2018-04-30..2018-05-06"},
      {"2018-w01", "2018-01-01..2018-01-07"},
      {"2020-W53", "2020-12-28..2021-01-03"},
      {"2018-Q2", "2018-04-01..2018-06-30"},
      {"2018-H2", "2018-07-01..2018-12-31"},
      {"2018-SP", "2018-03-01..2018-05-31"},
      {"2018-WI", "2018-12-01..2019-02-28"},
      {"2010s", "2010-01-01..2019-12-31"},
      {"2018-Q2..2018-W40", "2018-04-01..2018-10-07"},
      {"1397", "2018-03-21..2019-03-20"},
      {"1397-02", "2018-04-21..2018-05-21"},
      {"1397/2", "2018-04-21..2018-05-21"},
      {"1397-02-10", "2018-04-30..2018-04-30"},
      {"۱۳۹۷-۰۲", "2018-04-21..2018-05-21"},
      {"1396..1397-02", "2017-03-21..2018-05-21"},
      {"1397-12..2019", "2019-02-20..2019-12-31"},
      {"1390s", "2011-03-21..2021-03-20"},
      {"1397-SP", "2018-03-21..2018-06-21"},
      {"1397-wi", "2018-12-22..2019-03-20"},
      {"1397-Q1", "2018-03-21..2018-06-21"},
      {"1397-H2", "2018-09-23..2019-03-20"},
  };
  for (const RangeReading& reading : kReadings) {
    SCOPED_TRACE(reading.text);
    EXPECT_EQ(printed_range(reading.text), reading.expected);
  }
}

TEST(ParseDateRange, RefusesWhatIsNoRange) {
  constexpr std::string_view kTexts[] = {
      "",           " ",         "..",        " .. ",        "...",       "none",
      "2018-02-30", "2018-13..", "..2018-13", "2018...2019", "2018.2019", "2017..2018..2019",
      "x..2018",    "2018-W00",  "2018-W53",  "2018-W1",     "2018-W",    "2018-Q0",
      "2018-Q5",    "2018-Q12",  "2018-H3",   "2018-XX",     "2018-WIN",  "2018s",
      "0010s",      "2018..x",   "1397-13",   "1397-",       "1397-1-",   "1439",
      "1397s",
  };
  for (const std::string_view text : kTexts) {
    SCOPED_TRACE(text);
    EXPECT_EQ(printed_range(text), "refused");
  }
}

TEST(WholePeriod, IsAYearOrAMonthToTheDay) {
  constexpr RangeReading kReadings[] = {
      {"2018", "2018"},
      {"2018-04", "2018-04"},
      {"2018-01..2018-12", "2018"},
      {"2018-04-30", ""},
      {"2018-Q2", ""},
      {"2018-02-01..2018-02-28", "2018-02"},
      {"2020-02-01..2020-02-28", ""},
      {"2018..", ""},
      {"..2018", ""},
      {"2017..2018", ""},
      {"1397", ""},
  };
  for (const RangeReading& reading : kReadings) {
    const auto period = whole_period(parse_date_range(reading.text).value());
    EXPECT_EQ(period ? to_string(*period) : "", reading.expected) << reading.text;
  }
}

TEST(ParseDateRange, TellsOneThatEndsBeforeItBegins) {
  for (const std::string_view text : {"2019..2018", "2018-04-30..2018-04-29", "1397-02..2017"}) {
    EXPECT_TRUE(is_reversed(*parse_date_range(text))) << text;
  }
  for (const std::string_view text : {"2018", "2018-04-30..2018-04", "..2018", "2018.."}) {
    EXPECT_FALSE(is_reversed(*parse_date_range(text))) << text;
  }
}

TEST(ParseDateRange, AsksAnotherReaderForEndsItDoesNotKnow) {
  const DaySpanReader other = [](std::string_view text) -> std::optional<DaySpan> {
    if (text != "that month") return std::nullopt;
    return DaySpan{0, 30};
  };
  EXPECT_EQ(parse_date_range("that month", other), (DateRange{0, 30}));
  EXPECT_EQ(parse_date_range("that month..2018", other)->first, 0);
  EXPECT_EQ(parse_date_range("..that month", other), (DateRange{std::nullopt, 30}));
  EXPECT_FALSE(parse_date_range("this month", other));
  EXPECT_EQ(printed_range(parse_date_range("2018", other)->first), "2018-01-01");
}

TEST(ParseDateRange, DoesNotReadHostileLengths) {
  EXPECT_EQ(printed_range(std::string(4'000'000, '.')), "refused");
  EXPECT_EQ(printed_range("2018.." + std::string(4'000'000, '9')), "refused");
}

}  // namespace
}  // namespace newsdex
