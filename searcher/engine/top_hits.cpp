#include "engine/top_hits.hpp"

#include <algorithm>
#include <tuple>

namespace newsdex {

bool ranks_before(const RankedArticle& a, const RankedArticle& b, SortOrder sort) {
  const auto by_relevance = [](const RankedArticle& r) {
    return std::tuple(-r.score, -newness(r.moment), r.order_key);
  };
  switch (sort) {
    case SortOrder::newest:
      return std::tuple(-newness(a.moment), by_relevance(a)) <
             std::tuple(-newness(b.moment), by_relevance(b));
    case SortOrder::oldest:
      return std::tuple(a.moment, by_relevance(a)) < std::tuple(b.moment, by_relevance(b));
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
  if (is_full()) {
    if (!before(article, heap_.front())) return;
    std::pop_heap(heap_.begin(), heap_.end(), before);
    heap_.pop_back();
  }
  heap_.push_back(article);
  std::push_heap(heap_.begin(), heap_.end(), before);
}

void TopHits::merge(const TopHits& other) {
  for (const RankedArticle& article : other.heap_) add(article);
}

std::vector<RankedArticle> TopHits::sorted() && {
  std::sort_heap(
      heap_.begin(), heap_.end(),
      [this](const RankedArticle& a, const RankedArticle& b) { return ranks_before(a, b, sort_); });
  return std::move(heap_);
}

}  // namespace newsdex
