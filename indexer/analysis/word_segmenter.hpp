// The words of a text by UAX #29, several times as fast as ICU finds them.
//
// The boundaries are exactly those of IcuWords. Most of a text is decided by looking up a class a
// character; characters of scripts that need a dictionary are handed to ICU with what follows them.
#pragma once

#include <cstddef>
#include <string_view>

#include "analysis/break_classes.hpp"
#include "analysis/icu_words.hpp"

namespace newsdex {

/// A word of a text, in bytes. `is_plain` when it has no signs within: nothing but letters, digits
/// and their marks.
struct SegmentedWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_plain = false;
};

/// Reusable for one text after the other. Not to be shared among threads.
class WordSegmenter {
 public:
  /// `text` must outlive the calls of next().
  void start(std::string_view text);

  /// The next word; what stands between words is passed over. False after the last.
  bool next(SegmentedWord& out);

 private:
  struct Character;
  struct Growth;

  [[nodiscard]] bool is_ascii_at(std::size_t at) const {
    return at < text_.size() && static_cast<signed char>(text_[at]) >= 0;
  }
  [[nodiscard]] BreakClass byte_class_at(std::size_t at) const {
    return classes_.of_bytes()[static_cast<unsigned char>(text_[at])];
  }

  void skip_signs();
  bool grow_over_ascii(Growth& growth) const;
  std::size_t after_word_bytes(std::size_t at, Growth& growth) const;
  bool grow(Growth& growth);
  bool grow_over_sign(Growth& growth, const Character& sign);
  [[nodiscard]] Character character_at(std::size_t at);
  [[nodiscard]] Character after_marks(std::size_t at);

  void hand_to_icu(std::size_t begin);
  bool next_of_icu(SegmentedWord& out);

  BreakClasses classes_;
  IcuWords icu_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t icu_begin_ = 0;  // where in the text ICU was set to work
  bool is_icu_at_work_ = false;
};

}  // namespace newsdex
