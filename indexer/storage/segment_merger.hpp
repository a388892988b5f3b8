// Writes the live articles of several segments as one, without analysing them again.
//
// Terms are merged in order, a term's postings segment after segment with articles renumbered, and
// each list of positions is copied as it is encoded.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "storage/generation.hpp"
#include "storage/segment.hpp"
#include "storage/segment_writer.hpp"

namespace newsdex {

/// A segment to be merged and which of its articles are left out. Both must outlive the merger.
struct MergeSource {
  const Segment* segment = nullptr;
  const Tombstones* deleted = nullptr;
};

/// Makes the new folder `path` of a segment. For all of Xapian's tables the sources must have them.
/// `step` is called now and then, and may throw to give
/// up. Throws Error{io}, and Error{bad_index} when a source is damaged.
SegmentInfo merge_segments(std::span<const MergeSource> sources, const std::string& path,
                           const std::string& name, const SegmentOptions& options,
                           const std::function<void()>& step);

}  // namespace newsdex
