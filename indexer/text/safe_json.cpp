#include "text/safe_json.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "text/escape.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

/// One or two UTF-16 units, as JSON escapes count them.
void write_escape(std::ostream& out, char32_t code_point) {
  const auto value = static_cast<std::uint32_t>(code_point);
  if (value < 0x10000) {
    out << fmt::format("\\u{:04x}", value);
  } else {
    const std::uint32_t above = value - 0x10000;
    out << fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (above >> 10), 0xDC00 + (above & 0x3FF));
  }
}

}  // namespace

void write_safe_json(std::ostream& out, std::string_view json) {
  std::size_t kept_from = 0;
  for (std::size_t at = 0; at < json.size();) {
    const CodePoint point = decode(json, at);
    if (!visible_escape(point.value).empty()) {
      out << json.substr(kept_from, at - kept_from);
      write_escape(out, point.value);
      kept_from = at + point.length;
    }
    at += point.length;
  }
  out << json.substr(kept_from);
}

}  // namespace newsdex
