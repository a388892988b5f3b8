// Holidays by name, in the year that is said or suggested.
#include "tagging.hpp"

namespace newsdex::testing {
namespace {

TEST(DateTagger, ReadsHolidaysOfAYear) {
  const TaggingCase cases[] = {
      {"", "on [New Year's Eve 2017=2017-12-31]"},
      {"", "on [New Year's Day 2018=2018-01-01]"},
      {"", "on [Easter 2016=2016-03-27]"},
      {"", "on [Easter Sunday 2018=2018-04-01]"},
      {"", "on [Good Friday, 2018=2018-03-30]"},
      {"", "on [Easter Monday of 2018=2018-04-02]"},
      {"", "on [Orthodox Easter 2018=2018-04-08]"},
      {"", "on [Halloween 2017=2017-10-31]"},
      {"", "Americans ate on [Thanksgiving 2017=2017-11-23]"},
      {"", "on [Labor Day 2018=2018-09-03], U.S. shops close"},
      {"", "on America's [Memorial Day 2018=2018-05-28]"},
      {"", "on [Ashura 2018=2018-09-20]"},
      {"", "after [Eid al-Fitr 2018=2018-06-15]"},
      {"", "after [Eid al-Adha 2018=2018-08-21]"},
      {"", "before [Nowruz 2018=2018-03-21]"},
      {"", "on [Yalda 2017=2017-12-21]"},
      {"", "on [Christmas 1914=1914-12-25]"},
      {"", "on [Chaharshanbe Suri 2021=2021-03-16]"},
      {"", "on [Quds Day 2018=2018-06-08]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ReadsHolidaysWithoutAYear) {
  const TaggingCase cases[] = {
      {"2018-05-01", "was killed on [New Year's Eve=2017-12-31]"},
      {"2018-05-01", "was killed on [Easter=2018-04-01]"},
      {"2018-05-01", "was killed on [Easter Sunday=2018-04-01]"},
      {"2018-05-01", "was killed on [Halloween=2017-10-31]"},
      {"2018-05-01", "will be held on [Halloween=2018-10-31]"},
      {"2018-05-01", "The American was killed on [Thanksgiving=2017-11-23]"},
      {"2018-05-01", "In the U.S. it will be held on [Thanksgiving Day=2018-11-22]"},
      {"2018-05-01", "was killed on [Ashura=2017-09-30]"},
      {"2018-05-01", "will end after [Eid al-Fitr=2018-06-15]"},
      {"2018-05-01", "was killed on [Nowruz=2018-03-21]"},
      {"2018-05-01", "was killed on [Yalda night=2017-12-21]"},
      {"2018-05-01", "was killed [last Christmas=2017-12-25]"},
      {"2018-05-01", "will be held [next Easter=2019-04-21]"},
      {"", "on [Halloween=XXXX-10-31]"},
      {"", "on [Easter=XXXX-XX-XX]"},
  };
  expect_tagged(cases);
}

TEST(DateTagger, ADayThatCountriesShareByNameIsAmericasOnlyWithASign) {
  const TaggingCase cases[] = {
      {"2018-08-16", "Pakistan celebrated Independence Day on [Tuesday=2018-08-14]"},
      {"2018-08-16", "India celebrated Independence Day. The U.S. sent wishes."},
      {"2018-04-20", "Israel marked Memorial Day and Independence Day."},
      {"2018-05-14", "They sang on Mother's Day, and on Labor Day, and on Thanksgiving."},
      {"2018-07-06", "He spoke on the U.S. [Independence Day=2018-07-04]"},
      {"2018-07-06", "Americans marked [Independence Day=2018-07-04] with a parade"},
      {"2018-07-06", "Give us Independence Day"},
      {"2018-07-06", "He spoke on the [Fourth of July=2018-07-04]"},
      {"", "India's Independence Day [2018=2018] was quiet"},
      {"2018-01-09", "Russians marked [Orthodox Christmas=2018-01-07]"},
      {"2018-01-09", "Russians marked [Orthodox Christmas Eve=2018-01-06]"},
      {"2018-01-09", "They marked [Christmas=2017-12-25]"},
  };
  expect_tagged(cases);
}

}  // namespace
}  // namespace newsdex::testing
