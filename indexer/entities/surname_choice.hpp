// Of several persons of one surname whom an article names in full, who is meant by the surname
// alone? The form of address before it decides, or a title that only one of them held, or holds on
// the day of publication, or is listed with ("Ayatollah Larijani"), or the only full name given
// before it in its paragraph. Where they do not, it is nobody's.
#pragma once

#include <span>
#include <unordered_set>

#include "entities/name_index.hpp"
#include "entities/reading.hpp"
#include "newsdex/date.hpp"

namespace newsdex {

class SurnameChoice {
 public:
  SurnameChoice(const NameIndex& names, Interpretation& interpretation,
                const PartialDate& published)
      : names_(names), interpretation_(interpretation), published_(published) {}

  /// Refuses the readings of surnames whose bearers are not meant. Readings must be in the order of
  /// their candidates.
  void settle();

 private:
  void note_paragraph(const Candidate& candidate);
  void note_full_name(std::span<const Reading> readings);
  void refuse_other_gender(std::span<Reading> readings) const;
  void refuse_successors(std::span<Reading> readings) const;
  void choose(std::span<Reading> readings) const;
  bool choose_by_title(std::span<Reading> readings, const RolePlace& title) const;
  bool choose_by_title_word(std::span<Reading> readings, const Candidate& candidate) const;
  template <typename IsMeant>
  static bool keep_only(std::span<Reading> readings, IsMeant is_meant);
  [[nodiscard]] const Candidate& candidate_of(const Reading& reading) const {
    return interpretation_.candidates[reading.candidate];
  }

  const NameIndex& names_;
  Interpretation& interpretation_;
  const PartialDate published_;
  const Candidate* previous_ = nullptr;
  std::unordered_set<std::uint32_t> in_paragraph_;  // persons named in full in it so far
};

}  // namespace newsdex
