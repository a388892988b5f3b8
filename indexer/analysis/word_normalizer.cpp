#include "analysis/word_normalizer.hpp"

#include <unicode/uchar.h>

#include "newsdex/analyzer.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

void note_case(std::string_view word, NormalizedWord& out) {
  int letters = 0;
  bool lower = false;
  bool upper = false;
  out.capitalised = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    const auto c = static_cast<UChar32>(point.value);
    at += point.length;
    if (u_isalpha(c) == 0) continue;
    const bool is_upper = u_isupper(c) != 0 || u_istitle(c) != 0;
    if (letters++ == 0) out.capitalised = is_upper;
    upper |= is_upper;
    lower |= u_islower(c) != 0;
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
