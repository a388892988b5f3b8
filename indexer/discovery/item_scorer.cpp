#include "discovery/item_scorer.hpp"

#include <cstring>

namespace newsdex::discovery {
namespace {

// Rows lie far apart in a table larger than the caches near the processor: all are asked for before
// the first is read.
void ask_for_rows(std::span<const WeightRow> rows, std::span<const std::uint64_t> keys) {
  for (const std::uint64_t key : keys) __builtin_prefetch(&rows[first_probe(key, rows.size())]);
}

// Sixteen scores in two vector registers, where they stay until all rows are added. Vectors of the
// compiler, since it does not find by itself that a row of bytes can be added at once.
class ScoreSum {
 public:
  void add(const WeightRow& row) {
    Bytes low;
    Bytes high;
    std::memcpy(&low, row.bytes.data(), sizeof low);
    std::memcpy(&high, row.bytes.data() + sizeof low, sizeof high);
    low_ += __builtin_convertvector(low, Words);
    high_ += __builtin_convertvector(high, Words);
  }

  void store(LabelScores& scores) const {
    std::memcpy(scores.data(), &low_, sizeof low_);
    std::memcpy(scores.data() + 8, &high_, sizeof high_);
  }

 private:
  using Bytes [[gnu::vector_size(8)]] = std::int8_t;
  using Words [[gnu::vector_size(16)]] = std::int16_t;

  Words low_{};
  Words high_{};
};

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
    ScoreSum sum;
    for (const std::uint64_t key : features.keys()) {
      const WeightRow* row = find_row(model.weights, key);
      if (row != nullptr) sum.add(*row);
    }
    sum.store(scores[i - segment.begin]);
  }
}

}  // namespace newsdex::discovery
