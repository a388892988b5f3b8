// Somebody of the article who bears a listed person's surname and is not listed: "Ahmad Rouhani",
// "the actor Rouhani". From then on the surname alone may be his or hers, and is the listed
// person's only where the text says so: by a title that the person has held, if the article also
// names him in full or no other man, by "Mr" where the namesake is a woman, or by the full name
// given before it in its paragraph, where no namesake is.
#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "entities/name_index.hpp"
#include "entities/reading.hpp"
#include "newsdex/date.hpp"

namespace newsdex {

class Namesakes {
 public:
  Namesakes(const NameIndex& names, Interpretation& interpretation, const PartialDate& published)
      : names_(names), interpretation_(interpretation), published_(published) {}

  /// Refuses surnames that are a namesake's or may be. Readings must be in the order of their
  /// candidates.
  void refuse();

 private:
  using Node = TokenAutomaton::Node;

  void refuse_other_occupations();
  void find_shared();
  void note_namesake(const Reading& reading);
  void note_rival(const Reading& reading, std::string_view gender);
  [[nodiscard]] std::string_view gender_before(const Reading& reading) const;
  void insert_surnames(const Reading& reading, std::unordered_set<Node>& into) const;
  void note_unproven(const Reading& reading);
  void follow(std::span<Reading> readings);
  void note_paragraph(const Candidate& candidate);
  [[nodiscard]] bool has_other_occupation(const Reading& reading) const;
  [[nodiscard]] bool is_own(const Entity& person, const Token& word) const;
  [[nodiscard]] bool is_doubtful(const Reading& reading) const;
  [[nodiscard]] bool has_held_title_before(const Reading& reading) const;
  void refuse_as_namesake(Reading& reading) const;
  [[nodiscard]] bool is_settled(const Reading& reading) const;
  [[nodiscard]] bool is_settled_by_gender(const Reading& reading) const;
  [[nodiscard]] const Candidate& candidate_of(const Reading& reading) const {
    return interpretation_.candidates[reading.candidate];
  }

  const NameIndex& names_;
  Interpretation& interpretation_;
  const PartialDate published_;
  // Surnames that a namesake bears, with the gender that all namesakes have, or empty.
  std::unordered_map<Node, std::string_view> shared_;
  std::unordered_set<Node> perhaps_;  // that somebody bears whose given name is not known
  std::unordered_set<Node> things_;   // that something is called after
  // Listed persons whose title a namesake may have held as well.
  std::unordered_set<std::uint32_t> rivals_;
  const Candidate* previous_ = nullptr;
  std::unordered_set<std::uint32_t> named_;  // persons named in full in the paragraph so far
  std::unordered_set<Node> met_;             // surnames of namesakes in the paragraph so far
};

}  // namespace newsdex
