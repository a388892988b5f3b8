// Keeps the best of the articles it is shown.
#pragma once

#include <cstdint>
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

struct RankedArticle {
  double score = 0;
  Moment moment = 0;  // kNoMoment without a date
  std::uint64_t order_key = 0;
  std::uint32_t segment = 0;
  std::uint32_t article = 0;
};

/// Grows with the moment; an article without a date is the oldest.
constexpr std::int64_t newness(Moment moment) {
  return moment == kNoMoment ? INT64_MIN / 2 : moment;
}

/// Whether `a` comes before `b`. Never a tie between different articles of one index, short of
/// equal hashes of their ids: the order does not depend on how articles are spread over segments.
bool ranks_before(const RankedArticle& a, const RankedArticle& b, SortOrder sort);

class TopHits {
 public:
  TopHits(SortOrder sort, std::size_t capacity) : sort_(sort), capacity_(capacity) {}

  void add(const RankedArticle& article);

  [[nodiscard]] bool by_score() const { return sort_ == SortOrder::relevance; }

  /// What an article must score at least to be kept; zero while any is.
  [[nodiscard]] double threshold() const {
    return sort_ == SortOrder::relevance && is_full() && capacity_ > 0 ? heap_.front().score : 0;
  }

  /// Quick answers for the many that are not: whether an article of this moment, or of this score
  /// and moment, may be kept.
  [[nodiscard]] bool admits(Moment moment) const {
    return sort_ == SortOrder::relevance || !is_full() || admits_when_full(0, moment);
  }
  [[nodiscard]] bool admits(double score, Moment moment) const {
    return !is_full() || admits_when_full(score, moment);
  }

  /// Adds what the other has kept.
  void merge(const TopHits& other);

  /// Best first.
  [[nodiscard]] std::vector<RankedArticle> sorted() &&;

 private:
  [[nodiscard]] bool is_full() const { return heap_.size() == capacity_; }
  [[nodiscard]] bool admits_when_full(double score, Moment moment) const {
    if (capacity_ == 0) return false;
    const RankedArticle& worst = heap_.front();
    if (sort_ == SortOrder::oldest) return moment <= worst.moment;
    const bool as_new = newness(moment) >= newness(worst.moment);
    if (sort_ == SortOrder::newest) return as_new;
    return score > worst.score || (score == worst.score && as_new);
  }

  SortOrder sort_;
  std::size_t capacity_;
  std::vector<RankedArticle> heap_;  // the worst on top
};

}  // namespace newsdex
