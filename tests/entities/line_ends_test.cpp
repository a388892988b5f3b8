// Which line feeds end a paragraph, and which only a full line.
#include "entities/line_ends.hpp"

#include <gtest/gtest.h>

#include <string>

namespace newsdex {
namespace {

struct LineEndCase {
  std::string_view text;
  std::string_view ends;  // for each line feed, "e" where it ends a block, "." where it does not
};

constexpr std::string_view kFilled =
    "The president of the country said on\n"
    "Monday that he would not go to the\n"
    "capital before the talks were over.\n";

constexpr LineEndCase kLineEndsCases[] = {
    {kFilled, "..e"},
    // A headline without a full stop, right above a filled paragraph.
    {"Durov Meets Hassan\nThe president of the country said on\nMonday that he would not go to "
     "the\n",
     "e.e"},
    {"A headline that is wider than the text below it and has no full stop\n"
     "Rouhani and the others said on\nMonday that they would not go.\n",
     "eee"},
    // A list, and a byline.
    {"Hassan Rouhani\nAli Khamenei\nPavel Durov\n", "eee"},
    {"By Jane Doe\nTEHRAN, Iran\n", "ee"},
    // Paragraphs of one line each.
    {"He went on to say that nobody would ever have to fear for his messages, whatever anybody "
     "else "
     "in the country or outside might want, and left\nRouhani stayed.\n",
     "ee"},
    {"One\n\nTwo", "ee"},
    {"\n", "e"},
    // Persian is as wide as it has characters, not bytes.
    // clang-format off
    {"رئیس‌جمهور ایران دوشنبه گفت که تا پایان\nگفت‌وگوها به پایتخت نخواهد رفت و\nمی‌ماند.\n", "..e"},
    // clang-format on
};

TEST(LineEnds, EndABlockUnlessTheLineIsFull) {
  for (const auto& [text, ends] : kLineEndsCases) {
    std::string found;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
      found += ends_block(text, at) ? 'e' : '.';
    }
    EXPECT_EQ(found, ends) << text;
  }
}

TEST(LineEnds, OfLongTextsTakeNoTime) {
  std::string text(200'000, 'x');
  for (std::size_t i = 0; i < text.size(); i += 2) text[i] = '\n';
  std::size_t ends = 0;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    if (ends_block(text, i)) ++ends;
  }
  EXPECT_EQ(ends, text.size() / 2);
}

}  // namespace
}  // namespace newsdex
