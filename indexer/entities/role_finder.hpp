// Titles in a text, and who held the office when.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "entities/field_text.hpp"
#include "entities/token_automaton.hpp"
#include "newsdex/analyzer.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

/// An index into kRoleTitles, or behind those into kBodyTitles.
using RoleId = std::uint32_t;

/// A title that stands in a text: tokens [first, last).
struct RolePlace {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  RoleId role = 0;
};

/// Somebody's office, by its place in Entity::offices.
struct Holder {
  std::uint32_t person = 0;
  std::uint16_t office = 0;
};

class RoleFinder {
 public:
  RoleFinder(const Gazetteer& gazetteer, Analyzer& analyzer);

  /// The longest title from each place on, in order; they do not overlap.
  [[nodiscard]] std::vector<RolePlace> find(const FieldText& text) const;

  /// The title of a country's office that ends right before a token: "Interior Minister" of
  /// "Interior Minister Fazli".
  [[nodiscard]] std::optional<RolePlace> title_before(const FieldText& text,
                                                      std::uint32_t token) const;

  /// Whether "former" stands before a title that the person holds on `date`: "former President
  /// Bush", while a Bush is president.
  [[nodiscard]] bool is_of_predecessor(const FieldText& text, const RolePlace& title,
                                       std::uint32_t person, const PartialDate& date) const;

  /// Which of `persons`, who share a surname, a title before it means: the only one who ever held
  /// the office by then; of several the one who held it on all days of `date`. Behind "former" only
  /// those count who no longer held it. Nobody where that leaves none or more than one.
  [[nodiscard]] std::optional<std::uint32_t> meant_by(const FieldText& text, const RolePlace& title,
                                                      std::span<const std::uint32_t> persons,
                                                      const PartialDate& date) const;

  /// Who held the office in a country, on all days of `date`: nobody where the list does not tell
  /// for certain, or where two did.
  [[nodiscard]] std::optional<Holder> holder(RoleId role, std::uint32_t country,
                                             const PartialDate& date) const;

  /// Whether it is an office of bodies, not of countries.
  [[nodiscard]] static bool is_of_body(RoleId role);

  /// The same for a body, an organisation or a platform.
  [[nodiscard]] std::optional<Holder> holder_in_body(RoleId role, std::uint32_t body,
                                                     const PartialDate& date) const;

  /// Whether the person ever held such an office, by the day `date` ends if there is one: former
  /// presidents are called so too.
  [[nodiscard]] bool has_held(std::uint32_t person, RoleId role, const PartialDate& date) const;

 private:
  struct Term {
    RoleId role = 0;
    std::uint32_t country = 0;  // an entity
    Holder holder;
  };

  struct BodyTerm {
    std::string_view role;
    std::uint32_t body = 0;  // an entity
    Holder holder;
  };

  [[nodiscard]] RolePlace longest_from(const FieldText& text, std::size_t first,
                                       TokenAutomaton::Node node) const;
  void add_phrases(RoleId role, std::string_view phrases, Analyzer& analyzer);
  void add_offices();
  template <typename IsMeant>
  [[nodiscard]] bool any_term(std::uint32_t person, RoleId role, IsMeant is_meant) const;
  [[nodiscard]] bool holds(std::uint32_t person, RoleId role, const PartialDate& date) const;
  [[nodiscard]] const Office& office(const Holder& holder) const;

  const Gazetteer& gazetteer_;
  TokenAutomaton titles_;
  std::vector<std::vector<RoleId>> roles_at_;  // by node
  std::vector<Term> terms_;                    // by role
  std::vector<BodyTerm> body_terms_;           // by body
};

}  // namespace newsdex
