// What one thread looks at: a segment, or a part of a large one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "engine/collection.hpp"
#include "query/deadline.hpp"

namespace newsdex {

/// The articles [begin, end) of a segment; `begin` is a multiple of kWindowArticles.
struct Slice {
  const LiveSegment* segment = nullptr;  // of the collection
  std::uint32_t number = 0;              // the segment's in the collection
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  const Deadline* deadline = nullptr;  // of the search, if it has one

  /// The time that the search has; none where it has no limit.
  [[nodiscard]] Deadline time() const { return deadline != nullptr ? *deadline : Deadline(); }

  /// Throws TimeIsUp.
  void check_time() const {
    if (deadline != nullptr) deadline->check();
  }
  [[nodiscard]] const PostingsReader& postings() const { return segment->segment.postings; }
  [[nodiscard]] const PositionFile& positions() const { return segment->segment.positions; }
  [[nodiscard]] const SegmentColumns& columns() const { return segment->segment.columns; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }

  /// The window that holds `article`, as far as it belongs to the slice.
  [[nodiscard]] Window window_at(std::uint32_t article) const {
    const std::uint32_t first = article / kWindowArticles * kWindowArticles;
    return {first, first + std::min(kWindowArticles, end - first)};
  }
};

/// The whole collection in slices of about `most` articles at most. The deadline must outlive them.
std::vector<Slice> slices_of(const Collection& collection, std::uint32_t most,
                             const Deadline* deadline = nullptr);

}  // namespace newsdex
