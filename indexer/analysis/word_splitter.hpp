// ICU's words cut into the words of an index.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace newsdex {

/// A word of a text, in bytes; `abbreviation` when its full stops are to be dropped ("U.S"),
/// `possessive` when a possessive ending after `end` was cut off.
struct WordSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool abbreviation = false;
  bool possessive = false;
};

/// Whether words of the language begin with elided articles ("l'Iran"): French, Italian, Catalan.
bool elides_articles(std::string_view language);

/// Appends the words of `segment`, one word by UAX #29, whose first byte lies at `offset`: split at
/// full stops, colons and underscores unless they stand in a number or an abbreviation of single
/// letters, after an elided article if the language has any, and before a possessive ending.
void split_segment(std::string_view segment, std::size_t offset, bool elides_articles,
                   std::vector<WordSpan>& out);

}  // namespace newsdex
