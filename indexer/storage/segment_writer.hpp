// Writes a segment: some thousands of articles with their inverted index and their columns, in a
// folder of their own that never changes once it is finished.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "storage/article_file.hpp"
#include "storage/inversion.hpp"
#include "storage/postings_writer.hpp"
#include "storage/segment_columns.hpp"
#include "storage/term_table.hpp"

namespace newsdex {

/// Counts of a finished segment, as the generation records them.
struct SegmentInfo {
  std::string name;  // of its folder: "seg-000012"
  std::uint32_t articles = 0;
  std::uint64_t tokens = 0;  // sum of lengths
};

struct SegmentOptions {
  WriterKind writer = WriterKind::direct;
  bool xapian_tables = false;  // also positions and term lists, for Xapian's tools and servers
};

/// Makes the new folder `path` of a segment and returns the path. Throws Error{io}, as do those
/// that write into it.
std::string create_segment_folder(std::string path);

class SegmentWriter {
 public:
  /// Makes the folder `path`; throws Error{io}, as do the other functions.
  SegmentWriter(std::string path, std::string name, const SegmentOptions& options);

  /// Numbers the terms of the documents to be added.
  [[nodiscard]] TermTable& terms() { return terms_; }

  void add(const IndexDocument& document);

  /// Bytes that words take until they are written, about.
  [[nodiscard]] std::size_t memory() const { return terms_.memory() + inversion_.memory(); }

  /// Writes what was added; to be called last. `step`, if any, is called now and then, and may
  /// throw to give up.
  SegmentInfo finish(const std::function<void()>& step = {});

 private:
  std::string path_;
  SegmentInfo info_;
  SegmentOptions options_;
  std::unique_ptr<PostingsWriter> postings_;
  ArticleFileWriter articles_;
  TermTable terms_;
  Inversion inversion_;
  SegmentColumnsWriter columns_;
};

}  // namespace newsdex
