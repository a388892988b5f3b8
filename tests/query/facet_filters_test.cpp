#include "query/facet_filters.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "query/parsed.hpp"

namespace newsdex {
namespace {

// "REST | FIELD=VALUE,VALUE | FIELD!=VALUE | ..."
std::string printed(const SplitQuery& split) {
  std::string out = to_string(split.rest);
  for (const FacetFilter& filter : split.filters) {
    std::vector<std::string> choices;
    for (const Query& choice : filter.choices) {
      const auto* const value = std::get_if<ValueQuery>(&choice.node);
      choices.push_back(value != nullptr ? value->value : std::get<DateQuery>(choice.node).text);
    }
    out += fmt::format(" | {}{}{}", spec(filter.field).name, filter.excluded ? "!=" : "=",
                       fmt::join(choices, ","));
  }
  return out;
}

TEST(SplitFilters, TakesPositiveValuesOutOfTheRoot) {
  constexpr Reading kReadings[] = {
      {"", "(all)"},
      {"ban", R"((word "ban"))"},
      {"actor:a", "(all) | actor=a"},
      {"ban actor:a", R"((word "ban") | actor=a)"},
      {"ban actor:a app", R"((and (word "ban") (word "app")) | actor=a)"},
      {"ban -actor:a", R"((word "ban") | actor!=a)"},
      {"-actor:a", "(all) | actor!=a"},
      {"-actor:(a b)", "(all) | actor!=a,b"},
      {"-actor:a -actor:b", "(all) | actor!=a | actor!=b"},
      {"-(actor:a OR platform:b)", R"((not (or (value actor "a") (value platform "b"))))"},
      {"ban OR -actor:a", R"((or (word "ban") (not (value actor "a"))))"},
      {"ban OR actor:a", R"((or (word "ban") (value actor "a")))"},
      {"date:2018 actor:a", "(all) | year=2018 | actor=a"},
      {"title:ban source:x", R"((word title "ban") | source=x)"},
  };
  for (const Reading& reading : kReadings) {
    SCOPED_TRACE(reading.text);
    EXPECT_EQ(printed(split_filters(parse_query(reading.text).value())), reading.expected);
  }
}

TEST(SplitFilters, ValuesOfOneFieldSideBySideAreAlternatives) {
  constexpr Reading kReadings[] = {
      {"actor:a actor:b", "(all) | actor=a,b"},
      {"actor:a ban actor:b", R"((word "ban") | actor=a,b)"},
      {"actor:(a b) actor:c", "(all) | actor=a,b | actor=c"},
      {"actor:a platform:p actor:b platform:q", "(all) | actor=a,b | platform=p,q"},
      {"actor:(a OR b)", "(all) | actor=a,b"},
      {"actor:(a OR b OR c) ban", R"((word "ban") | actor=a,b,c)"},
      {"actor:(a OR b) actor:c", "(all) | actor=a,b | actor=c"},
      {"actor:(a OR (b OR c))", "(all) | actor=a,b,c"},
      {"actor:a OR actor:b", "(all) | actor=a,b"},
      {"actor:a OR platform:b", R"((or (value actor "a") (value platform "b")))"},
      {"actor:(a -b)", "(all) | actor=a | actor!=b"},
  };
  for (const Reading& reading : kReadings) {
    SCOPED_TRACE(reading.text);
    EXPECT_EQ(printed(split_filters(parse_query(reading.text).value())), reading.expected);
  }
}

TEST(SplitFilters, DatesBelongToTheFacetThatHasThem) {
  constexpr Reading kReadings[] = {
      {"year:2018 month:2018-04", "(all) | year=2018 | month=2018-04"},
      {"date:2017 date:2018", "(all) | year=2017,2018"},
      {"date:2018-04 ban date:2018-05 month:2018-06",
       R"((word "ban") | month=2018-04,2018-05,2018-06)"},
      {"date:\"April 2018\" date:2018-05", "(all) | month=April 2018,2018-05"},
      {"date:2018-04 AND date:2018-05", "(all) | month=2018-04 | month=2018-05"},
      {"-month:2018-04 -year:2017", "(all) | month!=2018-04 | year!=2017"},
      {"date:2018-04..2018-04 date:2018-05", "(all) | date=2018-04..2018-04 | month=2018-05"},
      {"date:2018-04.. date:..2018-06", "(all) | date=2018-04.. | date=..2018-06"},
      {"date:2018-W18 date:2018-W19", "(all) | date=2018-W18 | date=2018-W19"},
      {"date:(2018-W18 OR 2018-W19)", "(all) | date=2018-W18,2018-W19"},
      {"date:(2017 OR 2018-04)", "(all) | date=2017,2018-04"},
      {"date:none", "(all) | date=none"},
      {"mentions:2018-04 mentions:2018", "(all) | mentions=2018-04,2018"},
      {"date:2018-04 OR mentions:2018-04", R"((or (date "2018-04") (mentions "2018-04")))"},
      {"ban OR (month:2018-04 month:2018-05)",
       R"((or (word "ban") (or (date "2018-04") (date "2018-05"))))"},
  };
  for (const Reading& reading : kReadings) {
    SCOPED_TRACE(reading.text);
    EXPECT_EQ(printed(split_filters(parse_query(reading.text).value())), reading.expected);
  }
}

TEST(SplitFilters, UnderAnExplicitAndEachValueIsRequired) {
  constexpr Reading kReadings[] = {
      {"actor:a AND actor:b", "(all) | actor=a | actor=b"},
      {"actor:a AND ban AND actor:b", R"((word "ban") | actor=a | actor=b)"},
      {"actor:(a AND b) ban", R"((word "ban") | actor=a | actor=b)"},
      {"actor:(a OR b) AND actor:c", "(all) | actor=a,b | actor=c"},
      {"actor:a actor:b AND ban", R"((word "ban") | actor=a,b)"},
      {"actor:a AND (ban app)", R"((and (word "ban") (word "app")) | actor=a)"},
      {"(actor:a AND ban) actor:b", R"((word "ban") | actor=a | actor=b)"},
      {"ban AND app", R"((and! (word "ban") (word "app")))"},
  };
  for (const Reading& reading : kReadings) {
    SCOPED_TRACE(reading.text);
    EXPECT_EQ(printed(split_filters(parse_query(reading.text).value())), reading.expected);
  }
}

TEST(SplitFilters, MergesInsideNestedGroupsToo) {
  constexpr Reading kReadings[] = {
      {"ban OR (actor:a actor:b app)",
       R"((or (word "ban") (and (or (value actor "a") (value actor "b")) (word "app"))))"},
      {"ban OR actor:(a b)", R"((or (word "ban") (or (value actor "a") (value actor "b"))))"},
      {"ban -actor:(a b)", R"((word "ban") | actor!=a,b)"},
      {"ban OR actor:(a AND b)", R"((or (word "ban") (and! (value actor "a") (value actor "b"))))"},
      {"-(actor:a -actor:b actor:c)",
       R"((not (and (or (value actor "a") (value actor "c")) (not (value actor "b")))))"},
  };
  for (const Reading& reading : kReadings) {
    SCOPED_TRACE(reading.text);
    EXPECT_EQ(printed(split_filters(parse_query(reading.text).value())), reading.expected);
  }
}

TEST(SplitFilters, ValuesOfOptionsJoinThoseOfTheQuery) {
  const Query query = with_filters(
      parse_query("ban actor:a").value(),
      {Query{ValueQuery{Field::actor, "b"}, 0}, Query{ValueQuery{Field::platform, "p"}, 0}});
  EXPECT_EQ(printed(split_filters(query)), R"((word "ban") | actor=a,b | platform=p)");
}

}  // namespace
}  // namespace newsdex
