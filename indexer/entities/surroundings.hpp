// Is a person's name in the text perhaps part of somebody else's longer name? "Ahmad Rouhani" is
// not Hassan, nor is "Rouhani Nejad"; "Kim Yo Jong" is not Kim Jong Un, nor "George H. W. Bush"
// George W. In prose a capitalised word beside a surname is suspect unless something explains it;
// headlines capitalise everything, so there only known given names are.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "entities/name_index.hpp"
#include "entities/reading.hpp"

namespace newsdex {

/// Whether a word of the person's names stands before `token`: "Ali" of "Ali X. Shamkhani" before
/// the initial.
bool follows_own_given_name(const FieldText& text, const NameWords& words, std::uint32_t entity,
                            std::size_t token);

/// Whether the initials before a surname at `token`, "H. W.", can be those of the person: letters
/// that his listed names begin with, or one middle initial behind his own given name where the list
/// has none. True if there are none.
bool initials_fit(const FieldText& text, const NameWords& words, std::uint32_t entity,
                  std::size_t token);

class Surroundings {
 public:
  explicit Surroundings(const NameIndex& names)
      : names_(names), lexicon_(names.lexicon()), name_words_(names.name_words()) {}

  /// Refuses a person's reading that is part of another name.
  void check(const Interpretation& interpretation, Reading& reading) const;

 private:
  struct Place;  // a reading with what lies around it

  [[nodiscard]] std::uint32_t first_with_particles(const FieldText& text, std::uint32_t first,
                                                   std::uint32_t entity) const;
  [[nodiscard]] bool has_foreign_initial(const Place& place) const;
  [[nodiscard]] bool has_foreign_given_name(const Place& place) const;
  [[nodiscard]] bool is_foreign_particle(const Place& place, const Token& word) const;
  [[nodiscard]] bool is_explained(const Place& place, std::size_t before) const;
  [[nodiscard]] bool may_have_foreign_given_name(const Place& place) const;
  [[nodiscard]] bool is_opener(std::string_view form) const;
  // The noun that tells what is called after the person; nothing if nothing is.
  [[nodiscard]] std::optional<std::uint32_t> thing_called_so(const Place& place) const;
  [[nodiscard]] std::optional<std::uint32_t> thing_behind(const Place& place) const;
  [[nodiscard]] std::optional<std::uint32_t> thing_before(const Place& place) const;
  [[nodiscard]] bool is_called_so(const Place& place, const Token& noun) const;
  [[nodiscard]] bool has_generation(const Place& place, Gap gap) const;
  [[nodiscard]] bool goes_on(const Place& place) const;
  [[nodiscard]] bool is_own_word(const Place& place) const;
  [[nodiscard]] bool may_follow_surname(const Place& place) const;
  [[nodiscard]] bool precedes_given_name(const Place& place) const;
  [[nodiscard]] bool precedes_patronymic(const Place& place, const Form& form) const;
  [[nodiscard]] bool has_family_name(const Place& place, const Form& form) const;
  [[nodiscard]] bool begins_next_name(const Place& place, const Form& form) const;

  const NameIndex& names_;
  const Lexicon& lexicon_;
  const NameWords& name_words_;
};

}  // namespace newsdex
