#include "query/query_syntax.hpp"

#include <gtest/gtest.h>

#include "newsdex/query.hpp"

namespace newsdex {
namespace {

// What help and manual show is what the parser takes.
TEST(QuerySyntax, EveryFormIsAQuery) {
  const SavedQueries saved = {{"NAME", "ban"}};
  for (const QuerySyntax& row : kQuerySyntax) {
    const auto query = parse_query(row.form, local_today(), saved);
    EXPECT_TRUE(query) << row.form;
  }
}

TEST(Sentence, TakesNamesOnly) {
  constexpr std::pair<std::string_view, std::string_view> kReadings[] = {
      {"sentence:(actor:a place:b)", R"((sentence (and (value actor "a") (value place "b"))))"},
      {"-sentence:(actor:a)", R"((not (sentence (value actor "a"))))"},
      {"sentence:(actor:(a OR b) AND org:c)",
       R"((sentence (and! (or (value actor "a") (value actor "b")) (value org "c"))))"},
  };
  for (const auto& [text, expected] : kReadings) {
    const auto query = parse_query(text);
    ASSERT_TRUE(query) << text;
    EXPECT_EQ(to_string(*query), expected);
    EXPECT_EQ(to_string(parse_query(to_query_text(*query)).value()), expected);
  }
  for (const std::string_view text :
       {"sentence:ban", "sentence:(ban actor:a)", "sentence:(source:x)", "sentence:(-actor:a)",
        "sentence:()", "sentence:(actor:a", "sentence:"}) {
    const auto query = parse_query(text);
    ASSERT_FALSE(query) << text;
    EXPECT_GT(query.error().column, 0U) << text;
  }
}

}  // namespace
}  // namespace newsdex
