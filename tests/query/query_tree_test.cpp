// Printing a tree, and adding filters to one.
#include <gtest/gtest.h>

#include "query/parsed.hpp"

namespace newsdex {
namespace {

TEST(QueryToString, EscapesWhatWouldBreakTheLine) {
  EXPECT_EQ(to_string(Query{WordQuery{"a\"b\\c"}, 0}), R"((word "a\"b\\c"))");
  EXPECT_EQ(to_string(Query{WordQuery{"a\nb\x1b[0m\x7f"}, 0}), R"((word "a\x0Ab\x1B[0m\x7F"))");
  EXPECT_EQ(to_string(Query{WordQuery{"\u0085é"}, 0}), R"((word "\x85é"))");
  EXPECT_EQ(to_string(Query{WordQuery{"a\xff"}, 0}), "(word \"a\ufffd\")");
}

Query value(Field field, std::string text) {
  return {ValueQuery{field, std::move(text)}, 0};
}

std::string filtered(std::string_view text, std::vector<Query> filters) {
  return to_string(with_filters(parse_query(text).value(), std::move(filters)));
}

TEST(WithFilters, JoinsThemToTheRootConjunction) {
  const Query noor = value(Field::actor, "Noor");
  const Query chirp = value(Field::platform, "Chirp");
  EXPECT_EQ(filtered("ban", {noor}), R"((and (word "ban") (value actor "Noor")))");
  EXPECT_EQ(filtered("a b", {noor, chirp}),
            R"((and (word "a") (word "b") (value actor "Noor") (value platform "Chirp")))");
  EXPECT_EQ(filtered("a OR b", {noor}), R"((and (or (word "a") (word "b")) (value actor "Noor")))");
  EXPECT_EQ(filtered("a AND b", {noor}),
            R"((and (and! (word "a") (word "b")) (value actor "Noor")))");
  EXPECT_EQ(filtered("NOT a", {noor}), R"((and (not (word "a")) (value actor "Noor")))");
}

TEST(WithFilters, EverythingGivesWayToFilters) {
  EXPECT_EQ(filtered("", {value(Field::actor, "Noor")}), R"((value actor "Noor"))");
  EXPECT_EQ(filtered("", {value(Field::actor, "a"), value(Field::actor, "b")}),
            R"((and (value actor "a") (value actor "b")))");
}

TEST(WithFilters, WithoutFiltersTheQueryStays) {
  EXPECT_EQ(filtered("", {}), "(all)");
  EXPECT_EQ(filtered("a OR b", {}), R"((or (word "a") (word "b")))");
}

}  // namespace
}  // namespace newsdex
