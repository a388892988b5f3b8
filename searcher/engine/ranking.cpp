#include "engine/ranking.hpp"

#include <algorithm>
#include <cmath>

namespace newsdex {

double inverse_document_frequency(std::uint64_t articles, std::uint64_t with_leaf) {
  const auto n = static_cast<double>(with_leaf);
  return std::log(1 + (static_cast<double>(articles) - n + 0.5) / (n + 0.5));
}

void WindowScorer::enter(const Window& window, std::uint32_t least_length) {
  begin_ = window.begin;
  if (least_length == least_length_) return;
  least_length_ = least_length;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    for (std::uint32_t count = 0; count + 1 < kBuckets; ++count) {
      bounds_[i][count] = part_score(parts_[i], count, least_length);
    }
    bounds_[i].back() = parts_[i].weight * (kSaturation + 1);
  }
}

void WindowScorer::prune(double threshold, WindowSet& candidates) {
  const double reach = threshold * kSlack;
  highest_.clear();
  double sum = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const LeafWindow& leaf = *parts_[i].occurrences;
    highest_.emplace_back(bounds_[i][bucket(leaf.most)], &leaf);
    sum += highest_.back().first;
  }
  for (const auto& [bound, leaf] : highest_) {
    if (sum - bound < reach) candidates &= leaf->articles;
  }
  keep_articles_with_strong_parts(reach, candidates);
}

void WindowScorer::keep_articles_with_strong_parts(double threshold, WindowSet& candidates) {
  std::sort(highest_.begin(), highest_.end());
  double weak = 0;
  std::size_t i = 0;
  while (i < highest_.size() && weak + highest_[i].first < threshold) weak += highest_[i++].first;
  if (i == 0) return;
  WindowSet strong;
  for (; i < highest_.size(); ++i) strong |= highest_[i].second->articles;
  candidates &= strong;
}

}  // namespace newsdex
