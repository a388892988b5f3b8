// The words that a person's name is compared by, whoever wrote it: each in one spelling, and a
// surname of two halves as one word.
#pragma once

#include <cstddef>
#include <deque>
#include <string>

#include "discovery/name_spelling.hpp"
#include "discovery/persons_in_full.hpp"
#include "entities/lexicon.hpp"
#include "entities/spelling_keys.hpp"

namespace newsdex::discovery {

/// Immutable once made. What it is given must outlive it.
class PersonWords {
 public:
  PersonWords(const SpellingKeys& spellings, const Lexicon& lexicon)
      : spellings_(spellings), lexicon_(lexicon) {}

  /// Of the first `count` words of a name, without the generation. "Aboutorabi Fard" is a surname
  /// and no full name, nor is "al-Sisi"; "Ali Fard" is one. The surname of "Moon Jae-in" comes
  /// last. `joined` keeps the bytes of surnames of two halves; the others lie in the name's tokens
  /// and in the spellings.
  [[nodiscard]] WordRow of(const NameTokens& name, std::size_t count,
                           std::deque<std::string>& joined) const;

 private:
  [[nodiscard]] bool begins_with_particle(const NameTokens& name, std::size_t count) const;
  [[nodiscard]] bool begins_syllables(const NameTokens& name, std::size_t i,
                                      std::size_t count) const;
  [[nodiscard]] bool ends_in_halves(const NameTokens& name, std::size_t count) const;

  const SpellingKeys& spellings_;
  const Lexicon& lexicon_;
};

}  // namespace newsdex::discovery
