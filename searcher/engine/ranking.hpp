// BM25 with a bonus for words in the title.
//
// Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with the
// idf that never turns negative, ln(1 + (N - n + 0.5) / (n + 0.5)), as in Lucene. A leaf of several
// words counts as one term whose frequency is the number of places where it stands.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/article_set.hpp"
#include "engine/collection.hpp"
#include "engine/matcher.hpp"

namespace newsdex {

inline constexpr double kSaturation = 1.2;            // k1
inline constexpr double kLengthNormalisation = 0.75;  // b
inline constexpr double kTitleWeight = 1.0;           // of a title's share against the whole text's

double inverse_document_frequency(std::uint64_t articles, std::uint64_t with_leaf);

class Ranking {
 public:
  /// `leaves` are those of all segments in order; the collection must outlive the ranking.
  Ranking(const Collection& collection, const SearchPlan& plan,
          std::span<const LeafPostings> leaves);

  /// Weights of the plan's scored leaves.
  [[nodiscard]] const std::vector<double>& idfs() const { return idfs_; }

  /// Scores by article number; zero for articles outside `matched`.
  [[nodiscard]] std::vector<double> scores(const LiveSegment& segment, const LeafPostings& leaves,
                                           const ArticleSet& matched) const;

 private:
  const SearchPlan& plan_;
  double mean_length_;
  std::vector<double> idfs_;
};

}  // namespace newsdex
