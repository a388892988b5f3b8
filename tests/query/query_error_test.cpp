#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "newsdex/query.hpp"

namespace newsdex {
namespace {

using ::testing::HasSubstr;

struct Refusal {
  std::string_view text;
  std::uint32_t column;
  std::string_view message;
  std::string_view hint;  // a part of it
};

constexpr std::string_view kOperators = "operators stand between words";
constexpr std::string_view kDates = "date:2018-04..2018-06";

constexpr Refusal kRefusals[] = {
    {"-", 1, "`-` has nothing after it", "`-word`, without a space"},
    {"a - b", 3, "`-` has nothing after it", "`-word`, without a space"},
    {"(a -)", 4, "`-` has nothing after it", "`-word`, without a space"},
    {"é -", 3, "`-` has nothing after it", "`-word`, without a space"},
    {"--a", 1, "`--a` begins with more than one `-`", "one `-`"},
    {"--(a)", 1, "`--` begins with more than one `-`", "one `-`"},
    {"OR", 1, "`OR` has nothing before it", kOperators},
    {"AND a", 1, "`AND` has nothing before it", kOperators},
    {"a OR", 3, "`OR` has nothing after it", kOperators},
    {"a AND ", 3, "`AND` has nothing after it", kOperators},
    {"a NOT", 3, "`NOT` has nothing after it", kOperators},
    {"a OR OR b", 3, "`OR` has nothing after it", kOperators},
    {"a OR AND b", 3, "`OR` has nothing after it", kOperators},
    {"NOT OR b", 1, "`NOT` has nothing after it", kOperators},
    {"-OR b", 1, "`-` has nothing after it", kOperators},
    {"(a OR) b", 4, "`OR` has nothing after it", kOperators},
    {"(OR a)", 2, "`OR` has nothing before it", kOperators},
    {"& OR", 3, "`OR` has nothing after it", kOperators},
    {"()", 1, "`(` and `)` have nothing between them", "remove them"},
    {"a ( )", 3, "`(` and `)` have nothing between them", "remove them"},
    {"actor:()", 7, "`(` and `)` have nothing between them", "remove them"},
    {"(a", 1, "`(` is never closed", "add the closing `)`"},
    {"((a)", 1, "`(` is never closed", "add the closing `)`"},
    {"a (", 3, "`(` is never closed", "add the closing `)`"},
    {"actor:(a", 7, "`(` is never closed", "add the closing `)`"},
    {"a)", 2, "`)` closes no parenthesis", "remove it"},
    {")", 1, "`)` closes no parenthesis", "remove it"},
    {"(a)) b", 4, "`)` closes no parenthesis", "remove it"},
    {"a :)", 4, "`)` closes no parenthesis", "remove it"},
    {"\"a b", 1, "`\"a b` has no closing quote", "add the closing quote"},
    {"a \"", 3, "`\"` has no closing quote", "add the closing quote"},
    {"é “a\"", 3, "`“a\"` has no closing quote", "add the closing quote"},
    {"5\" gun", 2, "`\" gun` has no closing quote", "add the closing quote"},
    {"a”", 2, "`”` closes no quote", "add the opening quote"},
    {"»a«", 1, "`»` closes no quote", "add the opening quote"},
    {"actor:\"a", 7, "`\"a` has no closing quote", "add the closing quote"},
    {"actor:”a", 7, "`”` closes no quote", "add the opening quote"},
    {"plattform:x", 1, "unknown field `plattform`",
     "did you mean `platform`? fields: text, title,"},
    {"a acotr:x", 3, "unknown field `acotr`", "did you mean `actor`? fields: text, title,"},
    {"organizaton:x", 1, "unknown field `organizaton`", "did you mean `org`?"},
    {"tilte:x", 1, "unknown field `tilte`", "did you mean `title`?"},
    {"zebra:x", 1, "unknown field `zebra`", "fields: text, title,"},
    {"zebra: x", 1, "unknown field `zebra`", "put it in quotes"},
    {"تهران:x", 1, "unknown field `تهران`", "fields: text, title,"},
    {"actor: Noor", 1, "`actor:` is followed by a space", "write `actor:` without the space"},
    {"a actor: \"b\"", 3, "`actor:` is followed by a space", "without the space"},
    {"actor: (a)", 1, "`actor:` is followed by a space", "without the space"},
    {"actor: actor:b", 1, "`actor:` is followed by a space", "without the space"},
    {"actor:", 1, "`actor:` has no value", "right after the colon"},
    {"actor: ", 1, "`actor:` has no value", "right after the colon"},
    {"(a actor:)", 4, "`actor:` has no value", "right after the colon"},
    {"actor:\"\"", 1, "`actor:` has no value", "right after the colon"},
    {"actor:\"  \"", 1, "`actor:` has no value", "right after the colon"},
    {"title:&", 1, "`title:` has no value", "right after the colon"},
    {"title:(& ...)", 1, "`title:` has no value", "right after the colon"},
    {"date:\" \"", 1, "`date:` has no value", "right after the colon"},
    {"title:(a actor:b)", 10, "`actor:` stands within the parentheses of another field",
     "close the parentheses"},
    {"date:2018-13", 6, "`2018-13` is not a date", kDates},
    {"a date:someday", 8, "`someday` is not a date", kDates},
    {"date:\"2018-02-30\"", 6, "`\"2018-02-30\"` is not a date", kDates},
    {"date:2019..2018", 6, "`2019..2018` starts after its end: 2019-01-01 is after 2018-12-31",
     kDates},
    {"date:\"June 2018\"..\"April 2018\"", 6,
     "`\"June 2018\"..\"April 2018\"` starts after its end: 2018-06-01 is after 2018-04-30",
     kDates},
    {"date:\"June 2018\"..x", 6, "`\"June 2018\"..x` is not a date", kDates},
    {"date-source:foo", 13, "`foo` is no source of dates",
     "sources of dates: none, sidecar, metadata, dateline, byline, url, filename, text, mtime"},
    {"date:2018-04-30T10:00", 6, "`2018-04-30T10:00` has a time of day",
     "dates are searched for by the day: date:2018-04-30"},
    {"mentions:2018-04..\"30 April 2018 18:45\"", 10,
     "`2018-04..\"30 April 2018 18:45\"` has a time of day",
     "dates are searched for by the day: mentions:2018-04-30"},
    {"date:..", 6, "`..` is not a date", kDates},
    {"date:(2018 OR x)", 15, "`x` is not a date", kDates},
    {"year:2018-04", 6, "`2018-04` is not a year", "year:2018"},
    {"year:2017..2018", 6, "`2017..2018` is not a year", "date:2017..2018"},
    {"year:none", 6, "`none` is not a year", "year:2018"},
    {"month:2018", 7, "`2018` is not a month", "month:2018-04"},
    {"month:2018-04-30", 7, "`2018-04-30` is not a month", "month:2018-04"},
    {"ab*", 1, "`ab*` has fewer than 3 letters before its `*`", "more of the word"},
    {"é fil*er", 3, "`fil*er` has a `*` that is not at its end", "put it in quotes"},
    {"*ban", 1, "`*ban` has a `*` that is not at its end", "`filter*`"},
    {"net~3", 1, "`net~3` does not say how many letters may differ", "`net~1` or `net~2`"},
    {"title:net~", 7, "`net~` does not say how many letters may differ", "`net~1`"},
    {"\"a b\"~5", 6, "`~5` does not belong here", "`a NEAR/5 b`"},
    {"a NEAR/0 b", 3, "`NEAR/0` does not say how many words apart", "from 1 to 100"},
    {"a NEAR/ b", 3, "`NEAR/` does not say how many words apart", "from 1 to 100"},
    {"a ADJ/101 b", 3, "`ADJ/101` does not say how many words apart", "from 1 to 100"},
    {"a NEAR/2 b ADJ/2 c", 12, "`ADJ/2` follows `NEAR/2`", "join others with AND"},
    {"a NEAR/2 actor:b", 3, "`NEAR/2` stands next to something that is no word", "word~1"},
    {"a NEAR/2 -b", 3, "`NEAR/2` stands next to something that is no word", "word~1"},
    {"a NEAR/2 (b c)", 3, "`NEAR/2` stands next to something that is no word", "in parentheses"},
    {"NEAR/2 b", 1, "`NEAR/2` has nothing before it", kOperators},
    {"a NEAR/2", 3, "`NEAR/2` has nothing after it", kOperators},
    {"similar:", 1, "`similar:` has no value", "right after the colon"},
    {"similar:(a b)", 1, "`similar:` takes one name", "`similar:a OR similar:b`"},
    {"smilar:a", 1, "unknown field `smilar`", "did you mean `similar`?"},
    {"query:x", 7, "no saved query is called `x`", "--save-query"},
    {"title:(a similar:b)", 10, "`similar:` stands within the parentheses of another field",
     "close the parentheses"},
    {"&", 1, "nothing to search for in `&`", "at least one word"},
    {" ... ", 2, "nothing to search for in `...`", "at least one word"},
    {"\"\"", 1, "nothing to search for in `\"\"`", "at least one word"},
    {"--", 1, "nothing to search for in `--`", "at least one word"},
    {"NOT & OR (...)", 1, "nothing to search for in `NOT & OR (...)`", "at least one word"},
    {"a \xff", 3, "the query is not valid UTF-8", "encoding"},
    {"é\xc3", 2, "the query is not valid UTF-8", "encoding"},
    {"\xed\xa0\x80", 1, "the query is not valid UTF-8", "encoding"},
};

TEST(QueryError, NamesTheTokenItsColumnAndTheCure) {
  for (const Refusal& refusal : kRefusals) {
    SCOPED_TRACE(refusal.text);
    const auto query = parse_query(refusal.text);
    if (query) {
      ADD_FAILURE() << "accepted as " << to_string(*query);
      continue;
    }
    EXPECT_EQ(query.error().message, refusal.message);
    EXPECT_EQ(query.error().column, refusal.column);
    EXPECT_THAT(query.error().hint, HasSubstr(std::string(refusal.hint)));
  }
}

TEST(QueryError, TheFirstFaultIsReported) {
  const auto query = parse_query("plattform:x (a OR \"b");
  ASSERT_FALSE(query);
  EXPECT_EQ(query.error().message, "unknown field `plattform`");
}

TEST(QueryError, ColumnsAreFoundInLines) {
  EXPECT_EQ(locate("a b", 3), (LineAndColumn{1, 3}));
  EXPECT_EQ(locate("é\nü x", 5), (LineAndColumn{2, 3}));
  EXPECT_EQ(locate("a", 9), (LineAndColumn{1, 2}));
}

TEST(QueryError, QuotesNoMoreThanAMessageCanHold) {
  const auto query = parse_query("\"" + std::string(5000, 'a'));
  ASSERT_FALSE(query);
  EXPECT_LT(query.error().message.size(), 200U);
  EXPECT_THAT(query.error().message, HasSubstr("…"));
}

}  // namespace
}  // namespace newsdex
