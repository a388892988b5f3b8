#include "reading/text_lines.hpp"

namespace newsdex {

std::string_view without_blank_ends(std::string_view text) {
  LineCursor lines(text);
  if (!lines.next_with_text()) return {};
  text.remove_prefix(static_cast<std::size_t>(lines.line().data() - text.data()));
  return text.substr(0, text.find_last_not_of(" \t\r\n\f\v") + 1);
}

void unify_line_ends(std::string& text) {
  std::size_t out = text.find('\r');
  if (out == std::string::npos) return;
  for (std::size_t at = out; at < text.size(); ++at) {
    if (text[at] != '\r') {
      text[out++] = text[at];
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      text[out++] = '\n';
    }
  }
  text.resize(out);
}

}  // namespace newsdex
