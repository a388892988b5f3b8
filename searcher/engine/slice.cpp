#include "engine/slice.hpp"

namespace newsdex {

std::vector<Slice> slices_of(const Collection& collection, std::uint32_t most,
                             const Deadline* deadline) {
  const std::uint32_t step = std::max(1U, most / kWindowArticles) * kWindowArticles;
  std::vector<Slice> slices;
  std::uint32_t number = 0;
  for (const LiveSegment& segment : collection.segments()) {
    const std::uint32_t articles = segment.articles();
    for (std::uint32_t begin = 0; begin < articles; begin += std::min(step, articles - begin)) {
      slices.push_back(
          {&segment, number, begin, begin + std::min(step, articles - begin), deadline});
    }
    ++number;
  }
  return slices;
}

}  // namespace newsdex
