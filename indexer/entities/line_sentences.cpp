#include "entities/line_sentences.hpp"

#include <algorithm>
#include <array>

namespace newsdex {
namespace {

// What may stand before the space before a sentence, by byte: of a quotation mark the last one. It
// rules out nearly all of a text by one look at each byte.
constexpr auto kMayEndSentence = [] {
  std::array<bool, 256> may = {};
  for (const char byte : {'.', '"', '!', '?', '\x9D'}) may[static_cast<unsigned char>(byte)] = true;
  return may;
}();

// Behind a full stop that follows a word in small letters, or behind what closes a sentence.
bool begins_sentence(std::string_view line, std::size_t i) {
  if (i < 3 || !kMayEndSentence[static_cast<unsigned char>(line[i - 2])] || line[i - 1] != ' ')
    return false;
  const char before = line[i - 2];
  const char last = line[i - 3];
  const bool ends_word = (last >= 'a' && last <= 'z') || last == '"' || last == ')';
  return (before == '.' && ends_word) || before == '"' || before == '!' || before == '?' ||
         line.substr(0, i - 1).ends_with("\u201D");
}

}  // namespace

std::optional<std::size_t> sentence_begin(std::string_view line, std::size_t at, std::size_t most) {
  const std::size_t least = at - std::min(at, most);
  for (std::size_t i = at; i > least; --i) {
    if (begins_sentence(line, i)) return i;
  }
  return least == 0 ? std::optional<std::size_t>(0) : std::nullopt;
}

std::size_t next_sentence(std::string_view line, std::size_t at) {
  do {
    ++at;
  } while (at < line.size() && !begins_sentence(line, at));
  return at;
}

std::size_t first_sentence_end(std::string_view line) {
  std::size_t at = line.find(". ");
  while (at != std::string_view::npos && (at == 0 || line[at - 1] < 'a' || line[at - 1] > 'z'))
    at = line.find(". ", at + 1);
  return at == std::string_view::npos ? line.size() : at + 1;
}

}  // namespace newsdex
