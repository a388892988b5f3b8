#include "analysis/word_splitter.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::array<std::string_view, 3> kApostrophes = {"'", "’", "＇"};
constexpr std::array<std::string_view, 3> kElidingLanguages = {"fr", "it", "ca"};
constexpr std::array<std::string_view, 24> kElided = {
    "l",    "d",      "j",      "m",     "n",      "s",    "t",    "c",
    "qu",   "lorsqu", "puisqu", "jusqu", "quoiqu", "dell", "all",  "nell",
    "sull", "dall",   "un",     "quest", "gl",     "coll", "bell", "sant"};

bool is_separator(char c) {
  return c == '.' || c == ':' || c == '_';
}

bool has_separator(std::string_view segment) {
  return std::any_of(segment.begin(), segment.end(), is_separator);
}

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && u_isdigit(static_cast<UChar32>(decode(text, at).value)) != 0;
}

// "U.S", "e.g": single letters between full stops, at least two of them.
bool is_abbreviation(std::string_view segment) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < segment.size(); ++at) {
    const CodePoint point = decode(segment, at);
    if (u_isalpha(static_cast<UChar32>(point.value)) == 0) return false;
    at += point.length;
    ++letters;
    if (at < segment.size() && segment[at] != '.') return false;
  }
  return letters >= 2;
}

bool splits_at(std::string_view segment, std::size_t at) {
  if (!is_separator(segment[at])) return false;
  if (segment[at] == '_') return true;
  std::size_t before = at;
  while (before > 0 && (segment[before - 1] & 0xC0) == 0x80) --before;
  return at == 0 || !is_digit_at(segment, before - 1) || !is_digit_at(segment, at + 1);
}

// Length of an elided article with its apostrophe, if `word` begins with one.
std::size_t elision_length(std::string_view word) {
  for (const std::string_view apostrophe : kApostrophes) {
    const std::size_t at = word.find(apostrophe);
    if (at == std::string_view::npos || at + apostrophe.size() == word.size()) continue;
    const std::string article = ascii_lower(word.substr(0, at));
    if (std::find(kElided.begin(), kElided.end(), article) != kElided.end()) {
      return at + apostrophe.size();
    }
  }
  return 0;
}

std::size_t possessive_length(std::string_view word) {
  if (word.size() < 3 || (word.back() != 's' && word.back() != 'S')) return 0;
  const std::string_view rest = word.substr(0, word.size() - 1);
  for (const std::string_view apostrophe : kApostrophes) {
    if (rest.size() > apostrophe.size() && rest.ends_with(apostrophe)) return apostrophe.size() + 1;
  }
  return 0;
}

}  // namespace

bool elides_articles(std::string_view language) {
  return std::find(kElidingLanguages.begin(), kElidingLanguages.end(), language) !=
         kElidingLanguages.end();
}

void split_segment(std::string_view segment, std::size_t offset, bool elides_articles,
                   std::vector<WordSpan>& out) {
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (elides_articles) begin += elision_length(segment.substr(begin, end - begin));
    const std::size_t ending = possessive_length(segment.substr(begin, end - begin));
    out.push_back({offset + begin, offset + end - ending, false, ending > 0});
  };
  if (!has_separator(segment)) return add(0, segment.size());
  if (is_abbreviation(segment)) {
    out.push_back({offset, offset + segment.size(), true, false});
    return;
  }
  std::size_t begin = 0;
  for (std::size_t at = 0; at < segment.size(); ++at) {
    if (!splits_at(segment, at)) continue;
    add(begin, at);
    begin = at + 1;
  }
  add(begin, segment.size());
}

}  // namespace newsdex
