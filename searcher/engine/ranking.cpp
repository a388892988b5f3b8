#include "engine/ranking.hpp"

#include <algorithm>
#include <cmath>

namespace newsdex {

double inverse_document_frequency(std::uint64_t articles, std::uint64_t with_leaf) {
  const auto n = static_cast<double>(with_leaf);
  return std::log(1 + (static_cast<double>(articles) - n + 0.5) / (n + 0.5));
}

void WindowScorer::prune(std::uint32_t least_length, double threshold, WindowSet& candidates) {
  // Bounds are summed in another order than scores: a rounding error must not cost a hit.
  const double reach = threshold * (1 - 1e-9);
  bounds_.clear();
  double sum = 0;
  for (const ScoredPart& part : parts_) {
    const LeafWindow& occurrences = *part.occurrences;
    const double bound = part_score(part, occurrences.most, least_length);
    bounds_.emplace_back(bound, &occurrences);
    sum += bound;
  }
  for (const auto& [bound, occurrences] : bounds_) {
    if (sum - bound < reach) candidates &= occurrences->articles;
  }
  keep_articles_with_strong_parts(reach, candidates);
}

void WindowScorer::keep_articles_with_strong_parts(double threshold, WindowSet& candidates) {
  std::sort(bounds_.begin(), bounds_.end());
  double weak = 0;
  std::size_t i = 0;
  while (i < bounds_.size() && weak + bounds_[i].first < threshold) weak += bounds_[i++].first;
  if (i == 0) return;
  WindowSet strong;
  for (; i < bounds_.size(); ++i) strong |= bounds_[i].second->articles;
  candidates &= strong;
}

}  // namespace newsdex
