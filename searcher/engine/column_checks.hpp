// The checksums of the columns that a search is about to read. Each is compared when its column is
// first asked for; in a large collection all workers do that ahead, at once, and so fetch what lies
// on other machines side by side.
#pragma once

#include <set>
#include <span>
#include <utility>

#include "engine/collection.hpp"
#include "engine/slice_search.hpp"
#include "engine/worker_pool.hpp"
#include "newsdex/index_searcher.hpp"

namespace newsdex {

/// Columns that are to be compared and were not yet.
class ColumnChecks {
 public:
  /// The collection must outlive the checks.
  explicit ColumnChecks(const Collection& collection) : collection_(collection) {}

  /// The columns of all segments that a search reads through.
  void add(const SliceRequest& request, SortOrder sort);

  /// Those that tell the values of these hits.
  void add(std::span<const RankedArticle> hits);

  /// Does nothing where the collection is small. Returns whether there was anything to do. Throws
  /// Error{bad_index}, and ShardLost.
  bool run(WorkerPool& pool, const SearchThreads& threads) const;

 private:
  using Column = SegmentColumns::Column;
  void add(const LiveSegment& segment, Column column);

  const Collection& collection_;
  std::set<std::pair<const SegmentColumns*, Column>> checks_;
};

}  // namespace newsdex
