#include <gtest/gtest.h>

#include <span>

#include "query/parsed.hpp"

namespace newsdex {
namespace {

void expect_trees(std::span<const Reading> readings) {
  for (const Reading& reading : readings) {
    SCOPED_TRACE(reading.text);
    EXPECT_EQ(parsed(reading.text), reading.expected);
  }
}

TEST(ParseQuery, BlankTextIsEverything) {
  constexpr Reading kReadings[] = {
      {"", "(all)"},         {" ", "(all)"},
      {"\t\r\n", "(all)"},   {"\u3000\u00a0\u2028", "(all)"},
      {"\x01\x7f", "(all)"}, {"\ufeff", "(all)"},
  };
  expect_trees(kReadings);
  EXPECT_EQ(parsed(std::string_view("\0", 1)), "(all)");
}

TEST(ParseQuery, WordsSideBySideAreAllWanted) {
  constexpr Reading kReadings[] = {
      {"ban", R"((word "ban"))"},
      {" ban ", R"((word "ban"))"},
      {"ban app", R"((and (word "ban") (word "app")))"},
      {"ban\u00a0app\tnow\x01then",
       R"((and (word "ban") (word "app") (word "now") (word "then")))"},
      {"\ufeff"
       "ban",
       R"((word "ban"))"},
      {"don't", R"((word "don't"))"},
      {"don’t", R"((word "don’t"))"},
      {"مسدود شد", R"((and (word "مسدود") (word "شد")))"},
      {"C++ 5G", R"((and (word "C++") (word "5G")))"},
      {"a,b;c", R"((word "a,b;c"))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, OperatorsAreInUpperCase) {
  constexpr Reading kReadings[] = {
      {"a OR b", R"((or (word "a") (word "b")))"},
      {"a AND b", R"((and! (word "a") (word "b")))"},
      {"a NOT b", R"((and (word "a") (not (word "b"))))"},
      {"NOT a", R"((not (word "a")))"},
      {"a or b", R"((and (word "a") (word "or") (word "b")))"},
      {"a And b", R"((and (word "a") (word "And") (word "b")))"},
      {"not a", R"((and (word "not") (word "a")))"},
      {"ORDER NOTE ANDES", R"((and (word "ORDER") (word "NOTE") (word "ANDES")))"},
      {"\"OR\"", R"((phrase "OR"))"},
      {"a OR\"b c\"", R"((or (word "a") (phrase "b c")))"},
      {"a OR(b)", R"((or (word "a") (word "b")))"},
      {"NOT(a)", R"((not (word "a")))"},
      {"OR-gate", R"((word "OR-gate"))"},
      {"a OR, b", R"((and (word "a") (word "OR,") (word "b")))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, OrBindsLeastAndSideBySideMost) {
  constexpr Reading kReadings[] = {
      {"a b OR c d", R"((or (and (word "a") (word "b")) (and (word "c") (word "d"))))"},
      {"a AND b OR c", R"((or (and! (word "a") (word "b")) (word "c")))"},
      {"a OR b AND c", R"((or (word "a") (and! (word "b") (word "c"))))"},
      {"a b AND c", R"((and! (and (word "a") (word "b")) (word "c")))"},
      {"a AND b c", R"((and! (word "a") (and (word "b") (word "c"))))"},
      {"a OR b OR c", R"((or (word "a") (word "b") (word "c")))"},
      {"a AND b AND c", R"((and! (word "a") (word "b") (word "c")))"},
      {"NOT a OR b", R"((or (not (word "a")) (word "b")))"},
      {"NOT a b", R"((and (not (word "a")) (word "b")))"},
      {"a AND NOT b", R"((and! (word "a") (not (word "b"))))"},
      {"a OR -b", R"((or (word "a") (not (word "b"))))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, ParenthesesGroup) {
  constexpr Reading kReadings[] = {
      {"(a)", R"((word "a"))"},
      {"((a))", R"((word "a"))"},
      {"(a OR b) c", R"((and (or (word "a") (word "b")) (word "c")))"},
      {"a(b OR c)d", R"((and (word "a") (or (word "b") (word "c")) (word "d")))"},
      {"(a b) c", R"((and (word "a") (word "b") (word "c")))"},
      {"a (b (c d))", R"((and (word "a") (word "b") (word "c") (word "d")))"},
      {"(a AND b) c", R"((and (and! (word "a") (word "b")) (word "c")))"},
      {"(a AND b) AND c", R"((and! (and! (word "a") (word "b")) (word "c")))"},
      {"NOT (a b)", R"((not (and (word "a") (word "b"))))"},
      {"-(a OR b)", R"((not (or (word "a") (word "b"))))"},
      {"( a )", R"((word "a"))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, MinusExcludesOnlyAtTheStartOfAToken) {
  constexpr Reading kReadings[] = {
      {"-a", R"((not (word "a")))"},
      {"a -b", R"((and (word "a") (not (word "b"))))"},
      {"a -\"b c\"", R"((and (word "a") (not (phrase "b c"))))"},
      {"(-a b)", R"((and (not (word "a")) (word "b")))"},
      {"-actor:Noor", R"((not (value actor "Noor")))"},
      {"Azari-Jahromi", R"((word "Azari-Jahromi"))"},
      {"a- b", R"((and (word "a-") (word "b")))"},
      {"\"a\"-b", R"((and (phrase "a") (word "-b")))"},
      {"(a)-b", R"((and (word "a") (word "-b")))"},
      {"a -- b", R"((and (word "a") (word "b")))"},
      {"a --- b", R"((and (word "a") (word "b")))"},
      {"a – b", R"((and (word "a") (word "b")))"},
      {"-5", R"((not (word "5")))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, DoubleNegationIsNone) {
  constexpr Reading kReadings[] = {
      {"NOT NOT a", R"((word "a"))"},
      {"NOT NOT NOT a", R"((not (word "a")))"},
      {"NOT -a", R"((word "a"))"},
      {"NOT (NOT a)", R"((word "a"))"},
      {"-(-(a b) )", R"((and (word "a") (word "b")))"},
      {"-(NOT (-a))", R"((not (word "a")))"},
      {"c -(-(a b))", R"((and (word "c") (word "a") (word "b")))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, AStarOrATildeAtTheEndMakesAPattern) {
  constexpr Reading kReadings[] = {
      {"filter* net~2", R"((and (prefix "filter") (fuzzy 2 "net")))"},
      {"title:filter*", R"((prefix title "filter"))"},
      {"title:(a OR net~1)", R"((or (word title "a") (fuzzy 1 title "net")))"},
      {"-فیلتر*", R"((not (prefix "فیلتر")))"},
      {"روحانی~1", R"((fuzzy 1 "روحانی"))"},
      {"\"filter* net~1\"", R"((phrase "filter* net~1"))"},
      {"a~b ~", R"((word "a~b"))"},
      {"a * b", R"((and (word "a") (word "b")))"},
      {"actor:rou*", R"((value actor "rou*"))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, NearBindsMoreThanSideBySide) {
  constexpr Reading kReadings[] = {
      {"a NEAR/3 b", R"((near 3 (word "a") (word "b")))"},
      {"a ADJ/3 b c", R"((and (adj 3 (word "a") (word "b")) (word "c")))"},
      {"a NEAR b", R"((near 10 (word "a") (word "b")))"},
      {"a NEAR/3 b NEAR/3 c", R"((near 3 (word "a") (word "b") (word "c")))"},
      {"-a NEAR/3 b", R"((not (near 3 (word "a") (word "b"))))"},
      {"a NEAR/3 b OR c", R"((or (near 3 (word "a") (word "b")) (word "c")))"},
      {"\"a b\" NEAR/1 (fil* OR c~1)",
       R"((near 1 (phrase "a b") (or (prefix "fil") (fuzzy 1 "c"))))"},
      {"title:(a ADJ/2 b)", R"((adj 2 (word title "a") (word title "b")))"},
      {"a NEAR/3 &", R"((word "a"))"},
      {"near adj NEAR-by \"NEAR\"",
       R"((and (word "near") (word "adj") (word "NEAR-by") (phrase "NEAR")))"},
      {"title:NEAR/3", R"((word title "NEAR/3"))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, SavedQueriesStandAsIfInParentheses) {
  const SavedQueries saved = {{"bans", "ban OR block"}, {"both", "query:bans telegram"},
                              {"empty", " "},           {"loop", "a query:pool"},
                              {"pool", "query:loop"},   {"bad", "a plattform:x"}};
  const auto read = [&](std::string_view text) {
    const auto query = parse_query(text, 0, saved);
    return query ? to_string(*query) : query.error().message;
  };
  EXPECT_EQ(read("query:bans"), R"((or (word "ban") (word "block")))");
  EXPECT_EQ(read("-query:both x"),
            R"((and (not (and (or (word "ban") (word "block")) (word "telegram"))) (word "x")))");
  EXPECT_EQ(read("a query:bad"), "in the saved query `bad`: unknown field `plattform`");
  EXPECT_EQ(parse_query("a query:bad", 0, saved).error().column, 3U);
  EXPECT_EQ(read("query:loop"),
            "in the saved query `pool`: `loop` is a saved query that contains itself");
  EXPECT_EQ(read("query:empty"), "in the saved query `empty`: nothing to search for in ``");
  EXPECT_EQ(read("query:bens"), "no saved query is called `bens`");
  EXPECT_EQ(parse_query("query:bens", 0, saved).error().hint, "did you mean `bans`?");
}

TEST(ParseQuery, SavedQueriesThatMultiplyAreRefused) {
  SavedQueries saved = {{"q0", "a"}};
  for (int i = 1; i <= 40; ++i) {
    const std::string before = "query:q" + std::to_string(i - 1);
    saved["q" + std::to_string(i)] = before + " " + before;
  }
  EXPECT_FALSE(parse_query("query:q40", 0, saved));
}

TEST(ParseQuery, SimilarTakesAnId) {
  constexpr Reading kReadings[] = {
      {"similar:a/b-1.txt ban", R"((and (similar "a/b-1.txt") (word "ban")))"},
      {"similar:\"two words\"", R"((similar "two words"))"},
      {"-similar:x", R"((not (similar "x")))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, QuotesMakePhrases) {
  constexpr Reading kReadings[] = {
      {"\"a b\"", R"((phrase "a b"))"},
      {"\"ban\"", R"((phrase "ban"))"},
      {"“a b”", R"((phrase "a b"))"},
      {"«a b»", R"((phrase "a b"))"},
      {"“a \"b\" c”", R"((phrase "a \"b\" c"))"},
      {R"("a (b OR -c: 5")", R"((phrase "a (b OR -c: 5"))"},
      {R"("http://x.example/")", R"((phrase "http://x.example/"))"},
      {R"("a""b")", R"((and (phrase "a") (phrase "b")))"},
      {R"(c"a"d)", R"((and (word "c") (phrase "a") (word "d")))"},
      {R"("a\b")", R"((phrase "a\\b"))"},
      {"\"a\tb\"", R"((phrase "a\x09b"))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, FieldsTakeTheValueThatTouchesThem) {
  constexpr Reading kReadings[] = {
      {"actor:Noor", R"((value actor "Noor"))"},
      {"ACTOR:Noor", R"((value actor "Noor"))"},
      {"actor:\"Sara Noor\"", R"((value actor "Sara Noor"))"},
      {"actor:“Sara Noor”", R"((value actor "Sara Noor"))"},
      {"actor:\" Sara Noor \"", R"((value actor "Sara Noor"))"},
      {"platform:Chirp ban", R"((and (value platform "Chirp") (word "ban")))"},
      {"org:WHO place:Oslo source:bbc lang:fa",
       R"((and (value org "WHO") (value place "Oslo") (value source "bbc") (value lang "fa")))"},
      {"organisation:WHO", R"((value org "WHO"))"},
      {"organization:WHO", R"((value org "WHO"))"},
      {"language:fa", R"((value lang "fa"))"},
      {"title:ban", R"((word title "ban"))"},
      {"title:\"the ban\"", R"((phrase title "the ban"))"},
      {"text:ban", R"((word "ban"))"},
      {"text:\"the ban\"", R"((phrase "the ban"))"},
      {"title:OR", R"((word title "OR"))"},
      {"title:-ban", R"((word title "-ban"))"},
      {"source:bbc:news", R"((value source "bbc:news"))"},
      {"source:https://x.example/a", R"((value source "https://x.example/a"))"},
      {"actor:Azari-Jahromi", R"((value actor "Azari-Jahromi"))"},
      {"(actor:Noor)", R"((value actor "Noor"))"},
      {"actor:a AND actor:b", R"((and! (value actor "a") (value actor "b")))"},
      {"actor:a actor:b", R"((and (value actor "a") (value actor "b")))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, FieldsSpreadOverParentheses) {
  constexpr Reading kReadings[] = {
      {"actor:(a OR b)", R"((or (value actor "a") (value actor "b")))"},
      {"actor:(a b)", R"((and (value actor "a") (value actor "b")))"},
      {"actor:(a AND \"b c\")", R"((and! (value actor "a") (value actor "b c")))"},
      {"actor:(a -b)", R"((and (value actor "a") (not (value actor "b"))))"},
      {"actor:((a OR b) c) d",
       R"((and (and (or (value actor "a") (value actor "b")) (value actor "c")) (word "d")))"},
      {"title:(a b)", R"((and (word title "a") (word title "b")))"},
      {"title:(a OR \"b c\") d", R"((and (or (word title "a") (phrase title "b c")) (word "d")))"},
      {"org:(Smith & Jones)", R"((and (value org "Smith") (value org "Jones")))"},
      {"actor:(a) b", R"((and (value actor "a") (word "b")))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, AColonDoesNotAlwaysMakeAField) {
  constexpr Reading kReadings[] = {
      {"18:45", R"((word "18:45"))"},
      {"۱۸:۴۵", R"((word "۱۸:۴۵"))"},
      {"http://x.example/a:b", R"((word "http://x.example/a:b"))"},
      {"T18:45", R"((word "T18:45"))"},
      {":ban", R"((word ":ban"))"},
      {"a-b:c", R"((word "a-b:c"))"},
      {"-http://x.example", R"((not (word "http://x.example")))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, DatesAreFilters) {
  constexpr Reading kReadings[] = {
      {"date:2018", R"((date "2018"))"},
      {"date:2018-04..2018-06", R"((date "2018-04..2018-06"))"},
      {"date:..2018", R"((date "..2018"))"},
      {"date:2018-04..", R"((date "2018-04.."))"},
      {"date:\"30 April 2018\"", R"((date "30 April 2018"))"},
      {R"(date:"April 2018"..)", R"((date "April 2018.."))"},
      {R"(date:.."June 2018")", R"((date "..June 2018"))"},
      {R"(date:"April 2018".."June 2018")", R"((date "April 2018..June 2018"))"},
      {R"(date:2018-04.."June 2018" ban)", R"((and (date "2018-04..June 2018") (word "ban")))"},
      {R"(date:"April 2018"..2018-06)", R"((date "April 2018..2018-06"))"},
      {R"(date:("April 2018".. 2017))", R"((or (date "April 2018..") (date "2017")))"},
      {R"(date:"April 2018" ..)", R"((date "April 2018"))"},
      {R"(date:"April 2018"ban)", R"((and (date "April 2018") (word "ban")))"},
      {"date:none", "(date none)"},
      {"date:None", "(date none)"},
      {"-date:none", "(not (date none))"},
      {"year:2018", R"((date "2018"))"},
      {"month:2018-04", R"((date "2018-04"))"},
      {"month:\"April 2018\"", R"((date "April 2018"))"},
      {"date:(2017 OR 2019)", R"((or (date "2017") (date "2019")))"},
      {"date:(2017 2019)", R"((or (date "2017") (date "2019")))"},
      {"year:(2017 2019) ban", R"((and (or (date "2017") (date "2019")) (word "ban")))"},
      {"date:(2017 -2017-04 2018)",
       R"((and (or (date "2017") (date "2018")) (not (date "2017-04"))))"},
      {"date:(2017 AND 2017-04)", R"((and! (date "2017") (date "2017-04")))"},
      {"date:2017.. date:..2018", R"((and (date "2017..") (date "..2018")))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, DatesHoldTheDaysTheyCover) {
  const auto query = parse_query("date:2018-04..2018-06");
  ASSERT_TRUE(query);
  const auto& date = std::get<DateQuery>(query->node);
  EXPECT_EQ(date.range, parse_date_range("2018-04..2018-06"));
  EXPECT_FALSE(date.none);
  EXPECT_EQ(std::get<DateQuery>(parse_query("date:none")->node).range, DateRange{});
}

TEST(ParseQuery, PunctuationIsLeftOut) {
  constexpr Reading kReadings[] = {
      {"a & b", R"((and (word "a") (word "b")))"},
      {"a ... b", R"((and (word "a") (word "b")))"},
      {"a OR &", R"((word "a"))"},
      {"& OR a", R"((word "a"))"},
      {"a AND ...", R"((word "a"))"},
      {"a NOT &", R"((word "a"))"},
      {"a (&)", R"((word "a"))"},
      {"a \"\"", R"((word "a"))"},
      {"a \"...\" “ ”", R"((word "a"))"},
      {"a ★", R"((word "a"))"},
  };
  expect_trees(kReadings);
}

TEST(ParseQuery, NodesKnowWhereTheyBegin) {
  const auto query = parse_query("é “ü x” -(b OR actor:c)");
  ASSERT_TRUE(query);
  const auto& both = std::get<AndQuery>(query->node);
  EXPECT_EQ(query->column, 1U);
  ASSERT_EQ(both.operands.size(), 3U);
  EXPECT_EQ(both.operands[0].column, 1U);
  EXPECT_EQ(both.operands[1].column, 3U);
  EXPECT_EQ(both.operands[2].column, 9U);
  const auto& either =
      std::get<OrQuery>(std::get<NotQuery>(both.operands[2].node).operand.front().node);
  EXPECT_EQ(either.operands[0].column, 11U);
  EXPECT_EQ(either.operands[1].column, 16U);
}

}  // namespace
}  // namespace newsdex
