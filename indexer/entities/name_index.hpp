// A name list compiled for recognition.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "entities/country_finder.hpp"
#include "entities/cue_finder.hpp"
#include "entities/lexicon.hpp"
#include "entities/name_words.hpp"
#include "entities/role_finder.hpp"
#include "entities/token_automaton.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

/// Whether a name begins with one of the person's surnames, as "Kim Jong Un" does.
bool begins_with_surname(const Entity& entity);

/// Immutable once made. The gazetteer must outlive it.
class NameIndex {
 public:
  NameIndex(const Gazetteer& gazetteer, Analyzer& analyzer);

  [[nodiscard]] const Entity& entity(std::uint32_t index) const {
    return gazetteer_.entities()[index];
  }
  /// Whether a person's name begins with the family name: "Kim Jong Un".
  [[nodiscard]] bool has_surname_first(std::uint32_t index) const { return surname_first_[index]; }
  [[nodiscard]] const TokenAutomaton& automaton() const { return automaton_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const NameWords& name_words() const { return name_words_; }
  [[nodiscard]] const CueFinder& cues() const { return cues_; }
  [[nodiscard]] const CountryFinder& countries() const { return countries_; }
  [[nodiscard]] const RoleFinder& roles() const { return roles_; }

  /// An entity's surnames, as pairs of the entity and the node where the surname ends.
  using SurnamePlace = std::pair<std::uint32_t, TokenAutomaton::Node>;
  [[nodiscard]] std::span<const SurnamePlace> surnames_of(std::uint32_t entity) const {
    return std::span(surname_places_)
        .subspan(surname_begins_[entity], surname_begins_[entity + 1] - surname_begins_[entity]);
  }

 private:
  void add_forms(Analyzer& analyzer);
  void index_surnames();

  const Gazetteer& gazetteer_;
  TokenAutomaton automaton_;
  std::vector<SurnamePlace> surname_places_;   // sorted
  std::vector<std::uint32_t> surname_begins_;  // by entity, and the end
  std::vector<bool> surname_first_;            // by entity
  Lexicon lexicon_;
  NameWords name_words_;
  CueFinder cues_;
  CountryFinder countries_;
  RoleFinder roles_;
};

}  // namespace newsdex
