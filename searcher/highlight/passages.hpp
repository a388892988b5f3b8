// A text cut into passages short enough to show.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "newsdex/search_result.hpp"

namespace newsdex {

/// The sentences of `text` (ICU's sentence boundaries within lines), without the white space around
/// them; sentences longer than `max_bytes` are cut at spaces into parts that are not.
std::vector<ByteRange> split_passages(std::string_view text, std::size_t max_bytes);

}  // namespace newsdex
