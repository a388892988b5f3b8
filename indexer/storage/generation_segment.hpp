// Segments that a generation names, opened as it names them. Names begin anew in every index: where
// a folder is copied over that of another one, a segment may be whole in itself and not the one
// that counts, tombstones and near copies go by.
#pragma once

#include "storage/generation.hpp"
#include "storage/segment.hpp"

namespace newsdex {

/// The segment in the folder `place`, as `named` in a generation; throws Error{bad_index} when a
/// file is damaged or missing, or it is another segment: one with other numbers of articles or,
/// once the segment is published, with other postings.
Segment open_segment(const FilePlace& place, const GenerationSegment& named);

/// Its columns alone.
SegmentColumns open_columns(const FilePlace& place, const GenerationSegment& named);

/// Whether the folder holds a segment that is whole in itself, as far as that is quickly told, and
/// another one than `named`.
bool holds_other_segment(const FilePlace& place, const GenerationSegment& named);

}  // namespace newsdex
