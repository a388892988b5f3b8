#include "query/nearness.hpp"

#include <algorithm>

namespace newsdex {
namespace {

// On which side of another a place may stand.
enum class Side : std::uint8_t { after, before, either };

// Whether something in an order of positions lies in [from, until].
bool holds_any(const std::vector<std::uint32_t>& positions, std::uint64_t from,
               std::uint64_t until) {
  const auto found = std::lower_bound(positions.begin(), positions.end(), from);
  return found != positions.end() && *found <= until;
}

// The first words of places, or the last, in order.
std::vector<std::uint32_t> ends_of(const std::vector<PositionSpan>& spans,
                                   std::uint32_t PositionSpan::*end) {
  std::vector<std::uint32_t> ends;
  ends.reserve(spans.size());
  for (const PositionSpan& span : spans) ends.push_back(span.*end);
  if (!std::is_sorted(ends.begin(), ends.end())) std::sort(ends.begin(), ends.end());
  return ends;
}

// Takes out of `spans` what stands near none of `others`, on the given side of it. What is near is
// told by the nearest end alone, so that a long stretch of others costs no more than one.
void keep_near_one(std::vector<PositionSpan>& spans, const std::vector<PositionSpan>& others,
                   std::uint32_t distance, Side side) {
  const std::vector<std::uint32_t> firsts = ends_of(others, &PositionSpan::first);
  const std::vector<std::uint32_t> lasts = ends_of(others, &PositionSpan::last);
  std::erase_if(spans, [&](const PositionSpan& span) {
    const std::uint32_t before = span.first > distance ? span.first - distance : 0;
    if (side != Side::before && span.first > 0 && holds_any(lasts, before, span.first - 1)) {
      return false;
    }
    const std::uint64_t after = span.last + std::uint64_t{1};
    return side == Side::after || !holds_any(firsts, after, after + distance - 1);
  });
}

}  // namespace

void keep_near(std::vector<std::vector<PositionSpan>>& operands, std::uint32_t distance,
               bool ordered, const Deadline& deadline) {
  for (std::size_t i = 1; i < operands.size(); ++i) {
    deadline.check();
    keep_near_one(operands[i], operands[i - 1], distance, ordered ? Side::after : Side::either);
  }
  for (std::size_t i = operands.size() - 1; i > 0; --i) {
    deadline.check();
    keep_near_one(operands[i - 1], operands[i], distance, ordered ? Side::before : Side::either);
  }
}

}  // namespace newsdex
