// One search in one slice: opened first, so that the statistics of all slices are known, then
// scanned window by window.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/facet_counter.hpp"
#include "engine/matched_copies.hpp"
#include "engine/plan_node.hpp"
#include "engine/ranking.hpp"
#include "engine/slice.hpp"
#include "engine/top_hits.hpp"

namespace newsdex {

/// What is asked of all slices alike.
struct SliceRequest {
  const SearchPlan* plan = nullptr;
  std::vector<LeafPlan> added;  // ranked by besides the plan's scored leaves
  bool ranked = false;          // whether any hits are shown, so that scores are needed
  bool by_days = false;
  bool keeps_matches = false;  // whether it must be known afterwards which articles matched
  std::vector<Field> facets;   // fields with columns
  std::vector<const FacetDictionary*> dictionaries;  // of `facets`
  std::vector<Field> periods;              // year and month, where they have filters of their own
  const FoldableCopies* copies = nullptr;  // if near copies are to be folded
};

/// What one thread has found in the slices that it scanned.
struct Findings {
  Findings(const SliceRequest& request, SortOrder sort, std::size_t hits);
  void merge(const Findings& other);

  std::uint64_t total = 0;
  TopHits top;
  std::vector<FacetCounter> facets;  // as the request's
  std::vector<DayCounter> periods;   // as the request's
  DayCounter days;
  MatchedCopies copies;
  // Room for a window's occurrences: of the scored leaves in texts and of the added ones, then of
  // both in titles.
  std::vector<LeafWindow> windows;
};

class SliceSearch {
 public:
  /// The request and the segment must outlive the search.
  SliceSearch(const SliceRequest& request, const Slice& slice);
  SliceSearch(SliceSearch&&) = delete;

  /// The slice's share of the live articles with each scored and each added leaf
  /// (word_matcher.hpp).
  [[nodiscard]] std::span<const std::uint64_t> leaf_articles() const { return leaf_articles_; }

  [[nodiscard]] const Slice& slice() const { return slice_; }

  /// What a scan has matched, by number from the slice's begin; only if the request keeps it.
  [[nodiscard]] const ArticleSet& matched() const { return matched_; }

  /// About how many steps a scan takes, one for each posting read.
  [[nodiscard]] std::uint64_t cost() const;

  /// Adds what matches; `weights` are those of the scored and the added leaves. To be called once.
  void scan(std::span<const double> weights, double mean_length, Findings& findings);

 private:
  // A filter that some facet is counted without.
  struct ApartFilter {
    Field field = Field::actor;
    PlanNodePtr node;
    WindowSet matched;  // of the window
  };

  void open(const LeafPlan& plan);
  void open_filters();
  [[nodiscard]] std::vector<ScoredPart> parts(std::span<const double> weights,
                                              std::span<const LeafWindow> windows) const;
  void scan_window(const Window& window, WindowScorer& scorer, Findings& findings);
  void count_facets(const Window& window, const WindowSet& rest, const WindowSet& matched,
                    Findings& findings) const;
  [[nodiscard]] bool has_own_filter(Field facet) const;
  [[nodiscard]] WindowSet without_filters_of(Field facet, const WindowSet& rest) const;
  void rank(const Window& window, const WindowSet& matched, WindowScorer& scorer,
            Findings& findings);

  static void add_hit(RankedArticle article, bool is_copy, Findings& findings);

  const SliceRequest& request_;
  Slice slice_;
  std::vector<PostingStream> texts_;   // of the scored leaves, then of the added ones
  std::vector<PostingStream> titles_;  // the same in titles; empty for those without a bonus
  std::vector<std::uint64_t> leaf_articles_;
  PlanNodePtr rest_;  // with the filters that all facets are counted with
  std::vector<ApartFilter> apart_;
  ArticleSet matched_;
};

}  // namespace newsdex
