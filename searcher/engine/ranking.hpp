// BM25 with a bonus for words in the title, and which articles of a window it need not score.
//
// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the
// idf that never turns negative, ln(1 + (N - n + 0.5) / (n + 0.5)), as in Lucene. A leaf of several
// words counts as one term whose frequency is the number of places where it stands.
//
// A score is a sum of parts, one of each leaf's text and one of its title. A part is bounded in a
// window by the highest count and the least length there. Given the score that the worst hit kept
// so far has, an article needs every part without which the others' bounds don't reach it, and one
// of the parts that the weak ones, whose bounds together don't reach it, leave over: the latter is
// the MaxScore of Turtle and Flood, "Query Evaluation: Strategies and Optimizations" (1995).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/leaf_window.hpp"

namespace newsdex {

inline constexpr double kSaturation = 2.0;            // k1
inline constexpr double kLengthNormalisation = 0.75;  // b
inline constexpr double kTitleWeight = 1.0;           // of a title's share against the whole text's

/// What stands against the count of a term in an article of so many tokens.
inline double length_norm(double length, double mean_length) {
  return kSaturation * (1 - kLengthNormalisation + kLengthNormalisation * (length / mean_length));
}

/// A count as it is scored: never as much as kSaturation + 1.
inline double saturated(double count, double norm) {
  return count * (kSaturation + 1) / (count + norm);
}

double inverse_document_frequency(std::uint64_t articles, std::uint64_t with_leaf);

/// One part of the score: the occurrences of a leaf in the text, or in the title.
struct ScoredPart {
  const LeafWindow* occurrences = nullptr;
  double weight = 0;
  bool in_title = false;  // titles are all short: their length says nothing
};

/// Scores the articles of one segment, window by window. What the arguments refer to must outlive
/// it.
class WindowScorer {
 public:
  /// `lengths` are those of the segment's articles and `mean_length` that of the collection's, in
  /// tokens.
  WindowScorer(std::span<const std::uint32_t> lengths, double mean_length,
               std::vector<ScoredPart> parts)
      : lengths_(lengths),
        mean_length_(mean_length),
        parts_(std::move(parts)),
        bounds_(parts_.size()) {}

  /// To be called when the parts' occurrences are those of `window`, before the others; none of its
  /// articles is shorter than `least_length`.
  void enter(const Window& window, std::uint32_t least_length);

  /// Takes out articles that cannot score `threshold` or more.
  void prune(double threshold, WindowSet& candidates);

  /// Whether the article may score so much, as far as can be told without its length.
  [[nodiscard]] bool may_reach(double threshold, std::uint32_t offset) const {
    double bound = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const LeafWindow& leaf = *parts_[i].occurrences;
      if (leaf.articles.contains(offset)) bound += bounds_[i][bucket(leaf.counts[offset])];
    }
    return bound >= threshold * kSlack;
  }

  [[nodiscard]] double score(std::uint32_t offset) const {
    double sum = 0;
    for (const ScoredPart& part : parts_) {
      if (!part.occurrences->articles.contains(offset)) continue;
      sum += part_score(part, part.occurrences->counts[offset], lengths_[begin_ + offset]);
    }
    return sum;
  }

 private:
  // Bounds are summed in another order than scores: a rounding error must not cost a hit.
  static constexpr double kSlack = 1 - 1e-9;

  // What a part adds at most, by the number of occurrences; the last for any higher number.
  static constexpr std::uint32_t kBuckets = 9;
  using Bounds = std::array<double, kBuckets>;
  static std::uint32_t bucket(std::uint32_t count) { return std::min(count, kBuckets - 1); }

  [[nodiscard]] double part_score(const ScoredPart& part, double count, double length) const {
    const double norm = part.in_title ? kSaturation : length_norm(length, mean_length_);
    return part.weight * saturated(count, norm);
  }
  void keep_articles_with_strong_parts(double threshold, WindowSet& candidates);

  std::span<const std::uint32_t> lengths_;
  double mean_length_;
  std::vector<ScoredPart> parts_;
  std::uint32_t begin_ = 0;  // of the window
  std::uint32_t least_length_ = UINT32_MAX;
  std::vector<Bounds> bounds_;  // by part, for articles of least_length_
  std::vector<std::pair<double, const LeafWindow*>> highest_;  // of the window, by part
};

}  // namespace newsdex
