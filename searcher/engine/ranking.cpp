#include "engine/ranking.hpp"

#include <cmath>

#include "engine/word_matcher.hpp"

namespace newsdex {
namespace {

// The share of a leaf in titles. Titles are all short, so their length says nothing.
void add_title_scores(const WordsPlan& words, double idf, const LiveSegment& segment,
                      const ArticleSet& matched, std::vector<double>& scores) {
  const bool single = words.sequences.size() == 1 && words.sequences[0].size() == 1;
  if (!single || words.exact) return;
  WordsPlan title = words;
  title.scope = Field::title;
  for (const Posting& posting : match_words(title, segment)) {
    if (!matched.contains(posting.article)) continue;
    const double frequency = posting.count;
    scores[posting.article] +=
        kTitleWeight * idf * frequency * (kSaturation + 1) / (frequency + kSaturation);
  }
}

}  // namespace

double inverse_document_frequency(std::uint64_t articles, std::uint64_t with_leaf) {
  const auto n = static_cast<double>(with_leaf);
  return std::log(1 + (static_cast<double>(articles) - n + 0.5) / (n + 0.5));
}

Ranking::Ranking(const Collection& collection, const SearchPlan& plan,
                 std::span<const LeafPostings> leaves)
    : plan_(plan), mean_length_(collection.mean_length()) {
  for (std::size_t leaf = 0; leaf < plan.scored.size(); ++leaf) {
    std::uint64_t articles = 0;
    for (const LeafPostings& segment : leaves) articles += segment[leaf].size();
    idfs_.push_back(inverse_document_frequency(collection.articles(), articles));
  }
}

std::vector<double> Ranking::scores(const LiveSegment& segment, const LeafPostings& leaves,
                                    const ArticleSet& matched) const {
  std::vector<double> scores(matched.universe());
  const std::span<const std::uint32_t> lengths = segment.segment.columns.lengths();
  for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
    for (const Posting& posting : leaves[leaf]) {
      if (!matched.contains(posting.article)) continue;
      const double frequency = posting.count;
      const double length = lengths[posting.article] / mean_length_;
      const double norm = kSaturation * (1 - kLengthNormalisation + kLengthNormalisation * length);
      scores[posting.article] += idfs_[leaf] * frequency * (kSaturation + 1) / (frequency + norm);
    }
    add_title_scores(plan_.scored[leaf], idfs_[leaf], segment, matched, scores);
  }
  return scores;
}

}  // namespace newsdex
