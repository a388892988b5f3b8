#include "printing/page.hpp"

namespace newsdex {

std::string rest_text(const SearchResult& result) {
  const std::uint64_t shown = result.offset + result.hits.size();
  const std::uint64_t all = result.total - result.folded;
  if (result.hits.empty() || shown >= all) return "";
  const std::uint64_t rest = all - shown;
  std::string text = fmt::format("{} more article{}", rest, rest == 1 ? "" : "s");
  if (result.folded > 0) {
    text += fmt::format(", {} {} folded", result.folded, result.folded == 1 ? "copy" : "copies");
  }
  return text;
}

void print_wrapped(const Page& page, const StyledText& text, int indent, std::size_t max_lines) {
  const int room = std::max(page.width - indent, 1);
  for (const StyledLine& line : text.wrap(room, max_lines)) {
    page.out << spaces(indent) << text.render(line, page.color) << '\n';
  }
}

}  // namespace newsdex
