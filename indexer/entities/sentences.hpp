// Where sentences begin, as far as the decision about a name needs it.
#pragma once

#include <cstdint>
#include <vector>

#include "entities/field_text.hpp"
#include "entities/lexicon.hpp"

namespace newsdex {

/// Whether a sentence ends before token `i`: a full stop that belongs to no abbreviation or
/// initial, a question or exclamation mark, the end of a paragraph, a headline or an item of a
/// list. True for the first token.
bool sentence_begins_at(const FieldText& text, std::size_t i, const Lexicon& lexicon);

/// The number of the sentence of each token, counted from 0.
std::vector<std::uint32_t> number_sentences(const FieldText& text, const Lexicon& lexicon);

}  // namespace newsdex
