// What an article itself says of who holds an office: "Russian Foreign Minister Sergei Lavrov",
// "the foreign minister of Germany". The bare title behind it is no longer the one of the country
// that the article is about.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "entities/country_beside.hpp"
#include "entities/name_index.hpp"
#include "entities/reading.hpp"

namespace newsdex {

class OfficeStatements {
 public:
  /// An office of the country that the article is about, and who holds it by the list.
  struct Listed {
    std::uint32_t country = 0;
    std::uint32_t person = 0;
  };

  /// Both must outlive it; the readings must not change any more.
  OfficeStatements(const NameIndex& names, const Interpretation& interpretation)
      : names_(names), interpretation_(interpretation), beside_(names, interpretation) {}

  /// Notes what the words beside a title say of its holder, if anything. To be called in the order
  /// of the text, the headline first, with the same `listed` for one office.
  void note(const FieldText& text, const RolePlace& place, const Listed& listed);

  /// Whether somebody else was last said to hold the office; where nothing is said up to a title,
  /// what is said first behind it counts.
  [[nodiscard]] bool is_of_another(TextField field, const RolePlace& place) const;

 private:
  struct Statement {
    TextField field = TextField::body;
    std::uint32_t token = 0;
    bool of_another = false;
  };

  // Each tells whether another holder is meant, or nothing.
  [[nodiscard]] std::optional<bool> by_name(const FieldText& text, const RolePlace& place,
                                            std::uint32_t person) const;
  [[nodiscard]] std::optional<bool> by_name_behind(const FieldText& text, std::uint32_t token,
                                                   std::uint32_t person) const;
  [[nodiscard]] std::optional<bool> by_name_before(const FieldText& text, const RolePlace& place,
                                                   std::uint32_t person) const;
  [[nodiscard]] std::optional<bool> by_country(const FieldText& text, const RolePlace& place,
                                               std::uint32_t country) const;
  [[nodiscard]] std::optional<bool> by_listed_person(const Candidate* candidate,
                                                     std::uint32_t person) const;
  [[nodiscard]] std::uint32_t full_name_end(const FieldText& text, std::uint32_t first) const;
  [[nodiscard]] bool may_be_name(const FieldText& text, std::uint32_t token) const;
  [[nodiscard]] bool is_spelling_of(const FieldText& text, std::uint32_t first, std::uint32_t last,
                                    std::uint32_t person) const;

  const NameIndex& names_;
  const Interpretation& interpretation_;
  const CountryBeside beside_;
  std::map<RoleId, std::vector<Statement>> by_role_;  // each in the order of the text
};

}  // namespace newsdex
