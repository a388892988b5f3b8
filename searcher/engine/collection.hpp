// An open index as the engine sees it: segments, who is alive in them, and the statistics of all.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "engine/article_set.hpp"
#include "storage/generation.hpp"
#include "storage/name_table.hpp"
#include "storage/segment.hpp"

namespace newsdex {

struct LiveSegment {
  Segment segment;
  ArticleSet live;
};

/// Whether a live article holds `term`.
bool holds_live(const LiveSegment& segment, std::string_view term);

class Collection {
 public:
  /// Throws Error{no_index} or Error{bad_index}.
  explicit Collection(const std::string& folder);

  [[nodiscard]] const std::deque<LiveSegment>& segments() const { return segments_; }
  [[nodiscard]] std::uint64_t articles() const { return handle_.generation().articles(); }
  /// Mean length of an article in tokens; 1 where there is none.
  [[nodiscard]] double mean_length() const;
  /// Languages of the articles, and the empty one that stands for "not known".
  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }
  /// Opened when first asked for.
  [[nodiscard]] const NameTable& names();

 private:
  GenerationHandle handle_;
  std::deque<LiveSegment> segments_;
  std::vector<std::string> languages_;
  std::optional<NameTable> names_;
};

}  // namespace newsdex
