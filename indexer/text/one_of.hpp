#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace newsdex {

/// Whether a word stands in a short list, byte for byte; the list is looked through from its
/// beginning.
inline bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace newsdex
