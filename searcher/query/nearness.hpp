// Which places of words stand near enough to one another for NEAR and ADJ.
#pragma once

#include <compare>
#include <cstdint>
#include <vector>

#include "query/deadline.hpp"

namespace newsdex {

/// Where a word or a phrase stands, as positions of its first and last word.
struct PositionSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  auto operator<=>(const PositionSpan&) const = default;
};

/// The places of each operand, in order. Keeps those that belong to a row of places, one of each
/// operand, of which each stands at most `distance` words from the one before it, and after it if
/// `ordered`; side by side is one, and places that share a word are not near. Takes time in
/// proportion to the places, but for the logarithm of sorting and looking them up, whatever the
/// distance. Throws TimeIsUp.
void keep_near(std::vector<std::vector<PositionSpan>>& operands, std::uint32_t distance,
               bool ordered, const Deadline& deadline = {});

}  // namespace newsdex
