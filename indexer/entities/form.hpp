// A written form of an entity, as it is compared with text.
#pragma once

#include <cstdint>

#include "newsdex/entity.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

enum class FormKind : std::uint8_t {
  name,  // the canonical name
  alias,
  surname,
  demonym,  // says what country an article is about, and names nothing
};

/// Which words of a form have a property: bit i stands for word i. The name list allows no more
/// words than bits.
using WordBits = std::uint32_t;

struct Form {
  std::uint32_t entity = 0;
  FormKind kind = FormKind::name;
  std::uint8_t words = 0;
  std::uint16_t listed = 0;  // what it was made from, in the entity's aliases or surnames

  // As Alias has them.
  bool exact_case = false;
  bool needs_context = false;
  bool needs_country = false;
  bool never_alone = false;
  bool generated = false;  // another spelling than the listed one, made by rule
  bool host = false;       // an address: "t.me"

  WordBits capitalised = 0;  // must begin with a capital in the text too
  WordBits acronym = 0;      // must stand in capitals: "US" is not "us", nor "Us"
  WordBits possessive = 0;   // inside the form: "Moody's Investors Service"
  WordBits dotted = 0;       // may be followed by a full stop
  WordBits signs = 0;        // may be followed by the list's own signs: "Science, Research and Co";
                             // the last word must be: "C++"
  std::uint32_t spelling = 0;  // see TokenAutomaton::spelling

  /// Whether words or signs of the form must be compared with the text byte by byte.
  [[nodiscard]] bool has_spelling() const { return exact_case || signs != 0; }

  /// Whether the text alone does not settle that the entity is meant.
  [[nodiscard]] bool needs_evidence() const {
    return needs_context || needs_country || never_alone;
  }
};

}  // namespace newsdex
