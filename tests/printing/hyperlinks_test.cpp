#include "printing/hyperlinks.hpp"

#include <gtest/gtest.h>

#include "printing/styled_text.hpp"

namespace newsdex {
namespace {

TEST(FileLink, EncodesWhatAnAddressCannotHold) {
  EXPECT_EQ(file_link(hyperlink_format("default").value(), "/a b/ü\x1B\n{line}.md", 7, "host"),
            "file://host/a%20b/%C3%BC%1B%0A%7Bline%7D.md#7");
  EXPECT_EQ(file_link(hyperlink_format("vscode").value(), "/a", 0, "h"), "vscode://file/a:1");
  EXPECT_EQ(file_link(hyperlink_format("x://{path}?l={line}&h={host}").value(), "/a", 3, "h"),
            "x:///a?l=3&h=h");
  EXPECT_EQ(hyperlink_format("none").value(), "");
}

TEST(HyperlinkFormats, AreRefusedForWhatStandsForNothing) {
  struct Case {
    std::string_view format;
    std::string_view fault;
  };
  constexpr Case kCases[] = {
      {"vscod", "has no {path}"},
      {"x://{line}", "has no {path}"},
      {"x://{path}:{lin}", "has {lin}, which stands for nothing"},
      {"x://{path}:{", "has {, which stands for nothing"},
      {"x://{path}?{}", "has {}, which stands for nothing"},
      {"x://{{path}}", "has {{path}, which stands for nothing"},
  };
  for (const Case& c : kCases) {
    const auto format = hyperlink_format(c.format);
    ASSERT_FALSE(format) << c.format;
    EXPECT_EQ(format.error(), c.fault);
  }
  for (const std::string_view good : {"", "none", "x://{path}", "{host}{path}}{line}{line}"})
    EXPECT_TRUE(hyperlink_format(good)) << good;
}

TEST(LinkOf, OnlyFilesThatAreThereAndTheWeb) {
  Hit hit;
  hit.path = "/no/such/file";
  hit.url = "https://example.org/a b\x1B\"";
  EXPECT_EQ(link_of(hit, hyperlink_format("default").value()), "https://example.org/a%20b%1B%22");
  hit.url = "javascript:alert(1)";
  EXPECT_EQ(link_of(hit, hyperlink_format("default").value()), "");
  hit.path = NEWSDEX_SOURCE_DIR "/README.md";
  hit.line = 4;
  EXPECT_TRUE(link_of(hit, hyperlink_format("default").value()).ends_with("/README.md#4"));
  EXPECT_EQ(link_of(hit, hyperlink_format("none").value()), "");
}

TEST(StyledText, LinksEveryLineOfALinkedValue) {
  StyledText text;
  text.append("one two", Ink::plain, "file:///x");
  std::string shown;
  for (const StyledLine& line : text.wrap(4, 9)) shown += text.render(line, false) + "|";
  EXPECT_EQ(shown,
            "\x1B]8;;file:///x\x1B\\one\x1B]8;;\x1B\\|\x1B]8;;file:///x\x1B\\two\x1B]8;;\x1B\\|");
}

}  // namespace
}  // namespace newsdex
