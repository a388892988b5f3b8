#include "discovery/item_scorer.hpp"

namespace newsdex::discovery {
namespace {

// Rows lie far apart in a table larger than the caches near the processor: all are asked for before
// the first is read.
void ask_for_rows(std::span<const WeightRow> rows, std::span<const std::uint64_t> keys) {
  for (const std::uint64_t key : keys) __builtin_prefetch(&rows[first_probe(key, rows.size())]);
}

void add_weights(const WeightRow& row, LabelScores& scores) {
  for (std::size_t label = 0; label < kLabels; ++label) {
    scores[label] = static_cast<std::int16_t>(scores[label] + row.weights[label]);
  }
}

static_assert(FeatureKeys::kMost * 127 <= 32767 / 2, "scores cannot overflow");

}  // namespace

void score_items(const ArticleContext& context, const Segment& segment, const NameModel& model,
                 std::vector<LabelScores>& scores) {
  FeatureKeys features;
  scores.assign(segment.end - segment.begin, LabelScores{});
  if (model.weights.empty()) return;
  for (std::uint32_t i = segment.begin; i < segment.end; ++i) {
    extract_features(context, i, features);
    ask_for_rows(model.weights, features.keys());
    for (const std::uint64_t key : features.keys()) {
      const WeightRow* row = find_row(model.weights, key);
      if (row != nullptr) add_weights(*row, scores[i - segment.begin]);
    }
  }
}

}  // namespace newsdex::discovery
