#include "reading_fixture.hpp"

namespace newsdex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

TEST(PlainText, TheFirstLineIsTheTitleIfItIsOfATitlesLength) {
  const std::string at_most_alone = repeated("é", 200);
  const std::string at_most = repeated("é", 300);
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Title\nBody", "0@1|Title|Body"},
      {"\n \n  Title \n\n\nOne.\n\n  Two.\n\n", "0@3|Title|One.\n\n  Two."},
      {"# Title\nBody", "0@1|Title|Body"},
      {"#1 in the charts\nBody", "0@1|#1 in the charts|Body"},
      {"Title", "0@1|Title|"},
      {"Title\n", "0@1|Title|"},
      {at_most_alone, "0@1|" + at_most_alone + "|"},
      {at_most_alone + "é", "0@1||" + at_most_alone + "é"},
      {at_most + "\nBody", "0@1|" + at_most + "|Body"},
      {"\n" + at_most + "é\nBody", "0@2||" + at_most + "é\nBody"},
      {"[Update] Title\nBody", "0@1|[Update] Title|Body"},
      {"[ ] Title\nBody", "0@1|[ ] Title|Body"},
      {"{{Infobox}}\nBody", "0@1|{{Infobox}}|Body"},
      {"-- \nBody", "0@1|--|Body"},
  };
  for (const auto& [text, expected] : cases) {
    SCOPED_TRACE(text.substr(0, 40));
    const Collected collected = read_as_text(text);
    EXPECT_THAT(in_words(collected.articles), ElementsAre(expected));
    EXPECT_THAT(collected.errors, IsEmpty());
  }
}

TEST(PlainText, BlankTextIsAnError) {
  for (const std::string_view text : {"", "\n", " \t\r\n\r\n", "\xEF\xBB\xBF"}) {
    const Collected collected = read_as_text(text);
    EXPECT_THAT(collected.articles, IsEmpty());
    EXPECT_THAT(in_words(collected.errors), ElementsAre("no text"));
  }
}

TEST(PlainText, AMegabyteInOneLineIsABody) {
  const Collected collected = read_as_text(std::string(1 << 20, 'x'));
  ASSERT_EQ(collected.articles.size(), 1U);
  EXPECT_EQ(collected.articles[0].title, "");
  EXPECT_EQ(collected.articles[0].body.size(), 1U << 20U);
}

}  // namespace
}  // namespace newsdex
