#include "text/safe_json.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>

namespace newsdex {
namespace {

struct JsonCase {
  std::string_view name;
  std::string_view json;
  std::string_view expected;
};

TEST(WriteSafeJson, EscapesWhatATerminalWouldActOn) {
  constexpr JsonCase kCases[] = {
      {"nothing", "", ""},
      {"nothing to escape", R"({"a":["b\n\u001b",1.5,null]})", R"({"a":["b\n\u001b",1.5,null]})"},
      {"delete and C1", "[\"\x7F\u0085\u009B\"]", R"(["\u007f\u0085\u009b"])"},
      {"override between words", "[\"a \u202E b\"]", R"(["a \u202e b"])"},
      {"beyond 16 bits", "[\"\U000E0041\U0010FFFF\"]", R"(["\udb40\udc41\udbff\udfff"])"},
      {"in a key", "{\"\uFEFFk\":1}", R"({"\ufeffk":1})"},
      {"at the very end", "\u2028", R"(\u2028)"},
      {"readable text", "[\"\u062A\u200C\u4E2D\U0001F600\"]", "[\"\u062A\u200C\u4E2D\U0001F600\"]"},
  };
  for (const JsonCase& c : kCases) {
    SCOPED_TRACE(c.name);
    std::ostringstream out;
    write_safe_json(out, c.json);
    EXPECT_EQ(out.str(), c.expected);
  }
}

}  // namespace
}  // namespace newsdex
