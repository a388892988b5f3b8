#include "printing/hyperlinks.hpp"

#include <gtest/gtest.h>

#include "printing/styled_text.hpp"

namespace newsdex {
namespace {

TEST(FileLink, EncodesWhatAnAddressCannotHold) {
  EXPECT_EQ(file_link(hyperlink_format("default"), "/a b/ü\x1B\n{line}.md", 7, "host"),
            "file://host/a%20b/%C3%BC%1B%0A%7Bline%7D.md#7");
  EXPECT_EQ(file_link(hyperlink_format("vscode"), "/a", 0, "h"), "vscode://file/a:1");
  EXPECT_EQ(file_link(hyperlink_format("x://{path}?l={line}&h={host}"), "/a", 3, "h"),
            "x:///a?l=3&h=h");
  EXPECT_EQ(hyperlink_format("none"), "");
}

TEST(LinkOf, OnlyFilesThatAreThereAndTheWeb) {
  Hit hit;
  hit.path = "/no/such/file";
  hit.url = "https://example.org/a b\x1B\"";
  EXPECT_EQ(link_of(hit, hyperlink_format("default")), "https://example.org/a%20b%1B%22");
  hit.url = "javascript:alert(1)";
  EXPECT_EQ(link_of(hit, hyperlink_format("default")), "");
  hit.path = NEWSDEX_SOURCE_DIR "/README.md";
  hit.line = 4;
  EXPECT_TRUE(link_of(hit, hyperlink_format("default")).ends_with("/README.md#4"));
  EXPECT_EQ(link_of(hit, hyperlink_format("none")), "");
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
