// Names of persons that are also names of months.
#pragma once

#include "entities/field_text.hpp"
#include "entities/lexicon.hpp"

namespace newsdex {

/// Whether tokens [first, last) are a month or a verb rather than a surname: "in May", "May 5",
/// "next March", "May he rest". False where the text does not tell.
bool reads_as_month(const FieldText& text, std::size_t first, std::size_t last,
                    const Lexicon& lexicon);

}  // namespace newsdex
