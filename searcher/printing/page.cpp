#include "printing/page.hpp"

namespace newsdex {

void print_wrapped(const Page& page, const StyledText& text, int indent, std::size_t max_lines) {
  const int room = std::max(page.width - indent, 1);
  for (const StyledLine& line : text.wrap(room, max_lines)) {
    page.out << spaces(indent) << text.render(line, page.color) << '\n';
  }
}

}  // namespace newsdex
