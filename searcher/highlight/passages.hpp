// A text cut into passages short enough to show.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "newsdex/search_result.hpp"

namespace newsdex {

class PassageSplitter {
 public:
  /// The sentences of `text`, without the white space around them; sentences longer than
  /// `max_bytes` are cut at spaces into parts that are not.
  [[nodiscard]] std::vector<ByteRange> split(std::string_view text, std::size_t max_bytes) const;
};

}  // namespace newsdex
