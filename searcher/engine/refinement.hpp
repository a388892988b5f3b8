// A second look at the best articles, at what would be too dear to look at in all: where the words
// stand.
//
// An article gains by the words it has just as they were typed, and by neighbours in the query that
// stand near one another in it, each saturating with their number as in BM25. (Nearness of pairs
// after Büttcher, Clarke and Lushman, "Term Proximity Scoring for Ad-Hoc Retrieval on Very Large
// Text Collections", 2006.) Nothing is lost by it, so that those looked at (of kRefinedHits hits
// all near copies that are no worse than the last hit) stay before the others and the order is the
// same however articles are spread over segments.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/collection.hpp"
#include "engine/top_hits.hpp"
#include "query/deadline.hpp"
#include "query/plan.hpp"

namespace newsdex {

inline constexpr std::size_t kRefinedHits = 200;
inline constexpr double kFormShare = 0.5;  // of a word's weight, for its own form
inline constexpr double kNearShare = 0.3;  // of the lesser weight of two words near one another
inline constexpr std::uint32_t kNearWords = 8;  // from one word to the next, at most

class Refinement {
 public:
  /// `weights` are those of the plan's scored leaves. All must outlive it.
  Refinement(const SearchPlan& plan, std::span<const double> weights, const Collection& collection);

  /// Scores the best of a ranking anew and orders them. Throws TimeIsUp.
  void refine(std::span<RankedArticle> best, const Deadline& deadline) const;

 private:
  struct Word {
    const WordSlot* slot = nullptr;
    double weight = 0;
  };
  void add_gains(std::uint32_t segment, std::span<RankedArticle*> articles,
                 DeadlineWatch& watch) const;

  std::vector<Word> words_;  // in the order of the query
  const Collection& collection_;
};

}  // namespace newsdex
