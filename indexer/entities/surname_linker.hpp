// Links surnames back to the persons that the article names in full.
#pragma once

#include <unordered_map>
#include <vector>

#include "entities/name_index.hpp"
#include "entities/reading.hpp"
#include "entities/surroundings.hpp"

namespace newsdex {

class SurnameLinker {
 public:
  SurnameLinker(const NameIndex& names, Interpretation& interpretation)
      : names_(names), interpretation_(interpretation) {}

  /// Adds a reading to each candidate that is the surname of someone named in full, anywhere in the
  /// article. `explain` also adds refused ones for persons who are not. Readings are in the order
  /// of their candidates afterwards.
  void link(const Surroundings& surroundings, bool explain);

 private:
  using Node = TokenAutomaton::Node;

  void find_named_in_full();
  void read_surname(std::uint32_t candidate, bool explain);
  void refuse_where_namesakes_are(std::size_t first_reading);
  [[nodiscard]] const Form* fitting_form(const Candidate& candidate, std::uint32_t person) const;

  const NameIndex& names_;
  Interpretation& interpretation_;
  std::unordered_map<Node, std::vector<std::uint32_t>> persons_;  // by their surnames, in order
};

}  // namespace newsdex
