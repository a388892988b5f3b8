#include "terminal/completion.hpp"

#include <gtest/gtest.h>
#include <CLI/CLI.hpp>

#include <sstream>

namespace newsdex {
namespace {

class CompletionTest : public ::testing::Test {
 protected:
  CompletionTest() : app_("", "prog") {
    app_.add_option("--format", format_, "how")->type_name("text|json");
    app_.add_option("--actor", actor_, "who")->type_name("NAME");
    app_.add_option("--db", db_, "where")->type_name("DIR");
    app_.add_flag_callback(
        "--fast", [] {}, "at once");
    app_.add_flag_callback(
            "--hidden", [] {}, "")
        ->group("");
    CLI::App* build = app_.add_subcommand("build", "builds");
    build->add_option("SOURCE", source_, "what");
    build->add_option("--names", names_, "list")->type_name("FILE");
  }

  // The candidates, separated by spaces.
  std::string words(const std::vector<std::string>& typed) {
    std::string out;
    const Completion completion =
        complete(app_, typed, [](const CLI::Option* option, const std::string& word) -> Completion {
          const std::string kind = option == nullptr ? "plain" : option->get_name();
          return {{{kind + "=" + word, ""}}, false, false};
        });
    for (const auto& candidate : completion.candidates) {
      out += (out.empty() ? "" : " ") + candidate.word;
    }
    if (completion.files) out += " :files";
    if (completion.folders) out += " :folders";
    return out;
  }

  CLI::App app_;
  std::string format_, actor_, db_, source_, names_;
};

TEST_F(CompletionTest, OffersOptionsOfTheCommand) {
  EXPECT_EQ(words({"--f"}), "--format --fast");
  EXPECT_EQ(words({"build", "--"}), "--help --names");
  EXPECT_EQ(words({"--db", "build", "--f"}), "--format --fast") << "a value is no command";
}

TEST_F(CompletionTest, OffersCommandsThenWhatTheyTake) {
  EXPECT_EQ(words({"b"}), "build");
  EXPECT_EQ(words({"build", "x"}), "plain=x");
}

TEST_F(CompletionTest, OffersValuesOfOptions) {
  EXPECT_EQ(words({"--format", ""}), "text json");
  EXPECT_EQ(words({"--format=j"}), "--format=json");
  EXPECT_EQ(words({"--actor", "rou"}), "--actor=rou");
  EXPECT_EQ(words({"--actor=rou"}), "--actor=--actor=rou");
  EXPECT_EQ(words({"--db", ""}), " :folders");
  EXPECT_EQ(words({"build", "--names", ""}), " :files");
}

TEST(PrintCompletion, LeavesOutWhatCouldDriveATerminal) {
  std::ostringstream out;
  print_completion(out, {{{"good one", "a\tb"},
                          {"bad\x1B[31m", ""},
                          {"bad\nline", ""},
                          {"\xFF", ""},
                          {":files", ""},
                          {"\u202Ex", ""}},
                         true,
                         false});
  EXPECT_EQ(out.str(), "good one\ta b\n:files\n");
}

TEST(OptionValue, IsFoundInBothForms) {
  const std::vector<std::string> apart = {"--db", "x", "y"};
  const std::vector<std::string> joined = {"--db=z"};
  EXPECT_EQ(option_value(apart, "--db"), "x");
  EXPECT_EQ(option_value(joined, "--db"), "z");
  EXPECT_EQ(option_value(apart, "--dbx"), "");
}

}  // namespace
}  // namespace newsdex
