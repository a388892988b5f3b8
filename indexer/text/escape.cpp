// What is escaped is decided by Unicode properties, so that a new invisible character is caught by
// a new ICU and not by an edit here. Kept although they are invisible: ZWNJ and ZWJ, variation
// selectors (they turn a sign into an emoji, and choose Han glyphs), and the format characters that
// have a glyph of their own, such as ARABIC END OF AYAH.
#include "text/escape.hpp"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <iterator>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;

constexpr bool is_printable_ascii(char32_t c) {
  return c >= 0x20 && c < 0x7F;
}

constexpr bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Marks upon one letter beyond this many are no writing: they are stacked to paint over the lines
// around. (Hebrew with points and cantillation has up to five, a Tibetan stack six.)
constexpr int kMostMarks = 6;

bool is_stacked_mark(char32_t c) {
  constexpr std::uint32_t kCategories = U_GC_MN_MASK | U_GC_ME_MASK;
  return !is_printable_ascii(c) && (U_GET_GC_MASK(static_cast<UChar32>(c)) & kCategories) != 0;
}

std::string written_out(char32_t code_point) {
  return fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(code_point));
}

bool is_invisible(char32_t code_point) {
  if (code_point == kZeroWidthNonJoiner || code_point == kZeroWidthJoiner) return false;
  const auto c = static_cast<UChar32>(code_point);
  if (u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR) != 0) return false;
  if (u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK) != 0) return false;
  constexpr std::uint32_t kCategories = U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK | U_GC_CS_MASK;
  return (U_GET_GC_MASK(c) & kCategories) != 0 ||
         u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
         u_hasBinaryProperty(c, UCHAR_NONCHARACTER_CODE_POINT) != 0;
}

}  // namespace

std::string visible_escape(char32_t code_point) {
  if (is_printable_ascii(code_point)) return {};
  if (is_control(code_point)) {
    return fmt::format("\\x{:02X}", static_cast<std::uint32_t>(code_point));
  }
  return is_invisible(code_point) ? written_out(code_point) : std::string();
}

std::string escape_for_terminal(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  int marks = 0;  // upon one letter, so far
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.length;
    const bool joins = point.value == kZeroWidthJoiner || point.value == kZeroWidthNonJoiner;
    marks = is_stacked_mark(point.value) ? marks + 1 : joins ? marks : 0;
    if (marks > kMostMarks) {
      // One tells what they are, a sign of omission that there are more; joiners go with the rest.
      if (joins) continue;
      if (marks == kMostMarks + 1) out += written_out(point.value);
      if (marks == kMostMarks + 2) out += "\u2026";
    } else if (point.value == '\n' || point.value == '\t') {
      out += ' ';
    } else if (const std::string escaped = visible_escape(point.value); !escaped.empty()) {
      out += escaped;
    } else {
      append_utf8(out, point.value);
    }
  }
  return out;
}

}  // namespace newsdex
