// Untrusted text in HTML and SVG.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "newsdex/search_result.hpp"

namespace newsdex {

/// `text` as the content of an element or of an attribute in quotes: & < > " ' as references, and
/// what escape_for_terminal makes visible made visible.
std::string html_text(std::string_view text);

/// The same with the ranges in `mark` elements.
std::string marked_html(std::string_view text, std::span<const ByteRange> marks);

/// The beginning of `text` that takes at most so many columns, with a sign of omission where it
/// goes on. Made visible, not escaped for HTML.
std::string shortened(std::string_view text, int columns);

}  // namespace newsdex
