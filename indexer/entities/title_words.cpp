#include "entities/title_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "entities/letters.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

bool is_letter(char lower) {
  return (lower >= 'a' && lower <= 'z') || (lower & 0x80) != 0;
}

// Whether a folded word stands in a text of the name list as a word of its own.
bool has_word(std::string_view text, std::string_view word) {
  const std::string lower = ascii_lower(text);
  for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_letter(lower[at - 1]);
    if (begins && (end == lower.size() || !is_letter(lower[end]))) return true;
  }
  return false;
}

// Folded Persian titles, by their last words, and the word that lists have for them.
struct PersianTitle {
  std::string_view before;  // the word before the last one; empty for any
  std::string_view last;
  std::string_view listed;
};

constexpr auto kPersianTitles = std::to_array<PersianTitle>({
    {"", "ایتالله", "ayatollah"},
    {"ایت", "الله", "ayatollah"},
    {"ایتالله", "العظمی", "ayatollah"},
    {"الله", "العظمی", "ayatollah"},
    {"", "حجتالاسلام", "hojatoleslam"},
    {"حجت", "الاسلام", "hojatoleslam"},
    {"حجتالاسلام", "والمسلمین", "hojatoleslam"},
    {"الاسلام", "والمسلمین", "hojatoleslam"},
});

std::string_view persian_title_before(const FieldText& text, std::uint32_t token) {
  if (text.gap_before(token) != Gap::space) return {};
  const std::string_view last = text.token(token - std::size_t{1}).form;
  const bool goes_back = token > 1 && text.gap_before(token - std::size_t{1}) == Gap::space;
  const std::string_view before =
      goes_back ? text.token(token - std::size_t{2}).form : std::string_view{};
  for (const PersianTitle& title : kPersianTitles) {
    if (title.last == last && (title.before.empty() || title.before == before)) return title.listed;
  }
  return {};
}

}  // namespace

std::string_view title_word_before(const NameIndex& names, const FieldText& text,
                                   std::uint32_t token) {
  if (token == 0) return {};
  if (is_caseless(text.written(token - 1))) return persian_title_before(text, token);
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
