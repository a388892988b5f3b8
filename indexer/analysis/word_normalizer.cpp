#include "analysis/word_normalizer.hpp"

#include <unicode/uchar.h>

#include <cstdint>

#include "newsdex/analyzer.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

enum class LetterCase : std::uint8_t { no_letter, lower, upper, none };  // upper is title case too

LetterCase case_of(char32_t point) {
  if (point < 0x80) {
    if (point >= 'a' && point <= 'z') return LetterCase::lower;
    return point >= 'A' && point <= 'Z' ? LetterCase::upper : LetterCase::no_letter;
  }
  const auto c = static_cast<UChar32>(point);
  if (u_isalpha(c) == 0) return LetterCase::no_letter;
  if (u_isupper(c) != 0 || u_istitle(c) != 0) return LetterCase::upper;
  return u_islower(c) != 0 ? LetterCase::lower : LetterCase::none;
}

void note_case(std::string_view word, NormalizedWord& out) {
  int letters = 0;
  bool lower = false;
  bool upper = false;
  out.capitalised = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    at += point.length;
    const LetterCase letter = case_of(point.value);
    if (letter == LetterCase::no_letter) continue;
    if (letters++ == 0) out.capitalised = letter == LetterCase::upper;
    upper |= letter == LetterCase::upper;
    lower |= letter == LetterCase::lower;
  }
  out.all_caps = letters >= 2 && upper && !lower;
}

}  // namespace

void WordNormalizer::normalize(std::string_view word, NormalizedWord& out) {
  folder_.casefold(word, folded_);
  stemmer_.stem(folded_, stemmed_);
  folder_.strip_marks(folded_, out.form);
  folder_.strip_marks(stemmed_, out.stem);
  out.form.resize(cut_to_bytes(out.form, kMaxTermBytes).size());
  out.stem.resize(cut_to_bytes(out.stem, kMaxTermBytes).size());
  if (out.stem.empty()) out.stem = out.form;
  note_case(word, out);
}

}  // namespace newsdex
