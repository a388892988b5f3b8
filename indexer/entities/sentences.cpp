#include "entities/sentences.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

enum class Stop : std::uint8_t { none, full_stop, certain };

constexpr char32_t kArabicFullStop = 0x06D4;
constexpr char32_t kParagraphSeparator = 0x2029;

Stop stop_sign(char32_t c) {
  switch (c) {
    case '.':
      return Stop::full_stop;
    case '!':
    case '?':
    case U'؟':
    case U'…':
    case U'。':
    case kArabicFullStop:
    case kParagraphSeparator:
      return Stop::certain;
    default:
      return Stop::none;
  }
}

Stop stop_in(std::string_view gap) {
  Stop found = Stop::none;
  for (std::size_t at = 0; at < gap.size();) {
    const CodePoint point = decode(gap, at);
    at += point.length;
    found = std::max(found, stop_sign(point.value));
  }
  return found;
}

}  // namespace

bool sentence_begins_at(const FieldText& text, std::size_t i, const Lexicon& lexicon) {
  if (i == 0) return true;
  if (text.is_space_before(i)) return false;
  if (text.block_begins_at(i)) return true;
  const Stop stop = stop_in(text.before(i));
  if (stop != Stop::full_stop) return stop == Stop::certain;
  const std::string_view word = text.written(i - 1);
  const bool is_initial =
      text.token(i - 1).capitalised && !word.empty() && decode(word, 0).length == word.size();
  return !is_initial && word.find('.') == std::string_view::npos &&
         !lexicon.is(text.token(i - 1).form, WordClass::abbreviation);
}

std::vector<std::uint32_t> number_sentences(const FieldText& text, const Lexicon& lexicon) {
  std::vector<std::uint32_t> out(text.tokens().size());
  for (std::size_t i = 1; i < out.size(); ++i) {
    out[i] = out[i - 1] + (sentence_begins_at(text, i, lexicon) ? 1 : 0);
  }
  return out;
}

}  // namespace newsdex
