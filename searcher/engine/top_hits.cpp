#include "engine/top_hits.hpp"

#include <algorithm>
#include <tuple>

#include "storage/segment.hpp"

namespace newsdex {
namespace {

// Later days first, those without a date last.
std::int64_t newness(const RankedArticle& article) {
  return article.day == kNoFirstDay ? -(std::int64_t{1} << 40) : std::int64_t{article.day};
}

}  // namespace

bool ranks_before(const RankedArticle& a, const RankedArticle& b, SortOrder sort) {
  const auto by_relevance = [](const RankedArticle& r) {
    return std::tuple(-r.score, -newness(r), r.order_key);
  };
  switch (sort) {
    case SortOrder::newest:
      return std::tuple(-newness(a), by_relevance(a)) < std::tuple(-newness(b), by_relevance(b));
    case SortOrder::oldest:
      return std::tuple(a.day, by_relevance(a)) < std::tuple(b.day, by_relevance(b));
    case SortOrder::relevance:
      break;
  }
  return by_relevance(a) < by_relevance(b);
}

void TopHits::add(const RankedArticle& article) {
  const auto before = [this](const RankedArticle& a, const RankedArticle& b) {
    return ranks_before(a, b, sort_);
  };
  if (capacity_ == 0) return;
  if (heap_.size() == capacity_) {
    if (!before(article, heap_.front())) return;
    std::pop_heap(heap_.begin(), heap_.end(), before);
    heap_.pop_back();
  }
  heap_.push_back(article);
  std::push_heap(heap_.begin(), heap_.end(), before);
}

std::vector<RankedArticle> TopHits::sorted() && {
  std::sort_heap(
      heap_.begin(), heap_.end(),
      [this](const RankedArticle& a, const RankedArticle& b) { return ranks_before(a, b, sort_); });
  return std::move(heap_);
}

}  // namespace newsdex
