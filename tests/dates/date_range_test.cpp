#include <gtest/gtest.h>

#include <string>

#include "newsdex/date.hpp"

namespace newsdex {
namespace {

std::string printed(const std::optional<Day>& day) {
  return day ? to_string(to_partial_date(*day)) : std::string();
}

std::string printed(std::string_view text) {
  const std::optional<DateRange> range = parse_date_range(text);
  return range ? printed(range->first) + ".." + printed(range->last) : std::string("refused");
}

struct Reading {
  std::string_view text;
  std::string_view expected;
};

TEST(ParseDateRange, CoversAllThatBothEndsStandFor) {
  constexpr Reading kReadings[] = {
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
  };
  for (const Reading& reading : kReadings) {
    SCOPED_TRACE(reading.text);
    EXPECT_EQ(printed(reading.text), reading.expected);
  }
}

TEST(ParseDateRange, RefusesWhatIsNoRange) {
  constexpr std::string_view kTexts[] = {
      "",
      " ",
      "..",
      " .. ",
      "...",
      "none",
      "2018-02-30",
      "2018-13..",
      "..2018-13",
      "2018...2019",
      "2018.2019",
      "2019..2018",
      "2018..2017",
      "2017..2018..2019",
      "2018-04-30..2018-04-29",
      "x..2018",
      "2018..x",
  };
  for (const std::string_view text : kTexts) {
    SCOPED_TRACE(text);
    EXPECT_EQ(printed(text), "refused");
  }
}

TEST(ParseDateRange, DoesNotReadHostileLengths) {
  EXPECT_EQ(printed(std::string(4'000'000, '.')), "refused");
  EXPECT_EQ(printed("2018.." + std::string(4'000'000, '9')), "refused");
}

}  // namespace
}  // namespace newsdex
