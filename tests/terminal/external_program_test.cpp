#include "terminal/external_program.hpp"

#include <gtest/gtest.h>

namespace newsdex {
namespace {

// A shell must see one word, and nothing of it as code.
TEST(ShellWord, ComesOutOfAShellAsItWentIn) {
  for (const std::string text :
       {"plain", "", "two words", "it's", "''", "$(touch /tmp/no) `id` \"$HOME\"", "a\nb\\c", "-x",
        "*?[a]{b,c}~!", "روحانی \x1B[31m", "';rm x;'"}) {
    const ProgramOutput output =
        run_with_input({"/bin/sh", "-c", "printf %s " + shell_word(text)}, "");
    EXPECT_EQ(output.status, 0);
    EXPECT_EQ(output.text, text);
  }
}

TEST(RunWithInput, GivesInputAndVariablesAndTakesOutput) {
  EXPECT_EQ(run_with_input({"cat"}, "abc").text, "abc");
  EXPECT_EQ(run_with_input({"sh", "-c", "printf %s \"$A\""}, "", {"A=b=c"}).text, "b=c");
  EXPECT_EQ(run_with_input({"sh", "-c", "exit 3"}, "").status, 3);
  EXPECT_EQ(run_with_input({"no-such-program"}, "").status, 127);
  // Input that nobody reads is no failure.
  EXPECT_EQ(run_with_input({"true"}, std::string(1 << 20, 'x')).status, 0);
}

TEST(FindProgram, LooksAlongThePath) {
  EXPECT_TRUE(find_program("sh").ends_with("/sh"));
  EXPECT_EQ(find_program("no-such-program"), "");
}

}  // namespace
}  // namespace newsdex
