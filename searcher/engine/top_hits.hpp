// Keeps the best of the articles it is shown.
//
// A hit is an article, or a group of near copies that stands where its best article would. So what
// is kept is not so many articles but all that reach the last of so many hits: they are gathered,
// and from time to time cut down to those, which costs no more than a heap.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "newsdex/date.hpp"
#include "newsdex/index_searcher.hpp"
#include "storage/segment.hpp"

namespace newsdex {

/// When an article may be from at the earliest, by its own clock: minutes since 1970 began there. A
/// date without a minute, or of a month, stands for its beginning.
using Moment = std::int64_t;

inline constexpr Moment kNoMoment = INT64_MAX;

constexpr Moment moment_of(Day first_day, std::uint32_t minute) {
  constexpr Moment kMinutesPerDay = 24 * 60;
  return first_day == kNoFirstDay ? kNoMoment : first_day * kMinutesPerDay + minute;
}

inline constexpr std::uint32_t kNoGroup = UINT32_MAX;

struct RankedArticle {
  double score = 0;
  Moment moment = 0;  // kNoMoment without a date
  std::uint64_t order_key = 0;
  std::uint32_t segment = 0;
  std::uint32_t article = 0;
  std::uint32_t group = kNoGroup;  // of near copies that are one hit
};

/// Grows with the moment; an article without a date is the oldest.
constexpr std::int64_t newness(Moment moment) {
  return moment == kNoMoment ? INT64_MIN / 2 : moment;
}

/// Whether `a` comes before `b`. Never a tie between different articles of one index, short of
/// equal hashes of their ids: the order does not depend on how articles are spread over segments.
bool ranks_before(const RankedArticle& a, const RankedArticle& b, SortOrder sort);

/// The first articles of an order, as far as it takes to reach so many hits, up to the best article
/// of the last of them; all, if there are no more hits.
struct ReachedHits {
  std::size_t articles = 0;
  std::size_t hits = 0;
};
ReachedHits reach_hits(std::span<const RankedArticle> ranked, std::size_t hits);

class TopHits {
 public:
  /// Keeps so many hits.
  TopHits(SortOrder sort, std::size_t capacity) : sort_(sort), capacity_(capacity) {}

  void add(const RankedArticle& article);

  [[nodiscard]] bool by_score() const { return sort_ == SortOrder::relevance; }

  /// What an article must score at least to be kept; zero while any is.
  [[nodiscard]] double threshold() const {
    return sort_ == SortOrder::relevance && worst_ ? worst_->score : 0;
  }

  /// Quick answers for the many that are not: whether an article of this moment, or of this score
  /// and moment, may be kept.
  [[nodiscard]] bool admits(Moment moment) const {
    return sort_ == SortOrder::relevance || admits(0, moment);
  }
  [[nodiscard]] bool admits(double score, Moment moment) const {
    if (!worst_) return capacity_ > 0;
    if (sort_ == SortOrder::oldest) return moment <= worst_->moment;
    const bool as_new = newness(moment) >= newness(worst_->moment);
    if (sort_ == SortOrder::newest) return as_new;
    return score > worst_->score || (score == worst_->score && as_new);
  }

  /// Adds what the other has kept.
  void merge(const TopHits& other);

  /// Best first, with those articles of groups that come no later than the last hit.
  [[nodiscard]] std::vector<RankedArticle> sorted() &&;

 private:
  static constexpr std::size_t kLeastRoom = 64;

  void cut();

  SortOrder sort_;
  std::size_t capacity_;
  std::vector<RankedArticle> kept_;
  std::size_t room_ = kLeastRoom;       // for so many articles, before they are cut
  std::optional<RankedArticle> worst_;  // the last of so many hits, once there are as many
};

}  // namespace newsdex
