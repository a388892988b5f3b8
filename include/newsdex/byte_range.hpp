// A stretch of a text.
#pragma once

#include <cstdint>

namespace newsdex {

/// A half-open range of bytes.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const ByteRange&) const = default;
};

}  // namespace newsdex
