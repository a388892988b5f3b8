// The persons whom an article names in full, and whom its shorter names mean.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace newsdex::discovery {

using WordRow = std::vector<std::string_view>;  // folded forms

/// What a person is told from others by. The bytes must outlive those who keep it.
struct PersonName {
  WordRow words;                 // without the generation
  std::string_view generation;   // "jr" or empty
  std::string_view gender = {};  // "m", "f" or not known: no part of what is compared

  bool operator==(const PersonName& other) const {
    return words == other.words && generation == other.generation;
  }
};

/// Numbers the persons in the order in which they are added.
class PersonsInFull {
 public:
  static constexpr std::uint32_t kNobody = 0xFFFFFFFF;

  /// The words are two or more. Returns the number of the person with this name; a gender told once
  /// is known of all of the name.
  std::uint32_t add(const PersonName& name);

  /// Once all are added: whom a name means, a full or a shorter one that ends alike. "A. Shamkhani"
  /// and "Shamkhani" are "Ali Shamkhani", or "Ali X. Shamkhani"; where two persons fit, nobody is
  /// meant. "Mrs. Obama" is no man's name. A given name alone means nobody: too many bear it.
  [[nodiscard]] std::uint32_t meant_by(const PersonName& name) const;

  /// Whom a word with a generation means: "Trump Jr." is the son where the article names him in
  /// full; else, like "Neymar Jr.", it is added as a full name.
  std::uint32_t meant_or_added(const PersonName& name);

  /// All whom a name may mean, of whom `meant_by` may choose none.
  [[nodiscard]] std::vector<std::uint32_t> bearers_of(const PersonName& name) const;

  /// All whose name begins with a word, as those of Koreans do with the surname.
  [[nodiscard]] std::vector<std::uint32_t> beginning_with(std::string_view word) const;

 private:
  // Of so many persons of one surname, a further one is not told from the others.
  static constexpr std::size_t kMostNamesakes = 32;

  std::vector<PersonName> persons_;
  using ByWord = std::unordered_map<std::string_view, std::vector<std::uint32_t>>;
  ByWord by_last_;
  ByWord by_first_;
};

}  // namespace newsdex::discovery
