#include "query/nearness.hpp"

#include <algorithm>

namespace newsdex {
namespace {

enum class Side : std::uint8_t { after, before, either };

bool follows(const PositionSpan& earlier, const PositionSpan& later, std::uint32_t distance) {
  return later.first > earlier.last && later.first - earlier.last <= distance;
}

bool is_near(const PositionSpan& span, const PositionSpan& other, std::uint32_t distance,
             Side side) {
  return (side != Side::before && follows(other, span, distance)) ||
         (side != Side::after && follows(span, other, distance));
}

// Takes out of `spans` what stands near none of `others`, on the given side of it.
void keep_near_one(std::vector<PositionSpan>& spans, const std::vector<PositionSpan>& others,
                   std::uint32_t distance, Side side) {
  std::erase_if(spans, [&](const PositionSpan& span) {
    const std::uint32_t reach = distance + kMaxSpanWords;
    const PositionSpan least = {span.first > reach ? span.first - reach : 0, 0};
    auto other = std::lower_bound(others.begin(), others.end(), least);
    for (; other != others.end() && other->first <= span.last + distance; ++other) {
      if (is_near(span, *other, distance, side)) return false;
    }
    return true;
  });
}

}  // namespace

void keep_near(std::vector<std::vector<PositionSpan>>& operands, std::uint32_t distance,
               bool ordered) {
  for (std::size_t i = 1; i < operands.size(); ++i) {
    keep_near_one(operands[i], operands[i - 1], distance, ordered ? Side::after : Side::either);
  }
  for (std::size_t i = operands.size() - 1; i > 0; --i) {
    keep_near_one(operands[i - 1], operands[i], distance, ordered ? Side::before : Side::either);
  }
}

}  // namespace newsdex
