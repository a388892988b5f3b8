// What letters tell of a word.
#pragma once

#include <string_view>

namespace newsdex {

/// Joins the parts of a Persian word without joining their letters.
inline constexpr std::string_view kZeroWidthNonJoiner = "\u200C";

/// Whether the word is written in a script without capitals, so that nothing can be told from its
/// having none.
bool is_caseless(std::string_view word);

/// Whether a character is a Latin letter, or none of any script: a digit, a mark.
constexpr bool may_be_latin(char32_t character) {
  constexpr char32_t kFirstOfOthers = 0x370;
  constexpr char32_t kMoreLatin = 0x1E00;
  constexpr char32_t kMoreGreek = 0x1F00;
  return character < kFirstOfOthers || (character >= kMoreLatin && character < kMoreGreek);
}

/// Whether the word is one character: an initial, if anything.
bool is_one_character(std::string_view word);

}  // namespace newsdex
