#include "reading/markup_start.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxName = 100;

std::string_view without_space(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

std::string_view after_mark(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return without_space(text);
}

// The subset of a document type stands in brackets and may hold tags of its own.
std::string_view after_doctype(std::string_view text) {
  const std::size_t end = std::min(text.find('>'), text.size());
  const bool has_subset = text.substr(0, end).find('[') != std::string_view::npos;
  if (!has_subset) return without_space(text.substr(std::min(end + 1, text.size())));
  const std::size_t closed = text.find("]>");
  return closed == std::string_view::npos ? std::string_view()
                                          : without_space(text.substr(closed + 2));
}

}  // namespace

std::string_view from_first_tag(std::string_view text) {
  text = after_mark(text);
  while (text.starts_with("<!--") || text.starts_with("<?")) {
    const std::string_view end = text[1] == '!' ? "-->" : "?>";
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text = without_space(text.substr(at + end.size()));
  }
  return text.starts_with('<') ? text : std::string_view();
}

std::string first_element(std::string_view text) {
  text = from_first_tag(text);
  constexpr std::string_view kDoctype = "<!doctype";
  if (ascii_lower(text.substr(0, kDoctype.size())) == kDoctype) {
    std::string type = ascii_lower(single_spaced(text.substr(1, kMaxName)));
    if (type.starts_with("!doctype html")) return "!doctype html";
    text = from_first_tag(after_doctype(text));
  }
  if (text.empty()) return {};
  const std::size_t end = text.find_first_of(" \t\r\n/>", 1);
  if (end == std::string_view::npos || end > kMaxName) return {};
  return ascii_lower(text.substr(1, end - 1));
}

bool has_xml_declaration(std::string_view text) {
  return after_mark(text).starts_with("<?xml");
}

}  // namespace newsdex
