// The country that a text itself gives to a body or an office: "Ukraine's parliament", "the Iraqi
// foreign ministry", "the foreign ministry of Lebanon", "In Beirut, the foreign ministry said". It
// counts before the country that the article is about.
#pragma once

#include <cstdint>
#include <optional>

#include "entities/name_index.hpp"
#include "entities/reading.hpp"

namespace newsdex {

class CountryBeside {
 public:
  /// What belongs to a country or region that the list does not have, or to one of several.
  static constexpr std::uint32_t kElsewhere = 0xFFFFFFFF;

  /// What tokens [first, last) of a field name.
  struct Span {
    const FieldText& text;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };

  CountryBeside(const NameIndex& names, const Interpretation& interpretation)
      : names_(names), interpretation_(interpretation) {}

  /// The country of a body that is called alike in every country; kElsewhere; or nothing where the
  /// text beside it names none. "The Scottish parliament" is not of `own`, whatever Scotland is.
  [[nodiscard]] std::optional<std::uint32_t> of_body(const Span& body, std::uint32_t own) const;

  /// The same by what stands right before it only: "Lebanon's", "Lebanese".
  [[nodiscard]] std::optional<std::uint32_t> right_before(const Span& name) const;

  /// The country after "of" or, if `also_in`, "in"; kElsewhere after "of" and a name that is not
  /// listed.
  [[nodiscard]] std::optional<std::uint32_t> after(const Span& name, bool also_in) const;

  /// The country that its sentence begins with: "In Iraq, the ...".
  [[nodiscard]] std::optional<std::uint32_t> opening(const Span& name) const;

  /// After "its", the one country that the sentence has named so far, or kElsewhere if it has named
  /// several.
  [[nodiscard]] std::optional<std::uint32_t> owner(const Span& name) const;

 private:
  [[nodiscard]] std::optional<std::uint32_t> country_of(const Candidate* candidate) const;
  [[nodiscard]] std::optional<std::uint32_t> further_before(const Span& name) const;
  [[nodiscard]] bool follows_unlisted_name(const Span& name, std::uint32_t own) const;
  [[nodiscard]] bool is_state_body(const Span& body) const;
  [[nodiscard]] bool is_unlisted_name(const FieldText& text, std::size_t token) const;

  const NameIndex& names_;
  const Interpretation& interpretation_;
};

}  // namespace newsdex
