// One search over all slices of a collection.
//
//   plan ── SliceSearch, opened ── statistics of each leaf over all slices
//        └─ the same, scanned window by window ── Findings of each thread ── merged
//
// A slice is opened once: leaves that are single terms are then read as they are scanned, others
// (phrases, unions) are worked out on opening, since the weight of a leaf depends on how many
// articles of the whole collection have it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <tl/expected.hpp>
#include <vector>

#include "engine/collection.hpp"
#include "engine/slice_search.hpp"
#include "engine/worker_pool.hpp"
#include "newsdex/index_searcher.hpp"
#include "query/plan.hpp"

namespace newsdex {

/// Words by which what matches is ranked, whether it has them or not.
struct AddedLeaf {
  WordsPlan words;
  double share = 0;  // of a weight; that of a word of the query, once in it, is 1
};

class Search {
 public:
  /// All must outlive the search.
  Search(const SearchRequest& request, const SearchPlan& plan, Collection& collection,
         const Deadline& deadline);

  /// Has the slices keep which articles matched. To be called before run().
  void keep_matches() { asked_.keeps_matches = true; }

  /// Ranks by these as well. To be called before run().
  void add(std::vector<AddedLeaf> leaves) { added_ = std::move(leaves); }

  /// To be called once, before the others. Slices are shared out among the pool's workers when
  /// there is enough to look at. Throws TimeIsUp.
  void run(WorkerPool& pool, const SearchThreads& threads);

  /// All but the hits. The error is for a timeline that would be a flood.
  [[nodiscard]] tl::expected<SearchResult, QueryError> result() const;

  /// The hits to show, best first.
  [[nodiscard]] std::span<const RankedArticle> page() const;

  /// The near copies of a hit that match and are folded under it, the earliest first.
  [[nodiscard]] std::vector<CopyMember> folded_under(const RankedArticle& hit) const {
    return found_->copies.folded_under(hit);
  }

  /// The slices, scanned.
  [[nodiscard]] std::span<const std::unique_ptr<SliceSearch>> slices() const { return slices_; }

  /// Inverse document frequencies of the plan's scored leaves.
  [[nodiscard]] std::span<const double> idfs() const {
    return std::span(idfs_).first(plan_.scored.size());
  }

 private:
  void open(WorkerPool& pool, const SearchThreads& threads);
  void weigh_leaves();
  [[nodiscard]] std::size_t hits_to_keep() const;
  void fold_groups();
  void scan(WorkerPool& pool, const SearchThreads& threads);
  void ask_for(Field facet);
  [[nodiscard]] Timeline timeline(const PeriodCounts& periods, TimelineUnit unit) const;
  [[nodiscard]] Facet facet(const FacetRequest& facet) const;

  const SearchRequest& request_;
  const SearchPlan& plan_;
  Collection& collection_;
  const Deadline& deadline_;
  SliceRequest asked_;
  bool is_first_ = false;  // that reads some columns: what it looks at is not in memory yet
  std::vector<AddedLeaf> added_;
  std::vector<std::unique_ptr<SliceSearch>> slices_;
  std::vector<double> idfs_;     // of the scored leaves, then of the added ones
  std::vector<double> weights_;  // idfs, by how much the leaves count in the ranking
  std::optional<Findings> found_;
  std::uint64_t folded_ = 0;
  std::vector<RankedArticle> ranked_;
};

}  // namespace newsdex
