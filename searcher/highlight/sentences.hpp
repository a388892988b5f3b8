// Where sentences of news end.
//
// After the sentence rules of Unicode Standard Annex #29, with what they leave to the language: a
// full stop after an abbreviation ("Mr. Rouhani", "U.S. officials") or an initial ends none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace newsdex {

/// Goes through the sentences of a text from its beginning; together they are the whole text, white
/// space after a sentence included. The end of a line ends a sentence, unless the line only was
/// full (entities/line_ends.hpp).
class SentenceCursor {
 public:
  /// Stands on the first sentence. The text (valid UTF-8) must outlive the cursor.
  explicit SentenceCursor(std::string_view text) : text_(text) { next(); }

  /// Bytes of the text. Of an empty text, or after the last sentence, both are its size.
  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return end_; }

  /// Goes on to the next sentence; false if there is none.
  bool next();

 private:
  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace newsdex
