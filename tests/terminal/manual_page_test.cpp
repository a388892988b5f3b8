#include "terminal/manual_page.hpp"

#include <gtest/gtest.h>
#include <CLI/CLI.hpp>

namespace newsdex {
namespace {

TEST(RoffText, LeavesNothingForRoffToRun) {
  EXPECT_EQ(roff_text(".so /etc/passwd\n'br\na.b"), "\\&.so /etc/passwd\n\\&'br\na.b");
  EXPECT_EQ(roff_text("a\\fBb --c~1^`"), "a\\efBb \\-\\-c\\(ti1\\(ha\\(ga");
}

TEST(ManualPage, HasEveryOptionThatHelpHas) {
  CLI::App app("Does things.", "prog");
  int number = 7;
  app.add_option("WHAT", "what to do")->required();
  app.add_option("--number,-n", number, "how many")->type_name("N")->capture_default_str();
  app.add_flag_callback(
         "--hidden", [] {}, "not told")
      ->group("");
  CLI::App* sub = app.add_subcommand("run", "runs");
  sub->add_flag_callback(
      "--fast", [] {}, "at once");
  const std::string page = manual_page(app, {{"files", "None.", {{"a", "b"}}}});
  for (const std::string part :
       {".TH PROG 1", "prog \\- Does things\n", "\\fB\\-n, \\-\\-number N\\fR\nhow many [7]\n",
        ".SS run\nruns\n", "\\fB\\-\\-fast\\fR\nat once\n",
        ".SH FILES\nNone.\n.TP\n\\fBa\\fR\nb\n"}) {
    EXPECT_NE(page.find(part), std::string::npos) << part << "\nis not in\n" << page;
  }
  EXPECT_EQ(page.find("hidden"), std::string::npos);
}

}  // namespace
}  // namespace newsdex
