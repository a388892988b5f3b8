#include "discovery/marks.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace newsdex::discovery {
namespace {

Mark ascii_mark(char c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
      return Mark::stop;
    case ',':
      return Mark::comma;
    case '"':
    case '\'':
    case '`':
      return Mark::quote;
    case '(':
    case '[':
    case '{':
    case '<':
      return Mark::opening;
    case ')':
    case ']':
    case '}':
    case '>':
      return Mark::closing;
    case ':':
    case ';':
      return Mark::colon;
    case '/':
      return Mark::slash;
    case '&':
      return Mark::ampersand;
    default:
      return Mark::other;
  }
}

Mark other_mark(char32_t c) {
  if (c >= 0x2018 && c <= 0x201F) return Mark::quote;
  switch (c) {
    case U'«':
    case U'»':
    case U'‹':
    case U'›':
      return Mark::quote;
    case U'–':
    case U'—':
    case U'―':
    case U'−':
      return Mark::dash;
    case U'…':
    case U'؟':
    case U'。':
    case U'۔':
      return Mark::stop;
    case U'،':
      return Mark::comma;
    default:
      return Mark::other;
  }
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x202F ||
         (c >= 0x2000 && c <= 0x200F) || c == 0x3000 || c == 0xFEFF;
}

bool is_hyphen(char32_t c) {
  return c == '-' || c == U'‐' || c == U'‑';
}

}  // namespace

Mark mark_in(std::string_view gap) {
  if (gap == " ") return Mark::none;
  Mark strongest = Mark::none;
  bool spaced = false;
  bool hyphen = gap.empty();
  int lines = 0;
  for (std::size_t at = 0; at < gap.size();) {
    const CodePoint point = decode(gap, at);
    at += point.length;
    const char32_t c = point.value;
    if (is_space(c)) {
      spaced = true;
      lines += c == '\n' ? 1 : 0;
    } else if (is_hyphen(c)) {
      hyphen = true;
    } else {
      strongest = std::max(strongest, c < 0x80 ? ascii_mark(static_cast<char>(c)) : other_mark(c));
    }
  }
  if (hyphen) strongest = std::max(strongest, spaced ? Mark::dash : Mark::glue);
  if (lines > 1 && strongest != Mark::stop) return Mark::paragraph;
  // A full stop within a word: an address, a name like "example.com".
  return strongest == Mark::stop && !spaced ? Mark::glue : strongest;
}

}  // namespace newsdex::discovery
