// "Did you mean ...?": the word of a list that a misspelt one was most likely meant to be.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace newsdex {

/// The word of `words` that the fewest edits (a letter put in, left out, changed, or swapped with
/// its neighbour) turn `typed` into, if a third of its letters or fewer need one; else empty.
std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> words);

/// "did you mean `near`? valid: a, b, c", the question only where there is a near word.
std::string hint_of_words(std::string_view typed, std::span<const std::string_view> words);

}  // namespace newsdex
