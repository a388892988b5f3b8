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

}  // namespace
}  // namespace newsdex::testing
