// Words that tell the gender of who is named behind them: "Mrs", "Mr.", and given names.
#pragma once

#include <cstdint>
#include <string_view>

#include "entities/field_text.hpp"
#include "entities/lexicon.hpp"

namespace newsdex {

/// "m" or "f" by the form of address right before a token: "Mrs. Obama"; else empty.
std::string_view gender_by_address(const FieldText& text, std::size_t token);

/// "m" or "f" by a given name (a folded form) that only men or only women bear; else empty.
std::string_view gender_of_given_name(const Lexicon& lexicon, std::string_view form);

}  // namespace newsdex
