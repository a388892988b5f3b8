// Small sets of words that are known when the program is built.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace newsdex {

/// `words` in the order that `contains` wants.
template <std::size_t N>
constexpr std::array<std::string_view, N> sorted(std::array<std::string_view, N> words) {
  std::sort(words.begin(), words.end());
  return words;
}

template <std::size_t N>
constexpr bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

}  // namespace newsdex
