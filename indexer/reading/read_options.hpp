// How files are to be read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace newsdex {

/// Bounds on what untrusted files may cost.
struct ReadLimits {
  std::uint64_t max_text_bytes = 64ULL << 20;  // of one article, and of one file that is read whole
  std::uint64_t max_front_matter_bytes = 64ULL << 10;
  std::uint64_t max_unpacked_bytes = 64ULL << 30;  // of all that one archive holds
  std::uint64_t max_unpacked_ratio = 300;          // of it to the archive's own size
  unsigned max_archive_depth = 3;                  // archives within one another
  unsigned max_seconds_per_pdf = 60;
};

/// Which of a record's own names stand for what: see field_mapping.hpp.
struct FieldMapping;

struct ReadOptions {
  ReadLimits limits = {};
  std::string format = {};                // name of the one format; empty to tell it by the content
  const FieldMapping* mapping = nullptr;  // of JSON and tables; or none
  bool was_longer = false;  // the file has lost bytes since: a last row without a line end is cut
};

/// The names that ReadOptions::format may have, in order of detection.
std::vector<std::string> format_names();

}  // namespace newsdex
