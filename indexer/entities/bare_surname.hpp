// Whether a surname may mean a listed person whom the article never names in full. Others bear it,
// too: the text around it must neither introduce somebody unknown ("a man named Rouhani",
// "Rouhani, a publican,"), nor make a thing or a family of it, nor give him a title that is not
// his.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "entities/name_index.hpp"
#include "entities/reading.hpp"
#include "newsdex/date.hpp"

namespace newsdex {

/// Whether a word (a folded form) may tell its bearer by itself: none that many bear, as all short
/// ones are, and none that is a given name, an office, a word of grammar or an everyday one.
bool is_distinctive_surname(const Lexicon& lexicon, std::string_view form);

/// Whether a title is the person's: an office that he held by then, or a word of one or of a listed
/// form.
bool bears_title(const NameIndex& names, std::uint32_t person, const FieldText& text,
                 const RolePlace& title, const PartialDate& date);

class BareSurname {
 public:
  BareSurname(const NameIndex& names, Interpretation& interpretation, const PartialDate& published)
      : names_(names), interpretation_(interpretation), published_(published) {}

  /// Refuses a reading, of somebody never named in full, for what stands beside it.
  void check(Reading& reading) const;

  /// Once all are checked: refuses those that only stand where capitals tell nothing, in a headline
  /// or all in capitals, and those of a word that the body has without a capital.
  void require_capital_in_prose();

 private:
  [[nodiscard]] std::optional<std::uint32_t> introduction_before(const Candidate& place) const;
  [[nodiscard]] std::optional<std::uint32_t> description_behind(const Candidate& place,
                                                                std::uint32_t person) const;
  [[nodiscard]] std::optional<std::uint32_t> thing_behind(const Candidate& place) const;
  [[nodiscard]] std::optional<std::uint32_t> rank_of_others(const Candidate& place,
                                                            std::uint32_t person) const;
  [[nodiscard]] bool describes_somebody(const FieldText& text, std::uint32_t token) const;
  [[nodiscard]] bool is_own(std::uint32_t person, std::string_view word) const;
  [[nodiscard]] bool is_bare(const Reading& reading) const;
  [[nodiscard]] bool tells_by_capital(const Reading& reading) const;

  const NameIndex& names_;
  Interpretation& interpretation_;
  const PartialDate published_;
};

}  // namespace newsdex
