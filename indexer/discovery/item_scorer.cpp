#include "discovery/item_scorer.hpp"

#include <array>
#include <cstring>

namespace newsdex::discovery {
namespace {

// Sixteen scores in two vector registers, where they stay until all rows are added. Vectors of the
// compiler, since it does not find by itself that a row of bytes can be added at once.
class ScoreSum {
 public:
  void add(const WeightRow& row) {
    Bytes low;
    Bytes high;
    std::memcpy(&low, row.weights.data(), sizeof low);
    std::memcpy(&high, row.weights.data() + sizeof low, sizeof high);
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

// Memory is asked for well before it is read: of all searches, then of all rows they find.
void add_up(const WeightTable& table, std::span<const std::uint64_t> keys, ScoreSum& sum) {
  std::array<std::uint32_t, FeatureKeys::kMost> slots;
  std::size_t found = 0;
  for (const std::uint64_t key : keys) table.prefetch(key);
  for (const std::uint64_t key : keys) {
    const std::uint32_t slot = table.find(key);
    if (slot == WeightTable::kNone) continue;
    table.prefetch_row(slot);
    slots[found++] = slot;
  }
  for (std::size_t i = 0; i < found; ++i) sum.add(table.row(slots[i]));
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
    ScoreSum sum;
    add_up(model.weights, features.keys(), sum);
    sum.store(scores[i - segment.begin]);
  }
}

}  // namespace newsdex::discovery
