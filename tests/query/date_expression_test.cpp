#include "query/date_expression.hpp"

#include <gtest/gtest.h>

#include <string>

#include "newsdex/query.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kToday = "2018-05-01";  // a Tuesday

Day today() {
  return first_day(*parse_date(kToday));
}

std::string printed(std::string_view text) {
  const auto days = DateExpressionReader(today()).read(text);
  if (!days) return "refused";
  const auto end = [](const std::optional<Day>& day) {
    return day ? to_string(to_partial_date(*day)) : std::string();
  };
  return end(days->range.first) + ".." + end(days->range.last) +
         (days->in_words ? " in words" : "");
}

struct ExpressionReading {
  std::string_view text;
  std::string_view days;
};

TEST(DateExpression, ReadsCalendarFormsWithoutTheTagger) {
  EXPECT_EQ(printed("2018-04..2018-06"), "2018-04-01..2018-06-30");
  EXPECT_EQ(printed("2018-W18"), "2018-04-30..2018-05-06");
  EXPECT_EQ(printed("30 April 2018"), "2018-04-30..2018-04-30");
}

TEST(DateExpression, CountsWordsFromToday) {
  constexpr ExpressionReading kReadings[] = {
      {"today", "2018-05-01..2018-05-01 in words"},
      {"yesterday", "2018-04-30..2018-04-30 in words"},
      {"last week", "2018-04-23..2018-04-29 in words"},
      {"last month", "2018-04-01..2018-04-30 in words"},
      {"Last Month", "2018-04-01..2018-04-30 in words"},
      {"this month", "2018-05-01..2018-05-31 in words"},
      {"this year", "2018-01-01..2018-12-31 in words"},
      {"last year", "2017-01-01..2017-12-31 in words"},
      {"in April 2017", "2017-04-01..2017-04-30 in words"},
      {"last monday", "2018-04-30..2018-04-30 in words"},
      {"two weeks ago", "2018-04-16..2018-04-22 in words"},
      {"the summer of 2009", "2009-06-01..2009-08-31 in words"},
      {"the last 3 months", "2018-02-02..2018-05-01 in words"},
      {"past 30 days", "2018-04-02..2018-05-01 in words"},
      {"the past year", "2017-05-02..2018-05-01 in words"},
      {"the past decade", "2008-05-02..2018-05-01 in words"},
      {"in the last decade", "2008-05-02..2018-05-01 in words"},
      {"the next two weeks", "2018-05-02..2018-05-15 in words"},
      {"the past two years", "2016-05-02..2018-05-01 in words"},
      {"10 Ordibehesht 1397", "2018-04-30..2018-04-30 in words"},
      {"۱۰ اردیبهشت ۱۳۹۷", "2018-04-30..2018-04-30 in words"},
      {"last month..today", "2018-04-01..2018-05-01 in words"},
      {"2018-02..last month", "2018-02-01..2018-04-30 in words"},
      {"last month..", "2018-04-01.. in words"},
      {"April 15-18, 2018", "2018-04-15..2018-04-18 in words"},
      {"April to June 2017", "2017-04-01..2017-06-30 in words"},
      {"from April 2017 to May 2018", "2017-04-01..2018-05-31 in words"},
      {"between 2017 and April 2018", "2017-01-01..2018-04-30 in words"},
      {"from 2017 until yesterday", "2017-01-01..2018-04-30 in words"},
      {"since April 20, 2017", "2017-04-20.. in words"},
      {"Since last month", "2018-04-01.. in words"},
      {"after April 2017", "2017-05-01.. in words"},
      {"before May 2017", "..2017-04-30 in words"},
      {"until April 2017", "..2017-04-30 in words"},
      {"up to 2017", "..2017-12-31 in words"},
      {"April and June", "refused"},
      {"2018-04-30T10:00", "refused"},
      {"2018-04-30T10:00..", "refused"},
      {"2018-04-01..2018-04-30 18:45", "refused"},
      {"10 p.m. Monday", "refused"},
      {"since", "refused"},
      {"since soon", "refused"},
      {"to 2017", "refused"},
      {"1397", "2018-03-21..2019-03-20"},
      {"۱۳۹۷-۰۲", "2018-04-21..2018-05-21"},
      {"Nowruz 1397", "2018-03-21..2018-03-21 in words"},
  };
  for (const ExpressionReading& reading : kReadings)
    EXPECT_EQ(printed(reading.text), reading.days) << reading.text;
}

TEST(DateExpression, RefusesWhatNamesNoDays) {
  constexpr std::string_view kTexts[] = {"telegram",
                                         "",
                                         "the",
                                         "in",
                                         "three months",
                                         "last",
                                         "next to nothing",
                                         "soon",
                                         "every Monday",
                                         "last month and more",
                                         "telegram last month",
                                         "last\nmonth\"",
                                         "P3M"};
  for (const std::string_view text : kTexts) EXPECT_EQ(printed(text), "refused") << text;
  EXPECT_EQ(printed(std::string(1000, 'a')), "refused");
  EXPECT_EQ(printed("the the the the last month"), "refused");
}

TEST(DateExpression, StandsInQueries) {
  const auto tree = [](std::string_view text) {
    const auto query = parse_query(text, today());
    return query ? to_string(*query) : query.error().message;
  };
  EXPECT_EQ(tree("date:\"last month\""), "(date \"last month\" 2018-04-01..2018-04-30)");
  EXPECT_EQ(tree("date:yesterday"), "(date \"yesterday\" 2018-04-30..2018-04-30)");
  EXPECT_EQ(tree("mentions:2018-09"), "(mentions \"2018-09\")");
  EXPECT_EQ(tree("mentions:2018-Q3..2018-W40"), "(mentions \"2018-Q3..2018-W40\")");
  EXPECT_EQ(tree("mentions:none"), "(mentions none)");
  EXPECT_EQ(tree("-mentions:\"last year\""),
            "(not (mentions \"last year\" 2017-01-01..2017-12-31))");
  EXPECT_EQ(tree("mentions:(2017 2018)"), "(or (mentions \"2017\") (mentions \"2018\"))");
  EXPECT_EQ(tree("date-source:url"), "(value date-source \"url\")");
  EXPECT_EQ(tree("date_source:url"), "(value date-source \"url\")");
  EXPECT_EQ(tree("date-sorce:url"), "unknown field `date-sorce`");
  EXPECT_EQ(tree("co-worker:x"), "(word \"co-worker:x\")");
  EXPECT_EQ(tree("mentions:soon"), "`soon` is not a date");
}

TEST(FilterQuery, IsWhatTheFieldWouldSay) {
  EXPECT_EQ(to_string(*filter_query(Field::actor, "Durov", today())), "(value actor \"Durov\")");
  EXPECT_EQ(to_string(*filter_query(Field::mentions, "2018-09", today())),
            "(mentions \"2018-09\")");
  EXPECT_FALSE(filter_query(Field::mentions, "soon", today()));
  EXPECT_FALSE(filter_query(Field::mentions, "", today()));
}

}  // namespace
}  // namespace newsdex
