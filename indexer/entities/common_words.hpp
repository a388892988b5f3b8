// Is a platform's name perhaps the everyday word, where any word has a capital? "Family Finds
// Telegram Sent in 1915", "Telegram in hand, she ran", "Signal strength was low".
#pragma once

#include "entities/name_index.hpp"
#include "entities/reading.hpp"

namespace newsdex {

/// Refuses platforms at the head of sentences and in headlines that capitalise everything: where
/// the body has the name in lower case behind an article, and nothing else in the article names
/// the platform; and, of those that need context, before the rest of a compound ("strength"). A
/// cue right behind the name speaks for it.
void refuse_common_words(const NameIndex& names, Interpretation& interpretation);

}  // namespace newsdex
