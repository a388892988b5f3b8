#include "storage/segment.hpp"

#include <fmt/format.h>

#include <utility>

#include "newsdex/error.hpp"

namespace newsdex {

std::string postings_path(const std::string& segment) {
  return segment + "/postings";
}
std::string positions_path(const std::string& segment) {
  return segment + "/positions";
}
std::string columns_path(const std::string& segment) {
  return segment + "/columns";
}

Segment::Segment(std::string segment_path)
    : path(std::move(segment_path)),
      postings(postings_path(path)),
      positions(positions_path(path)),
      columns(columns_path(path)) {
  if (postings.articles() != columns.articles()) {
    throw Error(ErrorCode::bad_index,
                fmt::format("{} is damaged: {} articles in its postings, {} in its columns", path,
                            postings.articles(), columns.articles()),
                "run newsdex-index check, then build the index again");
  }
}

}  // namespace newsdex
