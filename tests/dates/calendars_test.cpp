#include "dates/calendars.hpp"

#include <gtest/gtest.h>

#include "dates/holidays.hpp"

namespace newsdex {
namespace {

Day day(std::string_view text) {
  return first_day(*parse_date(text));
}

TEST(Calendars, ConvertKnownDays) {
  struct Case {
    CalendarKind kind;
    int year, month, day;
    std::string_view first, last;
  };
  const Case cases[] = {
      {CalendarKind::jalali, 1397, 2, 10, "2018-04-30", "2018-04-30"},
      {CalendarKind::jalali, 1397, 1, 1, "2018-03-21", "2018-03-21"},
      {CalendarKind::jalali, 1399, 12, 30, "2021-03-20", "2021-03-20"},  // a leap year
      {CalendarKind::jalali, 1357, 11, 22, "1979-02-11", "1979-02-11"},
      {CalendarKind::jalali, 1397, 2, 0, "2018-04-21", "2018-05-21"},
      {CalendarKind::jalali, 1397, 0, 0, "2018-03-21", "2019-03-20"},
      {CalendarKind::hijri, 1439, 9, 1, "2018-05-16", "2018-05-16"},
      {CalendarKind::hijri, 1439, 9, 0, "2018-05-16", "2018-06-14"},
      {CalendarKind::gregorian, 2016, 2, 29, "2016-02-29", "2016-02-29"},
      {CalendarKind::gregorian, 2018, 2, 0, "2018-02-01", "2018-02-28"},
  };
  for (const Case& each : cases) {
    const auto found = days_of(CalendarYear{each.kind, each.year}, each.month, each.day);
    ASSERT_TRUE(found) << each.first;
    EXPECT_EQ(*found, (DaySpan{day(each.first), day(each.last)})) << each.first;
  }
}

TEST(Calendars, HaveNoOtherDays) {
  EXPECT_FALSE(days_of(CalendarYear{CalendarKind::gregorian, 2018}, 2, 29));
  EXPECT_FALSE(days_of(CalendarYear{CalendarKind::gregorian, 2018}, 13, 1));
  EXPECT_FALSE(days_of(CalendarYear{CalendarKind::gregorian, 20'000}, 1, 1));
  EXPECT_FALSE(days_of(CalendarYear{CalendarKind::jalali, 1397}, 12, 30));
  EXPECT_FALSE(days_of(CalendarYear{CalendarKind::jalali, 1397}, 7, 31));
  EXPECT_FALSE(days_of(CalendarYear{CalendarKind::jalali, 1397}, 13, 1));
}

TEST(Calendars, YearsOfOtherCalendarsHoldTheirDays) {
  EXPECT_EQ(year_of(day("2018-03-20"), CalendarKind::jalali), 1396);
  EXPECT_EQ(year_of(day("2018-03-21"), CalendarKind::jalali), 1397);
  EXPECT_EQ(year_of(day("2018-03-21"), CalendarKind::gregorian), 2018);
}

const Holiday* holiday(std::string_view name) {
  for (const Holiday& each : holidays()) {
    if (each.names.substr(0, each.names.find(' ')) == name) return &each;
  }
  return nullptr;
}

TEST(Holidays, FallOnKnownDays) {
  struct Case {
    std::string_view name;
    int year;
    std::string_view day;
  };
  const Case cases[] = {
      {"easter", 2013, "2013-03-31"},          {"easter", 2018, "2018-04-01"},
      {"easter", 1989, "1989-03-26"},          {"easter", 2000, "2000-04-23"},
      {"good_friday", 2018, "2018-03-30"},     {"orthodox_easter", 2018, "2018-04-08"},
      {"orthodox_easter", 2013, "2013-05-05"}, {"thanksgiving", 2018, "2018-11-22"},
      {"memorial_day", 2018, "2018-05-28"},    {"labor_day", 2018, "2018-09-03"},
      {"columbus_day", 2018, "2018-10-08"},    {"nowruz", 2018, "2018-03-21"},
      {"yalda", 2018, "2018-12-21"},           {"eid_al_fitr", 2018, "2018-06-15"},
      {"christmas", 2018, "2018-12-25"},       {"martin_luther_king_day", 2018, "2018-01-15"},
  };
  for (const Case& each : cases) {
    const Holiday* found = holiday(each.name);
    ASSERT_NE(found, nullptr) << each.name;
    const auto days = days_of(*found, each.year);
    ASSERT_TRUE(days) << each.name;
    EXPECT_EQ(to_string(to_partial_date(days->first)), each.day) << each.name;
  }
}

}  // namespace
}  // namespace newsdex
