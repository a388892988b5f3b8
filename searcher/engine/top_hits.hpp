// Keeps the best of the articles it is shown.
#pragma once

#include <cstdint>
#include <vector>

#include "newsdex/date.hpp"
#include "newsdex/index_searcher.hpp"
#include "storage/segment.hpp"

namespace newsdex {

struct RankedArticle {
  double score = 0;
  Day day = 0;  // the first it may be from; kNoFirstDay without a date
  std::uint64_t order_key = 0;
  std::uint32_t segment = 0;
  std::uint32_t article = 0;
};

/// Grows with the day; an article without a date is the oldest.
constexpr std::int64_t newness(Day day) {
  return day == kNoFirstDay ? INT64_MIN / 2 : std::int64_t{day};
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

  /// Quick answers for the many that are not: whether an article of this day, or of this score and
  /// day, may be kept.
  [[nodiscard]] bool admits(Day day) const {
    return sort_ == SortOrder::relevance || !is_full() || admits_when_full(0, day);
  }
  [[nodiscard]] bool admits(double score, Day day) const {
    return !is_full() || admits_when_full(score, day);
  }

  /// Adds what the other has kept.
  void merge(const TopHits& other);

  /// Best first.
  [[nodiscard]] std::vector<RankedArticle> sorted() &&;

 private:
  [[nodiscard]] bool is_full() const { return heap_.size() == capacity_; }
  [[nodiscard]] bool admits_when_full(double score, Day day) const {
    if (capacity_ == 0) return false;
    const RankedArticle& worst = heap_.front();
    if (sort_ == SortOrder::oldest) return day <= worst.day;
    const bool as_new = newness(day) >= newness(worst.day);
    if (sort_ == SortOrder::newest) return as_new;
    return score > worst.score || (score == worst.score && as_new);
  }

  SortOrder sort_;
  std::size_t capacity_;
  std::vector<RankedArticle> heap_;  // the worst on top
};

}  // namespace newsdex
