#include "entities/title_words.hpp"

#include <algorithm>

namespace newsdex {
namespace {

char lower_case(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_letter(char c) {
  const char lower = lower_case(c);
  return (lower >= 'a' && lower <= 'z') || (c & 0x80) != 0;
}

// Whether a folded word stands in a text of the name list as a word of its own.
bool has_word(std::string_view text, std::string_view word) {
  const auto same = [](char a, char b) { return lower_case(a) == b; };
  for (auto from = text.begin();;) {
    const auto found = std::search(from, text.end(), word.begin(), word.end(), same);
    if (found == text.end()) return false;
    const auto end = found + static_cast<std::ptrdiff_t>(word.size());
    const bool begins = found == text.begin() || !is_letter(*(found - 1));
    if (begins && (end == text.end() || !is_letter(*end))) return true;
    from = found + 1;
  }
}

}  // namespace

std::string_view title_word_before(const NameIndex& names, const FieldText& text,
                                   std::uint32_t token) {
  if (token == 0) return {};
  const Gap gap = text.gap_before(token);
  const Token& word = text.token(token - 1);
  const bool is_title = (gap == Gap::space || gap == Gap::dot) && word.capitalised &&
                        !word.possessive && names.lexicon().is(word.form, WordClass::office) &&
                        !names.lexicon().is(word.form, WordClass::address);
  return is_title ? word.form : std::string_view{};
}

bool has_title_word(const NameIndex& names, std::uint32_t person, std::string_view word,
                    const PartialDate& date) {
  if (names.name_words().belong_to(person, word)) return true;
  const std::vector<Office>& offices = names.entity(person).offices;
  return std::any_of(offices.begin(), offices.end(), [&](const Office& office) {
    const bool is_later = office.from && date.precision != DatePrecision::none &&
                          first_day(*office.from) > last_day(date);
    return !is_later && (has_word(office.title, word) || has_word(office.role, word));
  });
}

}  // namespace newsdex
