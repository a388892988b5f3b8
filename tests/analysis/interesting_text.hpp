// Characters that meet differently at word boundaries, and random texts of them.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>

namespace newsdex {

/// At least one of each class that ICU's rules know, of each script that needs a dictionary, and of
/// what is ill-formed. The first kDistinct differ in class.
inline constexpr std::array<std::string_view, 52> kInterestingCharacters = {
    "a",           // letter
    "1",           // digit
    "_",           // connector
    ".",           // joins letters or digits
    "'",           // the same, and ends Hebrew words
    ",",           // joins digits
    "\u00B7",      // middle dot: joins letters
    "\"",          // joins Hebrew letters
    " ",           //
    "\n",          //
    "-",           //
    "\u0301",      // a mark
    "\u200D",      // zero-width joiner
    "\u05D0",      // Hebrew letter
    "\U0001F468",  // pictograph
    "\u24C2",      // pictograph and letter
    "\U0001F1EE",  // regional indicator
    "\u4E16",      // Han
    "\u0E44",      // Thai letter
    "\u0E31",      // Thai mark
    "\xFF",        // ill-formed
    // Others of the same classes.
    "S", "s", "l", "\u00E9", "\u0627", "\u067E", "\u0433", "\u03B1", "\u0967", "\u06F1", "@", ":",
    ";", "\uFF07", "\u2019", "\uFE55", "\u201C", "\u2014", "\r", "\t", "\u3000", "\u200C", "\u00AD",
    "\u0640", "\u304B", "\u30AB", "\u30FC", "\uD55C", "\u1780", "\xE2\x80", "\u0130"};
inline constexpr std::size_t kDistinct = 21;

inline std::string random_text(std::mt19937& random, std::size_t characters) {
  std::string out;
  for (std::size_t i = 0; i < characters; ++i) {
    // Mostly ASCII, so that all of it is not handed to ICU.
    const std::size_t among = random() % 4 == 0 ? kInterestingCharacters.size() : 13;
    out += kInterestingCharacters[random() % among];
  }
  return out;
}

}  // namespace newsdex
