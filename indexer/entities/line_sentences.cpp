#include "entities/line_sentences.hpp"

#include <algorithm>
#include <array>

namespace newsdex {
namespace {

// Behind a full stop that follows a word in small letters, or behind what closes a sentence.
bool begins_sentence(std::string_view line, std::size_t i) {
  if (i < 3 || line[i - 1] != ' ') return false;
  const char before = line[i - 2];
  const char last = line[i - 3];
  const bool ends_word = (last >= 'a' && last <= 'z') || last == '"' || last == ')';
  return (before == '.' && ends_word) || before == '"' || before == '!' || before == '?' ||
         line.substr(0, i - 1).ends_with("\u201D");
}

// What begins_sentence() wants before the space, by byte: of a quotation mark the last one.
constexpr auto kMayEndSentence = [] {
  std::array<bool, 256> may = {};
  for (const char byte : {'.', '"', '!', '?', '\x9D'}) may[static_cast<unsigned char>(byte)] = true;
  return may;
}();

}  // namespace

std::optional<std::size_t> sentence_begin(std::string_view line, std::size_t at, std::size_t most) {
  const std::size_t least = at - std::min(at, most);
  for (std::size_t i = at; i > least; --i) {
    if (begins_sentence(line, i)) return i;
  }
  return least == 0 ? std::optional<std::size_t>(0) : std::nullopt;
}

std::size_t next_sentence(std::string_view line, std::size_t at) {
  for (at = std::max<std::size_t>(at + 1, 3); at < line.size(); ++at) {
    if (kMayEndSentence[static_cast<unsigned char>(line[at - 2])] && begins_sentence(line, at))
      return at;
  }
  return line.size();
}

std::size_t first_sentence_end(std::string_view line) {
  std::size_t at = line.find(". ");
  while (at != std::string_view::npos && (at == 0 || line[at - 1] < 'a' || line[at - 1] > 'z'))
    at = line.find(". ", at + 1);
  return at == std::string_view::npos ? line.size() : at + 1;
}

}  // namespace newsdex
