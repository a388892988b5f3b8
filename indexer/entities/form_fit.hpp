// Whether a form of the trie is really what stands in the text: capitals, spelling, and the signs
// between its words.
#pragma once

#include "entities/field_text.hpp"
#include "entities/form.hpp"
#include "entities/token_automaton.hpp"

namespace newsdex {

/// `form` ends at a node that the automaton reached from token `first` of `text`.
bool fits(const TokenAutomaton& automaton, const Form& form, const FieldText& text,
          std::size_t first);

}  // namespace newsdex
