// A segment in the making: articles are tagged and added to it one by one until it is finished.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexing/content_identity.hpp"
#include "indexing/document_builder.hpp"
#include "newsdex/index_builder.hpp"
#include "storage/generation.hpp"
#include "storage/segment_writer.hpp"

namespace newsdex {

/// An article ready to be indexed.
struct IncomingArticle {
  Article article;
  ContentIdentity identity;  // as its source gave it: tagging fills in what was not given
  FileStamp stamp;
  std::optional<std::uint64_t> stored_before = {};  // the hash of what an index stored of it
};

/// A segment and the languages of its articles.
struct BuiltSegment {
  SegmentInfo info;
  std::map<std::string, std::uint64_t> languages;
  std::vector<ReadError> doubts;       // articles whose dates contradict one another
  std::uint64_t tagged_otherwise = 0;  // articles of which something else is stored than before
  unsigned shard = 0;                  // of all its articles
};

/// What tells whether an index stores the same of an article as another: its bytes hashed.
std::uint64_t stored_hash(std::string_view encoded);

class OpenSegment {
 public:
  /// Makes the segment's folder. `builder` works for this segment alone until it is finished or
  /// given up; it and `times`, if any, must outlive it. Throws Error{io}.
  OpenSegment(const IndexLayout& layout, const std::string& name, const SegmentOptions& options,
              DocumentBuilder& builder, StageTimes* times);

  /// Throws Error{io}.
  void add(IncomingArticle incoming);

  /// As SegmentWriter has it.
  [[nodiscard]] std::size_t memory() const { return writer_.memory(); }

  /// Writes what is left to write; nothing else may be called afterwards. `step` is called now and
  /// then, and may throw to give up. Throws Error{io}.
  BuiltSegment finish(const std::function<void()>& step);

 private:
  void note_languages(const IndexDocument& document);

  DocumentBuilder& builder_;
  StageClock clock_;
  SegmentWriter writer_;
  BuiltSegment built_;
};

}  // namespace newsdex
