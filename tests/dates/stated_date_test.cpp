#include "dates/stated_date.hpp"

#include <gtest/gtest.h>

namespace newsdex {
namespace {

TEST(StatedDate, OfPeriodsThatAreNoDateTheMonthOrTheYearIsKnown) {
  struct Case {
    std::string_view date;
    std::string_view known;
  };
  const Case cases[] = {
      {"Spring 2018", "2018"},
      {"the summer of 2009", "2009"},
      {"Winter, 2018", "2018"},
      {"بهار ۱۳۹۷", "2018"},
      {"زمستان ۱۳۹۷", ""},  // of two of our years
      {"2018-W17", "2018-04"},
      {"2018W17", "2018-04"},
      {"2018-W18", "2018"},
      {"2019-W01", ""},
      {"2018-W60", ""},
      {"2018-Q2", "2018"},
      {"Q2 2018", "2018"},
      {"2018 Q2", "2018"},
      {"Q5 2018", ""},
      {"April/May 2018", "2018"},
      {"April 2018 - May", "2018"},
      {"May/April 2018", ""},
      {"April/May/June 2018", ""},
      {"mid-April 2018", "2018-04"},
      {"late 2018", "2018"},
      {"circa 2018", "2018"},
      {"1397-02", "2018"},
      {"1st of May 2018", "2018-05-01"},
      {"the 2nd of May, 2018", "2018-05-02"},
      {"Spring", ""},
      {"Spring 18", ""},
      {"5 Spring 2018", ""},
      {"Spring April 2018", ""},
      {"Spring 2018 14:05", ""},
      {"early", ""},
      {"2017/2018", ""},
      {"2010s", ""},
  };
  for (const Case& each : cases) {
    const auto stated = read_stated_date(each.date);
    EXPECT_EQ(stated ? to_string(stated->value) : "", each.known) << each.date;
  }
}

}  // namespace
}  // namespace newsdex
