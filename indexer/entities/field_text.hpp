// A field of an article: its text, its tokens, and what stands between them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "newsdex/analyzer.hpp"
#include "newsdex/entity.hpp"

namespace newsdex {

/// What stands between two tokens, as far as names are concerned.
enum class Gap : std::uint8_t {
  space,    // white space, perhaps the end of a full line
  hyphen,   // a hyphen or dash without white space, or nothing at all
  dot,      // a full stop, then perhaps white space: an initial or an abbreviation if anything
  comma,    // a comma, a slash or an ampersand with white space: an enumeration if anything
  barrier,  // no name goes on across it
};

class FieldText {
 public:
  FieldText(TextField field, std::string_view text, std::span<const Token> tokens)
      : field_(field), text_(text), tokens_(tokens) {}

  [[nodiscard]] TextField field() const { return field_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  [[nodiscard]] const Token& token(std::size_t i) const { return tokens_[i]; }

  /// The bytes of token `i` as they are written.
  [[nodiscard]] std::string_view written(std::size_t i) const;

  /// The bytes between token `i - 1`, with its possessive ending if it has one, and token `i`;
  /// before the first token and after the last, the rest of the text.
  [[nodiscard]] std::string_view before(std::size_t i) const;

  /// The kind of `before(i)`; `barrier` at both ends of the text.
  [[nodiscard]] Gap gap_before(std::size_t i) const;

  /// Whether a phrase may go on at token `i`: behind white space, or behind an abbreviation with
  /// full stops of its own, as "U.S." has in "the U.S. president".
  [[nodiscard]] bool phrase_goes_on_at(std::size_t i) const;

  /// Whether `before(i)` is one space, as it mostly is: this is quickly found out.
  [[nodiscard]] bool is_space_before(std::size_t i) const {
    if (i == 0 || i >= tokens_.size() || tokens_[i - 1].possessive) return false;
    const std::size_t end = tokens_[i - 1].end;
    return tokens_[i].begin == end + 1 && end < text_.size() && text_[end] == ' ';
  }

  /// Whether a line that ends a paragraph, a headline or an item of a list ends before token `i`.
  [[nodiscard]] bool block_begins_at(std::size_t i) const;

  /// Whether no such line ends between two tokens, the first one before the second.
  [[nodiscard]] bool is_in_one_block(std::size_t from, std::size_t to) const;

 private:
  [[nodiscard]] std::size_t end_with_possessive(std::size_t i) const;

  TextField field_;
  std::string_view text_;
  std::span<const Token> tokens_;
};

}  // namespace newsdex
