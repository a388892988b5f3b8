// Newspapers that end in a platform's name: "The Daily Telegram".
#pragma once

#include <cstdint>

#include "entities/name_index.hpp"
#include "entities/reading.hpp"

namespace newsdex {

/// Tokens [first, last) of a field: a platform's name.
struct PlatformPlace {
  const FieldText& text;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Whether the words before it make it a newspaper's: an article with a capital within a sentence,
/// a town in brackets, a day or a place behind an article. Not for headlines, nor where a word of
/// platforms follows.
bool ends_newspaper(const NameIndex& names, const Interpretation& interpretation,
                    const PlatformPlace& place);

}  // namespace newsdex
