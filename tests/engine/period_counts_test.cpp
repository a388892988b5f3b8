#include "engine/period_counts.hpp"

#include <gtest/gtest.h>

namespace newsdex::testing {
namespace {

struct PeriodCase {
  const char* date;
  TimelineUnit unit;
  const char* period;
};

// Weeks of ISO 8601 around the turns of years, where they are hard.
constexpr PeriodCase kPeriodCases[] = {
    {"2018-04-30", TimelineUnit::year, "2018"},      {"2018-04-30", TimelineUnit::month, "2018-04"},
    {"2018-04-30", TimelineUnit::week, "2018-W18"},  {"2018-04-29", TimelineUnit::week, "2018-W17"},
    {"2018-04-30", TimelineUnit::day, "2018-04-30"}, {"2018-12-31", TimelineUnit::week, "2019-W01"},
    {"2021-01-03", TimelineUnit::week, "2020-W53"},  {"2021-01-04", TimelineUnit::week, "2021-W01"},
    {"1969-12-31", TimelineUnit::week, "1970-W01"},  {"1969-12-31", TimelineUnit::month, "1969-12"},
    {"1965-01-01", TimelineUnit::week, "1964-W53"},
};

TEST(Timeline, NamesThePeriodOfADay) {
  for (const PeriodCase& c : kPeriodCases) {
    SCOPED_TRACE(c.date);
    const Day day = first_day(parse_date(c.date).value());
    EXPECT_EQ(period_name(period_of(day, c.unit), c.unit), c.period);
  }
}

}  // namespace
}  // namespace newsdex::testing
