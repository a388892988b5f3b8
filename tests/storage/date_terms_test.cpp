#include "storage/date_terms.hpp"

#include <gtest/gtest.h>

namespace newsdex::testing {
namespace {

constexpr DaySpan kSpans[] = {{-4371000, -4370900}, {-800000, -799000}, {-1, 0}, {0, 0}, {0, 30},
                              {17652, 17652},       {2932896, 2932896}};

TEST(DateTerms, GiveBackTheirDaysAndAscendAsThoseDo) {
  std::string before;
  for (const DaySpan& days : kSpans) {
    const std::string term = date_term(days);
    EXPECT_EQ(days_of_term(term), days) << term;
    EXPECT_LT(before, term);
    before = term;
  }
}

TEST(DateTerms, OthersAreRefused) {
  const std::string term = date_term({0, 30});
  EXPECT_FALSE(days_of_term(""));
  EXPECT_FALSE(days_of_term("E"));
  EXPECT_FALSE(days_of_term(term.substr(1)));
  EXPECT_FALSE(days_of_term(term + "0"));
  EXPECT_FALSE(days_of_term("X" + term.substr(1)));
  EXPECT_FALSE(days_of_term(term.substr(0, term.size() - 1) + "x"));
  EXPECT_FALSE(days_of_term("E50000305000000")) << "ends before it begins";
}

DateRange days_of(std::string_view text) {
  return *parse_date_range(text);
}

TEST(DateTerms, AStretchSpeaksOfWhatHoldsItOrOfAsManyDaysThatItReachesInto) {
  struct Case {
    std::string_view stretch;
    std::string_view asked;
    bool speaks;
  };
  constexpr Case kCases[] = {
      {"2018-04-30", "2018-04", true},
      {"2018-04", "2018-04", true},
      {"2018-04", "2018", true},
      {"2018-04", "2018-04-30", false},
      {"2018-04", "2018-04-15..2018-05-30", false},  // a month of ours lies in one month alone
      {"2018", "2018-Q2", false},
      {"2018-SP", "2018-Q2", false},
      {"1397-02", "2018-04", true},
      {"1397-02", "2018-05", true},
      {"1397-02", "2018-03", false},
      {"1397-02", "2018-04-30", false},
      {"1397-02", "2018-04..", true},
      {"1397-02", "..2018-04-20", false},
      {"1396-12", "2018-02", true},
      {"1397", "2018", true},
      {"1397", "2019", true},
      {"1397", "2018-05", false},
      {"1397-SP", "2018-Q2", true},
      {"2018-W18", "2018-04", true},
      {"2018-W18", "2018-05", true},
      {"2018-W18", "2018-04-30", false},
      {"2018-W18", "2018-05-01..2018-05-07", true},
  };
  for (const Case& each : kCases) {
    const DateRange stretch = days_of(each.stretch);
    EXPECT_EQ(speaks_of({*stretch.first, *stretch.last}, days_of(each.asked)), each.speaks)
        << each.stretch << " " << each.asked;
  }
}

TEST(DateTerms, MonthsSpokenOfAreThoseWhoseQueryFindsTheStretch) {
  const auto months = [](std::string_view text) {
    const DateRange days = days_of(text);
    std::string all;
    for (const std::string& month : months_spoken_of({*days.first, *days.last})) all += month + " ";
    return all;
  };
  EXPECT_EQ(months("2018-04-30"), "2018-04 ");
  EXPECT_EQ(months("2018-04"), "2018-04 ");
  EXPECT_EQ(months("1397-02"), "2018-04 2018-05 ");
  EXPECT_EQ(months("1397-10"), "2018-12 2019-01 ");
  EXPECT_EQ(months("2018-W18"), "2018-04 2018-05 ");
  EXPECT_EQ(months("2018-SP"), "");
  EXPECT_EQ(months("1397"), "");
}

}  // namespace
}  // namespace newsdex::testing
