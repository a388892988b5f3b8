#include "dates/granule.hpp"

#include <gtest/gtest.h>

namespace newsdex {
namespace {

constexpr Unit kUnits[] = {Unit::day,  Unit::week, Unit::month,  Unit::season,  Unit::quarter,
                           Unit::half, Unit::year, Unit::decade, Unit::century, Unit::millennium};

Day day_at(std::string_view text) {
  return first_day(*parse_date(text));
}

TEST(Granule, StretchesOfAUnitFollowEachOtherWithoutGaps) {
  for (const Unit unit : kUnits) {
    Granule granule = granule_of(day_at("1890-01-01"), unit);
    const Granule end = granule_of(day_at("2110-01-01"), unit);
    for (; granule.index < end.index; ++granule.index) {
      ASSERT_LE(first_day(granule), last_day(granule));
      ASSERT_EQ(granule_of(first_day(granule), unit), granule);
      ASSERT_EQ(granule_of(last_day(granule), unit), granule);
      ASSERT_EQ(first_day(Granule{unit, granule.index + 1}), last_day(granule) + 1);
    }
  }
}

TEST(Granule, IsWrittenAsTimex3) {
  struct Case {
    std::string_view day;
    Unit unit;
    std::string_view value;
  };
  const Case cases[] = {
      {"2018-04-30", Unit::day, "2018-04-30"},      {"2018-04-30", Unit::week, "2018-W18"},
      {"2018-04-30", Unit::weekend, "2018-W18-WE"}, {"2018-04-30", Unit::month, "2018-04"},
      {"2018-04-30", Unit::season, "2018-SP"},      {"2018-02-01", Unit::season, "2017-WI"},
      {"2018-12-01", Unit::season, "2018-WI"},      {"2018-04-30", Unit::quarter, "2018-Q2"},
      {"2018-07-01", Unit::half, "2018-H2"},        {"2018-04-30", Unit::year, "2018"},
      {"2018-04-30", Unit::decade, "201"},          {"2018-04-30", Unit::century, "20"},
      {"2018-04-30", Unit::millennium, "2"},        {"2016-01-03", Unit::week, "2015-W53"},
      {"2018-12-31", Unit::week, "2019-W01"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(timex_value(granule_of(day_at(each.day), each.unit)), each.value) << each.day;
  }
  EXPECT_EQ(timex_value(granule_of_year(-489)), "BC0490");
  EXPECT_EQ(timex_value(granule_of_month(-479, 8)), "BC0480-08");
}

TEST(Granule, WidensButNeverNarrows) {
  const Granule today = granule_of(day_at("2018-04-30"), Unit::day);
  EXPECT_EQ(timex_value(*widened(today, Unit::month)), "2018-04");
  EXPECT_EQ(timex_value(*widened(granule_of_month(2018, 4), Unit::year)), "2018");
  EXPECT_FALSE(widened(granule_of_month(2018, 4), Unit::day));
  EXPECT_FALSE(widened(granule_of_month(2018, 4), Unit::weekend));
  EXPECT_FALSE(widened(granule_of_year(2018), Unit::month));
  EXPECT_TRUE(widened(granule_of(day_at("2018-04-30"), Unit::week), Unit::weekend));
}

TEST(Granule, TheCalendarEndsSomewhere) {
  EXPECT_TRUE(is_in_calendar(granule_of_year(-9998)));
  EXPECT_FALSE(is_in_calendar(granule_of_year(-9999)));
  EXPECT_TRUE(is_in_calendar(granule_of_year(9998)));
  EXPECT_FALSE(is_in_calendar(granule_of_year(9999)));
  for (const Unit unit : kUnits) {
    EXPECT_FALSE(is_in_calendar({unit, 2'000'000'000}));
    EXPECT_FALSE(is_in_calendar({unit, -2'000'000'000}));
  }
}

}  // namespace
}  // namespace newsdex
