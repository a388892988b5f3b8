// The model's score of each label for an item.
#pragma once

#include <span>
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

  /// Scores of each item of the segments, one after the other. Best given some dozens of items at
  /// a time, whose memory is then asked for together.
  void score(const ArticleContext& context, std::span<const Segment> segments,
             std::vector<LabelScores>& scores);

 private:
  // Thirteen sums, and in place of the three lanes that no label uses 48 bits of the key. No key is
  // 0 there, so that an empty entry is found by none.
  struct alignas(32) Entry {
    LabelScores sums{};
  };
  static constexpr std::size_t kEntriesLog = 17;

  // An item of the segments to be scored.
  struct Place {
    const Segment* segment = nullptr;
    std::uint32_t item = 0;
    std::uint32_t pair_slot = WeightTable::kNone;
    std::uint64_t pair = 0;  // key of its feature that is in no group
    GroupKeys keys{};
  };

  void announce(const ArticleContext& context, std::span<const Segment> segments);
  void find_pairs();
  [[nodiscard]] const LabelScores& sums_of(const ArticleContext& context, FeatureGroup group,
                                           std::uint64_t key);
  void add_up(const ArticleContext& context, FeatureGroup group, LabelScores& sums);

  const WeightTable& weights_;
  std::vector<Entry> entries_;
  std::vector<Place> places_;
  const Place* place_ = nullptr;  // the one that is added up
  bool turned_ = false;           // whether `features_` has turned to it
  SegmentFeatures features_;
  FeatureKeys keys_;
};

/// The same scores of one item, straight from its features: what ItemScorer is held against.
LabelScores plain_scores(const WeightTable& weights, const FeatureKeys& features);

}  // namespace newsdex::discovery
