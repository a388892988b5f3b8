// Steps through a short text in lower-case ASCII.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "dates/arithmetic.hpp"

namespace newsdex {

/// A cheap value: a copy looks ahead. What returns bool or an optional moves on only where it
/// succeeds. The text must outlive it.
class TextCursor {
 public:
  explicit TextCursor(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return text_.empty(); }

  /// What is not passed over yet.
  [[nodiscard]] std::string_view rest() const { return text_; }

  bool any() { return skip(text_.empty() ? 0 : 1); }
  bool character(char wanted) { return skip(text_.starts_with(wanted) ? 1 : 0); }
  bool text(std::string_view wanted) { return skip(text_.starts_with(wanted) ? wanted.size() : 0); }
  bool spaces() { return skip(run(is_space)); }
  std::string_view letters() { return take(run(is_letter)); }
  std::string_view digits() { return take(run(is_digit)); }

  /// As many of the digits that follow as `max` allows.
  std::optional<int> number(std::size_t min, std::size_t max) {
    const std::size_t length = std::min(run(is_digit), max);
    if (length < min) return std::nullopt;
    int value = 0;
    for (const char digit : take(length)) value = value * 10 + (digit - '0');
    return value;
  }

 private:
  static bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
  static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

  [[nodiscard]] std::size_t run(bool (*belongs)(char)) const {
    const auto* const end = std::find_if_not(text_.begin(), text_.end(), belongs);
    return static_cast<std::size_t>(end - text_.begin());
  }
  bool skip(std::size_t length) { return !take(length).empty(); }
  std::string_view take(std::size_t length) {
    return std::exchange(text_, text_.substr(length)).substr(0, length);
  }

  std::string_view text_;
};

}  // namespace newsdex
