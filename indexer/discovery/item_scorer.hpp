// The model's score of each label for an item.
#pragma once

#include <vector>

#include "discovery/features.hpp"
#include "discovery/lattice.hpp"
#include "discovery/name_model.hpp"

namespace newsdex::discovery {

/// Adds up the weights of features. What a group of features added up to is remembered by the
/// group's key, in a table in which later sums displace earlier ones: of the groups of a text, some
/// nine in ten have been met shortly before. Not to be shared among threads.
class ItemScorer {
 public:
  /// `weights` must outlive the scorer.
  explicit ItemScorer(const WeightTable& weights);

  /// Scores of each item of `segment`, as many as items.
  void score(const ArticleContext& context, const Segment& segment,
             std::vector<LabelScores>& scores);

 private:
  // Thirteen sums, and in place of the three lanes that no label uses 48 bits of the key. No key is
  // 0 there, so that an empty entry is found by none.
  struct alignas(32) Entry {
    LabelScores sums{};
  };
  static constexpr std::size_t kEntriesLog = 15;

  [[nodiscard]] const LabelScores& sums_of(FeatureGroup group, std::uint64_t key);
  void add_up(FeatureGroup group, LabelScores& sums);

  const WeightTable& weights_;
  std::vector<Entry> entries_;
  SegmentFeatures features_;
  FeatureKeys keys_;
};

/// The same scores of one item, straight from its features: what ItemScorer is held against.
LabelScores plain_scores(const WeightTable& weights, const FeatureKeys& features);

}  // namespace newsdex::discovery
