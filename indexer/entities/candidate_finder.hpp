// The one pass over the text: where do listed forms stand?
#pragma once

#include <vector>

#include "entities/field_text.hpp"
#include "entities/lexicon.hpp"
#include "entities/reading.hpp"
#include "entities/token_automaton.hpp"

namespace newsdex {

/// Adds the places of `text` where a listed form stands, leftmost first, and the longest form that
/// begins there; of "The Guardian" and "Guardian Council" that overlap in an article, the one that
/// reaches further.
void find_candidates(const TokenAutomaton& automaton, const Lexicon& lexicon, const FieldText& text,
                     std::vector<Candidate>& out);

}  // namespace newsdex
