// What the list has said of the places where found names stand: whose they are not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "discovery/found_parts.hpp"
#include "entities/field_text.hpp"
#include "entities/lexicon.hpp"
#include "newsdex/discovered_name.hpp"
#include "newsdex/entity_recognizer.hpp"
#include "newsdex/name_tagger.hpp"

namespace newsdex::discovery {

class RefusedNames {
 public:
  /// By field, then begin; they must outlive it.
  explicit RefusedNames(std::span<const RefusedPlace> places) : places_(places) {}

  /// What the list has said of the place: that the name there is ambiguous, or not `entity`'s.
  [[nodiscard]] std::optional<Standing> standing_of(const FoundName& name,
                                                    std::optional<std::uint32_t> entity) const;

  /// Whether a place begins where the name does.
  [[nodiscard]] bool begin_with(const FoundName& name) const;

  /// Makes "Jeb Bush" of a part of which only "Bush" was found, the token `first` of `text`.
  void add_given_name(const FieldText& text, std::size_t first, const Lexicon& lexicon,
                      FoundPart& part) const;

  /// Those of the list whose surname it is, where it is ambiguous.
  [[nodiscard]] std::vector<std::uint32_t> sharers_of(const FoundName& name) const;

  /// All of them.
  [[nodiscard]] std::span<const RefusedPlace> places() const { return places_; }

 private:
  [[nodiscard]] bool lack_given_name(const FoundName& name) const;
  [[nodiscard]] std::span<const RefusedPlace> touching(const FoundName& name) const;

  std::span<const RefusedPlace> places_;
};

}  // namespace newsdex::discovery
