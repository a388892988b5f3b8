// One search over all segments.
//
//   plan ── SegmentSearch, opened ── statistics of each leaf over all segments
//        └─ the same, scanned window by window ── Findings of each thread ── merged
//
// A segment is opened once: leaves that are single terms are then read as they are scanned, others
// (phrases, unions) are worked out on opening, since the weight of a leaf depends on how many
// articles of the whole collection have it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <tl/expected.hpp>
#include <vector>

#include "engine/collection.hpp"
#include "engine/segment_search.hpp"
#include "engine/worker_pool.hpp"
#include "newsdex/index_searcher.hpp"
#include "query/plan.hpp"

namespace newsdex {

class Search {
 public:
  /// All must outlive the search.
  Search(const SearchRequest& request, const SearchPlan& plan, Collection& collection);

  /// To be called once, before the others. Segments are shared out among the pool's workers when
  /// there are about `parallel_from` postings and columns' cells to look at.
  void run(WorkerPool& pool, std::uint64_t parallel_from);

  /// All but the hits. The error is for a timeline that would be a flood.
  [[nodiscard]] tl::expected<SearchResult, QueryError> result() const;

  /// The hits to show, best first.
  [[nodiscard]] std::span<const RankedArticle> page() const;

  /// Weights of the plan's scored leaves.
  [[nodiscard]] std::span<const double> idfs() const { return idfs_; }

 private:
  void open(WorkerPool& pool, std::uint64_t parallel_from);
  void weigh_leaves();
  void scan(WorkerPool& pool, std::uint64_t parallel_from);
  [[nodiscard]] Facet facet(const FacetRequest& facet) const;

  const SearchRequest& request_;
  const SearchPlan& plan_;
  Collection& collection_;
  SegmentRequest asked_;
  std::vector<std::unique_ptr<SegmentSearch>> segments_;
  std::vector<double> idfs_;
  std::optional<Findings> found_;
  std::vector<RankedArticle> ranked_;
};

}  // namespace newsdex
