// One spelling for all spellings of a word of a name: what two names are compared by, where neither
// is of the list. Given names and parts of surnames that spelling_variants.txt calls the same are
// brought together; letters of surnames only behind a given name of the rules, which tells the
// languages that are transliterated so: the country of a found person is not known.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "newsdex/analyzer.hpp"

namespace newsdex {

/// Immutable once made.
class SpellingKeys {
 public:
  /// Those of the rules that come with the program.
  explicit SpellingKeys(Analyzer& analyzer);

  /// Adds to `out` the words that stand for a word, given its folded form and how it is written:
  /// "mohammad" for "Muhammad", "ali" and "reza" for "Alireza", the letters of "M.J."; else the
  /// form itself. What is added lives as long as the keys and the bytes behind `form`.
  void add_words(std::string_view form, std::string_view written,
                 std::vector<std::string_view>& out) const;

  /// Whether a folded form is a spelling that the rules have, of a Persian or Arabic name.
  [[nodiscard]] bool knows(std::string_view form) const {
    return words_.contains(std::string(form));
  }

  /// A Persian or Arabic surname (a folded form) with the letters alike that are written in several
  /// ways: the same for "sadeghi" and "sadeqi", "zandieh" and "zandiyeh".
  [[nodiscard]] static std::string surname_key(std::string_view form);

 private:
  std::unordered_map<std::string, std::vector<std::string>> words_;  // by form
};

}  // namespace newsdex
