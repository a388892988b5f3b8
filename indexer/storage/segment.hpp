// A segment open for reading. In its folder lie `postings/`, `articles`, `positions` and `columns`.
#pragma once

#include <string>
#include <string_view>

#include "storage/article_file.hpp"
#include "storage/position_file.hpp"
#include "storage/postings_reader.hpp"
#include "storage/segment_columns.hpp"

namespace newsdex {

inline constexpr std::string_view kColumnsFile = "columns";

/// Paths in the folder of a segment.
std::string postings_path(const std::string& segment);
std::string articles_path(const std::string& segment);
std::string positions_path(const std::string& segment);
std::string columns_path(const std::string& segment);

/// Its const functions may be called from several threads at once.
struct Segment {
  /// Throws Error{bad_index} when a file is damaged or missing.
  explicit Segment(const FilePlace& folder);

  std::string path;
  PostingsReader postings;
  ArticleFile articles;
  PositionFile positions;
  SegmentColumns columns;
};

}  // namespace newsdex
