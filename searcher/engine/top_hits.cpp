#include "engine/top_hits.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>

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

ReachedHits reach_hits(std::span<const RankedArticle> ranked, std::size_t hits) {
  std::unordered_set<std::uint32_t> groups;
  ReachedHits reached;
  for (const RankedArticle& article : ranked) {
    if (reached.hits == hits) break;
    ++reached.articles;
    const bool is_new = article.group == kNoGroup || groups.insert(article.group).second;
    reached.hits += is_new ? 1 : 0;
  }
  return reached;
}

void TopHits::add(const RankedArticle& article) {
  if (capacity_ == 0 || (worst_ && !ranks_before(article, *worst_, sort_))) return;
  kept_.push_back(article);
  if (kept_.size() >= room_) cut();
}

void TopHits::cut() {
  std::sort(kept_.begin(), kept_.end(), [this](const RankedArticle& a, const RankedArticle& b) {
    return ranks_before(a, b, sort_);
  });
  const ReachedHits reached = reach_hits(kept_, capacity_);
  kept_.resize(reached.articles);
  if (reached.hits == capacity_) worst_ = kept_.back();
  room_ = std::max(kLeastRoom, 2 * kept_.size());
}

void TopHits::merge(const TopHits& other) {
  for (const RankedArticle& article : other.kept_) add(article);
}

std::vector<RankedArticle> TopHits::sorted() && {
  if (!kept_.empty()) cut();
  return std::move(kept_);
}

}  // namespace newsdex
