// Other spellings of names, by rule: spelling_variants.txt explains the rules and holds them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "newsdex/gazetteer.hpp"

namespace newsdex {

class SpellingVariants {
 public:
  /// Those that come with the program.
  SpellingVariants();
  /// Throws std::invalid_argument for a line that is no rule, and for a word in two groups: it
  /// would make two names one.
  explicit SpellingVariants(std::string_view rules);

  /// The groups of words that are spellings of one, as the rules have them.
  [[nodiscard]] const std::vector<std::vector<std::string>>& groups() const { return groups_; }

  /// Given names of the same languages that the rules have without variants.
  [[nodiscard]] const std::vector<std::string>& further_given_names() const { return given_names_; }

  /// Other spellings of a person's full name; in Latin letters none for one whose country no rule
  /// is for, in Persian script those with given names joined or set apart.
  [[nodiscard]] std::vector<std::string> of_name(const Entity& person, std::string_view name) const;

  /// A noun in Persian script with each of the endings that it may have; none in other scripts.
  [[nodiscard]] std::vector<std::string> with_endings(std::string_view name) const;

  /// Other spellings of a surname.
  [[nodiscard]] std::vector<std::string> of_surname(const Entity& person,
                                                    std::string_view surname) const;

  /// The person's name with initials for given names: "M. J. Zarif", "Mohammad J. Zarif", "M. Javad
  /// Zarif".
  [[nodiscard]] static std::vector<std::string> with_initials(const Entity& person);

  /// The same name in other orders: "Orbán Viktor", "Rouhani, Hassan".
  [[nodiscard]] std::vector<std::string> other_orders(const Entity& person) const;

 private:
  void add_group(std::vector<std::string> words);
  void read_line(std::string_view keyword, std::string_view values);
  [[nodiscard]] bool is_for(const Entity& person) const;
  [[nodiscard]] std::vector<std::string> of_word(std::string_view word, bool is_surname) const;
  [[nodiscard]] std::vector<std::string> of_compounds(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> of_words(std::string_view name,
                                                  std::string_view surname) const;

  std::unordered_set<std::string> countries_;
  std::unordered_set<std::string> family_first_;
  std::vector<std::vector<std::string>> groups_;
  std::unordered_map<std::string, std::size_t> same_;  // by word, its group
  std::vector<std::pair<std::string, std::string>> letters_;
  std::unordered_set<std::string> exceptions_;
  std::vector<std::string> given_names_;
  std::vector<std::string> compound_heads_;  // "محمد"
  std::unordered_set<std::string> compound_tails_;
  std::vector<std::string> endings_;
};

}  // namespace newsdex
