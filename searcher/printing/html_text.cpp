#include "printing/html_text.hpp"

#include <fmt/format.h>

#include "printing/marked_text.hpp"
#include "text/display_width.hpp"
#include "text/escape.hpp"

namespace newsdex {
namespace {

std::string_view reference_for(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : escape_for_terminal(text)) {
    const std::string_view reference = reference_for(c);
    if (reference.empty()) {
      out += c;
    } else {
      out += reference;
    }
  }
  return out;
}

std::string marked_html(std::string_view text, std::span<const ByteRange> marks) {
  std::string out;
  for (const MarkedPiece& piece : marked_pieces(text, marks)) {
    const std::string shown = html_text(piece.text);
    out += piece.marked ? fmt::format("<mark>{}</mark>", shown) : shown;
  }
  return out;
}

std::string shortened(std::string_view text, int columns) {
  const std::string shown = escape_for_terminal(text);
  if (display_width(shown) <= columns) return shown;
  std::size_t end = 0;
  int used = 1;  // for the sign of omission
  for (const Grapheme& grapheme : graphemes(shown)) {
    if (used + grapheme.width > columns) break;
    used += grapheme.width;
    end = grapheme.end;
  }
  return fmt::format("{}\u2026", shown.substr(0, end));
}

}  // namespace newsdex
