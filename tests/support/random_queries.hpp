// Queries for the parser and the engine to survive: grown by the grammar, put together from parts
// that mean something, and both with bytes changed. The same for the same seed.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace newsdex::testing {

/// $NEWSDEX_SEED, or a fixed one.
inline std::uint32_t random_seed() {
  const char* const given = std::getenv("NEWSDEX_SEED");
  return given == nullptr ? 20180430U
                          : static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10));
}

class RandomQueries {
 public:
  explicit RandomQueries(std::uint32_t seed) : random_(seed) {}

  std::string next() {
    switch (below(4)) {
      case 0:
        return assembled();
      case 1:
        return changed(grown(below(5)), 1 + below(3));
      case 2:
        return changed(assembled(), 1 + below(6));
      default:
        return grown(below(5));
    }
  }

 private:
  static constexpr std::string_view kWords[] = {
      "ban",    "telegram",  "networks",    "court", "فیلتر",   "کانال‌های",
      "café",   "co-worker", "U.S.",        "don't", "b",       "2018",
      "NEAR",   "روحانی",    "instagram's", "order", "filters", "\u200fban",
      "ＢＡＮ", "naïve",     "C++"};
  static constexpr std::string_view kFields[] = {
      "title:",  "text:",    "actor:",       "platform:", "org:",      "place:",
      "source:", "lang:",    "date:",        "month:",    "mentions:", "year:",
      "query:",  "similar:", "date-source:", "sentence:", "tagged-by:"};
  static constexpr std::string_view kDates[] = {"2018",       "2018-04",  "2018-04..2018-06",
                                                "..2018",     "none",     "\"last month\"",
                                                "2018-04-31", "2018-W18", "\"30 April 2018\""};
  static constexpr std::string_view kParts[] = {
      " ",        " ",      " ",       "(",     ")",
      "\"",       "“",      "”",       "«",     "»",
      "-",        "--",     "NOT ",    " AND ", " OR ",
      " NEAR/3 ", "..",     " ADJ/2 ", ":",     "://",
      "&",        "*",      "~",       "~1",    "\\",
      "'",        "\u200c", "\u00a0",  "\x01",  "\xff",
      "\xe2\x80", "😀",      "\n",      "none",  "plat:",
      "org:(",    "\u202e", "/",       "NEAR",  " NEAR/999999999999 ",
      "query:x",  "query:y"};

  std::string word() {
    std::string text(any(kWords));
    switch (below(8)) {
      case 0:
        return text + '*';
      case 1:
        return text + (below(2) == 0 ? "~1" : "~2");
      case 2:
        return '"' + text + ' ' + std::string(any(kWords)) + '"';
      default:
        return text;
    }
  }

  std::string leaf() {
    if (below(4) != 0) return word();
    const std::string_view field = any(kFields);
    const bool dated = field == "date:" || field == "mentions:" || field == "month:";
    if (dated) return std::string(field) + std::string(any(kDates));
    if (field == "sentence:") {
      const std::string names = "actor:" + word() + (below(3) == 0 ? " OR " : " ") + "place:";
      return "sentence:(" + names + word() + ')';
    }
    if (field == "query:") return below(2) == 0 ? "query:x" : "query:y";
    return std::string(field) + word();
  }

  std::string grown(std::size_t depth) {
    if (depth == 0) return leaf();
    switch (below(9)) {
      case 0:
        return '(' + grown(depth - 1) + ") OR " + leaf();
      case 1:
        return grown(depth - 1) + " AND (" + grown(depth - 1) + ')';
      case 2:
        return leaf() + " -(" + grown(depth - 1) + ')';
      case 3:
        return "NOT " + grown(depth - 1);
      case 4:
        return near();
      case 5:
        return '(' + near() + ") " + grown(depth - 1);
      case 6:
        return std::string(any(kFields)) + '(' + word() + " OR " + word() + ')';
      default:
        return leaf() + ' ' + grown(depth - 1);
    }
  }

  std::string near() {
    const std::string name = std::string(below(2) == 0 ? " NEAR" : " ADJ") +
                             (below(4) == 0 ? " " : '/' + std::to_string(1 + below(12)) + ' ');
    std::string text = below(3) == 0 ? '(' + word() + " OR " + word() + ')' : word();
    for (std::size_t more = 1 + below(2); more > 0; --more) text += name + word();
    return text;
  }

  std::string assembled() {
    std::string text;
    for (std::size_t left = below(30); left > 0; --left) {
      const std::size_t kind = below(6);
      text += kind == 0 ? any(kWords) : kind == 1 ? any(kFields) : any(kParts);
      if (kind == 2) text += any(kDates);
    }
    return text;
  }

  std::string changed(std::string text, std::size_t changes) {
    for (; changes > 0; --changes) {
      const std::size_t at = below(text.size() + 1);
      const std::size_t length = std::min(below(4), text.size() - at);
      const char byte = static_cast<char>(below(256));
      switch (below(3)) {
        case 0:
          text.replace(at, length, std::string_view());
          break;
        case 1:
          text.replace(at, length, any(kParts));
          break;
        default:
          text.replace(at, length, std::string_view(&byte, 1));
      }
    }
    return text;
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string_view any(std::span<const std::string_view> choices) {
    return choices[below(choices.size())];
  }

  std::mt19937 random_;
};

}  // namespace newsdex::testing
