// The page that the parts of the text output are set on.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>

#include "printing/result_printer.hpp"
#include "printing/styled_text.hpp"

namespace newsdex {

struct Page {
  std::ostream& out;
  bool color = false;
  int width = kUnlimitedWidth;  // columns
  HyperlinkFormat links;        // empty for none

  Page(std::ostream& stream, const TextStyle& style)
      : out(stream),
        color(style.color),
        width(style.width > 0 ? style.width : kUnlimitedWidth),
        links(style.links) {}

  [[nodiscard]] bool unlimited() const { return width == kUnlimitedWidth; }
};

inline std::string spaces(int count) {
  std::string out(static_cast<std::size_t>(std::max(count, 0)), ' ');
  return out;
}

inline std::string counted_articles(std::uint64_t count) {
  return fmt::format("{} article{}", count, count == 1 ? "" : "s");
}

/// "+2 copies": how many near copies are folded under a hit.
inline std::string copies_text(std::size_t count) {
  return fmt::format("+{} {}", count, count == 1 ? "copy" : "copies");
}

/// How many hits come after those shown, and how many articles of all that were found are folded;
/// empty after the last hit, or where none is shown.
std::string rest_text(const SearchResult& result);

/// All of `text`, wrapped below an indent.
void print_wrapped(const Page& page, const StyledText& text, int indent, std::size_t max_lines);

}  // namespace newsdex
