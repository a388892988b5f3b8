// How many columns of a terminal a text takes.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace newsdex {

/// One user-perceived character (extended grapheme cluster).
struct Grapheme {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  int width = 1;  // columns: 0, 1 or 2
};

/// The grapheme clusters of `text` (valid UTF-8), in order.
std::vector<Grapheme> graphemes(std::string_view text);

int display_width(std::string_view text);

/// Whether the first strong character is of a right-to-left script.
bool is_right_to_left(std::string_view text);

/// Whether any character is strongly right-to-left, so that a line showing it may be reordered.
bool has_right_to_left(std::string_view text);

}  // namespace newsdex
