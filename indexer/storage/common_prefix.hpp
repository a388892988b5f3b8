// How much of two strings is the same, from the front.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace newsdex {

/// Bytes.
inline std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto [end, ignored] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(end - a.begin());
}

}  // namespace newsdex
