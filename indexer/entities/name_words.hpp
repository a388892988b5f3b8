// The words that the names of each person and place consist of: to tell "Hassan Rouhani" from
// "Ahmad Rouhani".
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "entities/lexicon.hpp"
#include "entities/word_table.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

class NameWords {
 public:
  /// Also tells `lexicon` the given names: the first words of the persons' names.
  NameWords(const Gazetteer& gazetteer, Analyzer& analyzer, Lexicon& lexicon);

  /// Whether the word (a folded form) is part of one of the entity's listed forms.
  [[nodiscard]] bool belong_to(std::uint32_t entity, std::string_view word) const;

  /// Whether one of those words begins with this letter (folded).
  [[nodiscard]] bool begin_with(std::uint32_t entity, std::string_view letter) const;

  /// Whether one of them is a letter alone: the "W." of George W. Bush.
  [[nodiscard]] bool have_initial(std::uint32_t entity) const;

 private:
  using Owned = std::pair<std::uint32_t, WordId>;

  std::string_view add_words(std::uint32_t entity, std::string_view name, Analyzer& analyzer);

  TokenStream stream_;
  WordTable words_;
  std::vector<Owned> owned_;  // entity, word; sorted
};

}  // namespace newsdex
