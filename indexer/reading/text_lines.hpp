// Lines of a text in memory, numbered as a person would number them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace newsdex {

/// Starts before the first line; a line feed at the very end does not begin another line.
class LineCursor {
 public:
  explicit LineCursor(std::string_view text, std::uint64_t first_line = 1)
      : rest_(text), number_(first_line - 1) {}

  /// Moves to the next line; false at the end.
  bool next() {
    if (rest_.empty()) return false;
    const std::size_t end = rest_.find('\n');
    line_ = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    ++number_;
    return true;
  }

  /// Moves to the next line that is not blank; false when there is none.
  bool next_with_text() {
    while (next()) {
      if (!trim_spaces(line_).empty()) return true;
    }
    return false;
  }

  [[nodiscard]] std::string_view line() const { return line_; }   // without its line feed
  [[nodiscard]] std::uint64_t number() const { return number_; }  // 1-based
  [[nodiscard]] std::string_view rest() const { return rest_; }   // what follows the line

 private:
  std::string_view line_;
  std::string_view rest_;
  std::uint64_t number_;
};

/// `text` without blank lines at its beginning and white space at its end.
std::string_view without_blank_ends(std::string_view text);

/// Brings \r\n and \r to \n.
void unify_line_ends(std::string& text);

}  // namespace newsdex
