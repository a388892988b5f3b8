// What the words of a found name tell by themselves.
#pragma once

#include "discovery/name_spelling.hpp"
#include "entities/lexicon.hpp"

namespace newsdex::discovery {

/// The recogniser knows Latin letters: "Павел Дуров" in an English article is a quotation.
bool is_latin(const NameTokens& name);

/// "Grand Bazaar", "Eid Festival": called like a person, without a given name that is known. Nobody
/// is called "Hossein University" or "Mary Hospital" even so.
bool reads_as_thing(const NameTokens& name, const Lexicon& lexicon);

/// Whether the last word is one of what is called after persons: "Ali Khamenei Street".
bool ends_in_eponym(const NameTokens& name, const Lexicon& lexicon);

bool is_all_caps(const NameTokens& name);

/// Of its words.
std::size_t count_all_caps(const NameTokens& name);

}  // namespace newsdex::discovery
