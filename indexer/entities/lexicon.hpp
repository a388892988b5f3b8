// Words by what they are: titles, given names, conjunctions.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "entities/word_lists.hpp"
#include "entities/word_table.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex {

class Lexicon {
 public:
  /// The lexicon of kWordLists.
  explicit Lexicon(Analyzer& analyzer);

  /// Adds a word by its folded form.
  void add(std::string_view form, WordClass word_class);

  [[nodiscard]] bool is(std::string_view form, WordClass word_class) const;

 private:
  WordTable words_;
  std::vector<std::uint32_t> classes_;  // by word, a bit a class
};

}  // namespace newsdex
