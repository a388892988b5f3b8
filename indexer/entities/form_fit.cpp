#include "entities/form_fit.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

bool has_bit(WordBits bits, std::size_t i) {
  return (bits >> i & 1U) != 0;
}

// "J." or "U.S.": what a full stop may follow without ending anything.
bool is_initial(std::string_view word) {
  if (word.empty()) return false;
  return decode(word, 0).length == word.size() || word.find('.') != std::string_view::npos;
}

bool case_fits(const Form& form, const FieldText& text, std::size_t first) {
  for (std::size_t i = 0; i < form.words; ++i) {
    const Token& token = text.token(first + i);
    if (has_bit(form.capitalised, i) && !token.capitalised) return false;
    if (has_bit(form.acronym, i) && !token.all_caps) return false;
  }
  return true;
}

bool gap_fits(const Form& form, std::size_t word, const FieldText& text, std::size_t at) {
  if (text.token(at).possessive != has_bit(form.possessive, word)) return false;
  switch (text.gap_before(at + 1)) {
    case Gap::space:
    case Gap::hyphen:
      return true;
    case Gap::dot:
      return has_bit(form.dotted, word) || is_initial(text.written(at));
    case Gap::comma:
    case Gap::barrier:
      return has_bit(form.signs, word);
  }
  return false;
}

bool gaps_fit(const Form& form, const FieldText& text, std::size_t first) {
  for (std::size_t i = 0; i + 1 < form.words; ++i) {
    if (!gap_fits(form, i, text, first + i)) return false;
  }
  return true;
}

std::string_view take_part(std::string_view& spelling) {
  const std::size_t end = std::min(spelling.find('\0'), spelling.size());
  const std::string_view part = spelling.substr(0, end);
  spelling.remove_prefix(std::min(end + 1, spelling.size()));
  return part;
}

bool is_sign(Gap gap) {
  return gap == Gap::comma || gap == Gap::barrier;
}

// "++ and" behind the "C" of "C++".
bool begins_with_sign(std::string_view behind, std::string_view sign) {
  if (!behind.starts_with(sign)) return false;
  behind.remove_prefix(sign.size());
  return behind.empty() || behind.front() != sign.back();
}

bool spelling_fits(std::string_view spelling, const Form& form, const FieldText& text,
                   std::size_t first) {
  for (std::size_t i = 0; i < form.words; ++i) {
    const std::string_view word = take_part(spelling);
    const std::string_view sign = take_part(spelling);
    if (form.exact_case && text.written(first + i) != word) return false;
    const std::size_t next = first + i + 1;
    const bool has_sign = i + 1 < form.words && is_sign(text.gap_before(next));
    if (has_sign && trim_spaces(text.before(next)) != sign) return false;
    const bool must_have_sign = i + 1 == form.words && has_bit(form.signs, i);
    if (must_have_sign && !begins_with_sign(text.before(next), sign)) return false;
  }
  return true;
}

// Not of another host, "evil-t.me" or "t.me.evil.com", nor of a mail address.
bool stands_as_host(const Form& form, const FieldText& text, std::size_t first) {
  const std::string_view before = text.before(first);
  const std::string_view after = text.before(first + form.words);
  const bool is_end = before.ends_with('-') || before.ends_with('@') || before.ends_with('_');
  const bool has_more = first + form.words < text.tokens().size();
  const bool goes_on = has_more && (after.empty() || after == "." || after == "-" || after == "_" ||
                                    after.starts_with('@'));
  return !is_end && !goes_on;
}

}  // namespace

bool fits(const TokenAutomaton& automaton, const Form& form, const FieldText& text,
          std::size_t first) {
  if (!case_fits(form, text, first) || !gaps_fit(form, text, first)) return false;
  if (form.host && !stands_as_host(form, text, first)) return false;
  return !form.has_spelling() || spelling_fits(automaton.spelling(form), form, text, first);
}

}  // namespace newsdex
