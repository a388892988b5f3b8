// Titles that the list gives to a person only as words of an alias or an office: "Ayatollah" of
// "Ayatollah Sadegh Larijani", "Speaker" of "Speaker of Parliament".
#pragma once

#include <cstdint>
#include <string_view>

#include "entities/name_index.hpp"
#include "newsdex/date.hpp"

namespace newsdex {

/// The title (a folded form) that stands as a capitalised word right before a token, of Persian
/// titles as lists write them ("ayatollah"); else empty.
std::string_view title_word_before(const NameIndex& names, const FieldText& text,
                                   std::uint32_t token);

/// Whether one of the person's listed forms has the word, or an office that began before the end of
/// `date`, if there is a date.
bool has_title_word(const NameIndex& names, std::uint32_t person, std::string_view word,
                    const PartialDate& date);

}  // namespace newsdex
