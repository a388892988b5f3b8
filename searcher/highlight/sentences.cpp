#include "highlight/sentences.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "entities/line_ends.hpp"
#include "entities/word_lists.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

enum class Sign : std::uint8_t {
  other,
  space,
  line_end,
  full_stop,  // may belong to an abbreviation
  stop,       // ends a sentence
  wide_stop,  // ends one without white space after it
  quote,      // opens or closes: goes with the sentence before where it touches it
};

constexpr std::u32string_view kStops = U"!?\u061F\u06D4\u203C\u203D\u2047\u2048\u2049";
constexpr std::u32string_view kWideStops = U"\u3002\uFF01\uFF1F";
constexpr std::u32string_view kQuotes = U"\"')]}\u00BB\u00AB\u201C\u201D\u2018\u2019\u203A([{";
constexpr std::u32string_view kLineEnds = U"\n\r\v\f\u0085\u2028\u2029";
constexpr char32_t kEllipsis = 0x2026;

Sign sign_of(char32_t c) {
  constexpr auto kAmong = [](std::u32string_view set, char32_t sign) {
    return set.find(sign) != std::u32string_view::npos;
  };
  if (c == U' ' || c == U'\t' || c == 0x00A0) return Sign::space;
  if (c == U'.' || c == kEllipsis) return Sign::full_stop;
  if (kAmong(kLineEnds, c)) return Sign::line_end;
  if (kAmong(kStops, c)) return Sign::stop;
  if (kAmong(kWideStops, c)) return Sign::wide_stop;
  return kAmong(kQuotes, c) ? Sign::quote : Sign::other;
}

Sign sign_at(std::string_view text, std::size_t at) {
  return sign_of(decode(text, at).value);
}

bool ends_sentence(Sign sign) {
  return sign == Sign::full_stop || sign == Sign::stop || sign == Sign::wide_stop;
}

bool holds_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || words[at - 1] == ' ';
    if (begins && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

bool is_abbreviation(std::string_view word) {
  const std::string lower = ascii_lower(word);
  return std::any_of(kWordLists.begin(), kWordLists.end(), [&](const WordList& list) {
    return list.word_class == WordClass::abbreviation && holds_word(list.words, lower);
  });
}

// "U.S", "a.m": letters between full stops.
bool is_dotted(std::string_view word) {
  if (word.find('.') == std::string_view::npos) return false;
  constexpr std::size_t kMostLetters = 2;
  for (std::size_t begin = 0; begin < word.size();) {
    const std::size_t end = std::min(word.find('.', begin), word.size());
    if (end - begin > kMostLetters) return false;
    begin = end + 1;
  }
  return true;
}

// The word that ends at `end`.
std::string_view word_before(std::string_view text, std::size_t end) {
  const std::size_t before = text.substr(0, end).find_last_of(" \t\n\r\"'([");
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, end - begin);
}

bool is_initial(std::string_view word) {
  if (word.empty()) return false;
  const CodePoint letter = decode(word, 0);
  return letter.length == word.size() && u_isupper(static_cast<UChar32>(letter.value)) != 0;
}

bool is_shortened(std::string_view word) {
  return is_initial(word) || is_dotted(word) || is_abbreviation(word);
}

// Whether the sentence goes on at `at`, behind what quotes stand there.
bool goes_on_small(std::string_view text, std::size_t at) {
  while (at < text.size() && sign_at(text, at) == Sign::quote) at += decode(text, at).length;
  return at < text.size() && u_islower(static_cast<UChar32>(decode(text, at).value)) != 0;
}

// The signs that end a sentence, from the first stop on, with what closes around them.
struct Ending {
  std::size_t begin = 0;
  std::size_t end = 0;
  Sign last_stop = Sign::other;
  bool lone_full_stop = false;
};

Ending ending_at(std::string_view text, std::size_t at) {
  Ending ending = {at, at, sign_at(text, at), text[at] == '.'};
  ending.end += decode(text, at).length;
  while (ending.end < text.size()) {
    const Sign sign = sign_at(text, ending.end);
    if (!ends_sentence(sign) && sign != Sign::quote) break;
    if (ends_sentence(sign)) ending.last_stop = sign;
    ending.lone_full_stop = ending.lone_full_stop && !ends_sentence(sign);
    ending.end += decode(text, ending.end).length;
  }
  return ending;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint point = decode(text, at);
    const Sign sign = sign_of(point.value);
    if (sign != Sign::space && sign != Sign::line_end) break;
    at += point.length;
  }
  return at;
}

// Whether what stands in the line before `at` ends with it; a line that only was full does not.
bool ends_line(std::string_view text, std::size_t at) {
  return text[at] != '\n' || ends_block(text, at);
}

bool holds_line_end(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view head = text.substr(0, end);
  for (std::size_t at = head.find('\n', begin); at != std::string_view::npos;
       at = head.find('\n', at + 1)) {
    if (ends_line(text, at)) return true;
  }
  return false;
}

// Whether a sentence ends there; nothing but white space stands between the ending and `next`.
bool is_end(std::string_view text, const Ending& ending, std::size_t next) {
  if (next == text.size()) return true;
  if (next == ending.end) return ending.last_stop == Sign::wide_stop;
  if (holds_line_end(text, ending.end, next)) return true;
  if (goes_on_small(text, next)) return false;
  return !ending.lone_full_stop || !is_shortened(word_before(text, ending.begin));
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == ',';
}

}  // namespace

bool SentenceCursor::next() {
  begin_ = end_;
  std::size_t at = begin_;
  while (at < text_.size()) {
    if (is_plain(text_[at])) {
      ++at;
      continue;
    }
    const CodePoint point = decode(text_, at);
    const Sign sign = sign_of(point.value);
    if (sign == Sign::line_end && ends_line(text_, at)) {
      end_ = skip_space(text_, at);
      return true;
    }
    if (!ends_sentence(sign)) {
      at += point.length;
      continue;
    }
    const Ending ending = ending_at(text_, at);
    at = skip_space(text_, ending.end);
    if (is_end(text_, ending, at)) {
      end_ = at;
      return true;
    }
  }
  end_ = text_.size();
  return begin_ < end_;
}

}  // namespace newsdex
