// Links surnames to persons: back to those whom the article names in full, and else, on other
// evidence, to those whom it never does.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entities/bare_surname.hpp"
#include "entities/name_index.hpp"
#include "entities/reading.hpp"
#include "entities/surroundings.hpp"
#include "newsdex/date.hpp"

namespace newsdex {

class SurnameLinker {
 public:
  SurnameLinker(const NameIndex& names, Interpretation& interpretation,
                const PartialDate& published, MainCountry& country)
      : names_(names),
        interpretation_(interpretation),
        published_(published),
        main_country_(country),
        bare_(names, interpretation, published) {}

  /// Adds a reading to each candidate that is the surname of someone named in full, anywhere in the
  /// article; of someone who is not, where a title of his stands before it, or where nobody else of
  /// the list bears it, it is a distinctive one, and the article is about his country. Where it is
  /// somebody else's by the words beside it, it adds refused ones, and `explain` adds all.
  /// Readings are in the order of their candidates afterwards.
  void link(const Surroundings& surroundings, bool explain);

 private:
  using Node = TokenAutomaton::Node;
  using PersonsBySurname = std::unordered_map<Node, std::vector<std::uint32_t>>;

  static void note(PersonsBySurname& known, Node surname, std::uint32_t person);
  void find_named_in_full();
  void note_shared_names(std::span<const Reading> readings);
  void find_with_middle_initial(const Candidate& place);
  void find_by_title(const Candidate& place);
  void read_surname(std::uint32_t candidate, const Surroundings& surroundings, bool explain);
  // Adds a reading for each of the persons whom a surname is known for; false if it is not known.
  bool read_persons(const PersonsBySurname& known, std::uint32_t candidate, Refusal refusal);
  bool read_other_by_title(std::uint32_t candidate);
  [[nodiscard]] const Form* other_by_title(const Candidate& place,
                                           const std::vector<std::uint32_t>& named);
  [[nodiscard]] const Form* if_at_home(const Form* form);
  void read_unnamed(std::uint32_t candidate, const Surroundings& surroundings, bool explain);
  [[nodiscard]] Reading read_unmeant(const Reading& reading, const Surroundings& surroundings,
                                     const std::optional<RolePlace>& title, bool is_titled) const;
  [[nodiscard]] bool is_known_by_then(std::uint32_t person) const;
  [[nodiscard]] std::vector<const Form*> bearers(const Candidate& place) const;
  [[nodiscard]] const Form* untitled_bearer(const Candidate& place,
                                            const std::vector<const Form*>& bearers);
  [[nodiscard]] const Form* bearer_of_title(const Candidate& place, const RolePlace& title,
                                            const std::vector<const Form*>& bearers) const;
  [[nodiscard]] const Form* bearer_of_title_word(const Candidate& place,
                                                 const std::vector<const Form*>& bearers) const;
  [[nodiscard]] const Form* met_by_title(const Candidate& place,
                                         const std::vector<const Form*>& bearers) const;
  [[nodiscard]] bool is_distinctive(const Candidate& place, const Form& form) const;
  void check_given_name(Reading& reading) const;
  [[nodiscard]] bool stands_free(const Candidate& place) const;
  void refuse_alike_in_title();
  [[nodiscard]] const Form* fitting_form(const Candidate& candidate, std::uint32_t person) const;

  const NameIndex& names_;
  Interpretation& interpretation_;
  const PartialDate published_;
  MainCountry& main_country_;
  BareSurname bare_;
  PersonsBySurname persons_;   // in the order in which the article names them
  PersonsBySurname doubtful_;  // whose full name is shared
  PersonsBySurname titled_;    // behind a title somewhere, and never in full
};

}  // namespace newsdex
