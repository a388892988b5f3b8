// What the user is told of words that look like operators or patterns and are none.
#include "query/query_notes.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/parsed.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string note_on(std::string_view text) {
  const std::vector<std::string> notes = notes_on(parse_query(text).value());
  EXPECT_LE(notes.size(), 1U) << text;
  return notes.empty() ? "" : notes.front();
}

TEST(NotesOnQuery, TellOfOperatorsInSmallLetters) {
  constexpr Reading kCases[] = {
      {"telegram and ban", "written AND"},          {"telegram Or ban", "written OR"},
      {"telegram or (ban or block)", "written OR"}, {"not telegram", "written NOT"},
      {"(x OR telegram not ban)", "written NOT"},   {"ban near/5 telegram", "written NEAR/5"},
      {"-(ban adj/12 telegram)", "written ADJ/12"}, {"title:(ban and block)", "written AND"},
  };
  for (const Reading& c : kCases) EXPECT_THAT(note_on(c.text), HasSubstr(c.expected)) << c.text;
}

TEST(NotesOnQuery, TellOfPatternsInQuotes) {
  EXPECT_EQ(note_on("\"messag*\""),
            "within quotes `*` is no pattern; for words that begin so write `messag*`");
  EXPECT_EQ(note_on("x OR \"messag*  app\""),
            "within quotes `*` is no pattern; for words that begin so write `messag* ADJ/1 app`");
}

TEST(NotesOnQuery, LeaveOtherWordsAlone) {
  for (const std::string_view text :
       {"telegram AND ban", "\"and\" ban", "ban \"or\" block", "and telegram", "telegram or",
        "near tehran", "near/x y", "land/5 x", "\"a* b\"", "filter*", "\"C*\"", "actor:or x",
        "order", "x notes y"}) {
    EXPECT_EQ(note_on(text), "") << text;
  }
}

TEST(NotesOnQuery, TellTheSameOnce) {
  EXPECT_THAT(notes_on(parse_query("a and b and \"banned* x\" or c").value()),
              ElementsAre(HasSubstr("written AND"), HasSubstr("written OR"), HasSubstr("ADJ/1")));
}

}  // namespace
}  // namespace newsdex
