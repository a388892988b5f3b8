#include "storage/generation_segment.hpp"

#include <fmt/format.h>

#include "newsdex/error.hpp"
#include "storage/damage.hpp"
#include "storage/glass/version_file.hpp"

namespace newsdex {
namespace {

// Of all files the least: it holds a hash of the postings, and is read by every search.
bool has_other_postings(const FilePlace& place, const GenerationSegment& named) {
  const std::string file = fmt::format("postings/{}", glass::kVersionFile);
  const auto sum = named.checksums.find(file);
  if (sum == named.checksums.end()) return false;  // not published yet
  return checksum(open_part(place / file, read_whole_file)) != sum->second;
}

void refuse_other(const FilePlace& place, const GenerationSegment& named, std::uint32_t articles) {
  if (articles != named.articles) {
    throw_damaged(place.path(),
                  fmt::format("it has {} articles instead of {}", articles, named.articles));
  }
  if (has_other_postings(place, named))
    throw_damaged(place.path(), "its postings are not those that the index was published with");
}

}  // namespace

Segment open_segment(const FilePlace& place, const GenerationSegment& named) {
  Segment segment(place);
  refuse_other(place, named, segment.columns.articles());
  return segment;
}

SegmentColumns open_columns(const FilePlace& place, const GenerationSegment& named) {
  SegmentColumns columns(place / kColumnsFile);
  refuse_other(place, named, columns.articles());
  return columns;
}

bool holds_other_segment(const FilePlace& place, const GenerationSegment& named) {
  try {
    const Segment segment(place);
    return segment.columns.articles() != named.articles || has_other_postings(place, named);
  } catch (const Error&) {
    return false;
  }
}

}  // namespace newsdex
