// Years that a text writes in digits of any script, also those of the Persian calendar.
#pragma once

#include <cstddef>

#include "entities/field_text.hpp"

namespace newsdex {

/// Whether a token is a year that shares no day with `year` of our calendar: "1998" or, in Persian,
/// "1385", which begins in March 2006. Four digits count as a Persian year where they, or the word
/// before them, are of a script without capitals.
bool is_year_other_than(const FieldText& text, std::size_t token, int year);

}  // namespace newsdex
