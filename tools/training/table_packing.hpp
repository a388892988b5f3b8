// Sizes of the model's tables.
#pragma once

#include <cmath>
#include <cstddef>

namespace newsdex::training {

/// Rows for `entries` when the share `fill` of them shall be in use; at least two, one of which is
/// empty.
inline std::size_t table_size(std::size_t entries, double fill) {
  return static_cast<std::size_t>(std::ceil(static_cast<double>(entries) / fill)) + 2;
}

}  // namespace newsdex::training
