// Optimal string alignment distance (Damerau 1964, restricted to one edit a place), over bytes: the
// words compared are short and ASCII.

#include "entities/nearest_word.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace newsdex {
namespace {

// Nothing longer is a misspelling of a word that is at most half as long.
constexpr std::size_t kMaxTypedBytes = 40;

using Row = std::array<std::size_t, kMaxTypedBytes + 1>;

std::size_t distance(std::string_view a, std::string_view b) {
  Row before_last{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = last;
    last = row;
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> words) {
  std::string_view nearest;
  if (typed.size() > kMaxTypedBytes) return nearest;
  std::size_t fewest = std::max<std::size_t>(1, typed.size() / 3) + 1;
  for (const std::string_view word : words) {
    if (word.size() > kMaxTypedBytes) continue;
    const std::size_t edits = distance(typed, word);
    const bool shortened = typed.size() >= 3 && word.starts_with(typed);
    const std::size_t cost = shortened ? std::min<std::size_t>(edits, 1) : edits;
    if (cost >= fewest) continue;
    fewest = cost;
    nearest = word;
  }
  return nearest;
}

std::string hint_of_words(std::string_view typed, std::span<const std::string_view> words) {
  const std::string_view nearest = nearest_word(typed, words);
  const std::string valid = fmt::format("valid: {}", fmt::join(words, ", "));
  return nearest.empty() ? valid : fmt::format("did you mean `{}`? {}", nearest, valid);
}

}  // namespace newsdex
