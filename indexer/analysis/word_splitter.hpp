// ICU's words cut into the words of an index.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace newsdex {

/// A word of a text, in bytes; `joined` when it is an abbreviation whose full stops are to be
/// dropped ("U.S"), `possessive` when a possessive ending after `end` was cut off.
struct WordSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool abbreviation = false;
  bool possessive = false;
};

/// Appends the words of `segment`, one word by UAX #29, whose first byte lies at `offset`: split at
/// full stops, colons and underscores unless they stand in a number or an abbreviation of single
/// letters, at the elided article of French, Italian and Catalan ("l'Iran") and before a possessive
/// ending.
void split_segment(std::string_view segment, std::size_t offset, std::string_view language,
                   std::vector<WordSpan>& out);

}  // namespace newsdex
