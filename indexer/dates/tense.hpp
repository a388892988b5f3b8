// Whether the words around a date speak of what was or of what will be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "newsdex/analyzer.hpp"

namespace newsdex {

enum class Tense : std::uint8_t { unknown, past, future };

/// The tense of the nearest telling word in the sentence around tokens `first`..`last`: those
/// before come first, since English puts the verb before the date. Looks at a bounded number of
/// tokens.
Tense tense_around(std::string_view text, std::span<const Token> tokens, std::size_t first,
                   std::size_t last);

/// Whether a sentence ends between two neighbouring tokens.
bool sentence_ends_between(std::string_view text, const Token& before, const Token& after);

}  // namespace newsdex
