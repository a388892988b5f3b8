// What each character means to word boundaries: UAX #29's Word_Break property, as ICU's root rules
// group it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"

namespace newsdex {

/// Up to `connector`, any two side by side make one word.
enum class BreakClass : std::uint8_t {
  letter,
  digit,
  hebrew,
  connector,  // ExtendNumLet: the underscore and its like
  mid_letter,
  mid_number,
  mid_both,  // MidNumLet
  single_quote,
  double_quote,
  space,
  newline,  // CR, LF and Newline
  extend,   // Extend and Format: belongs to what stands before it
  zwj,      // the same, and joins pictographs
  regional_indicator,
  dictionary,  // found by a dictionary: Han, Kana, Hangul, Thai and its neighbours
  other,
};

/// A character's class, and whether it is an Extended_Pictographic, which a few letters are.
struct BreakProperty {
  BreakClass break_class = BreakClass::other;
  bool pictograph = false;

  bool operator==(const BreakProperty&) const = default;
};

/// Asks ICU once for each block of characters that comes up. Not to be shared among threads.
class BreakClasses {
 public:
  BreakClasses();

  /// By byte: the class of an ASCII character; `other` for the bytes of all others.
  [[nodiscard]] const std::array<BreakClass, 256>& of_bytes() const { return of_bytes_; }

  [[nodiscard]] BreakProperty of(char32_t c) {
    const std::unique_ptr<Block>& block = blocks_[c / kBlockSize];
    return (block ? *block : fill(c / kBlockSize))[c % kBlockSize];
  }

 private:
  static constexpr std::size_t kBlockSize = 128;
  using Block = std::array<BreakProperty, kBlockSize>;

  const Block& fill(std::size_t block);

  std::array<BreakClass, 256> of_bytes_{};
  std::vector<std::unique_ptr<Block>> blocks_;
};

}  // namespace newsdex
