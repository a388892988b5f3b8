#include "discovery/item_scorer.hpp"

#include <array>
#include <cstring>

namespace newsdex::discovery {
namespace {

using Bytes [[gnu::vector_size(8)]] = std::int8_t;
using Words [[gnu::vector_size(16)]] = std::uint16_t;

// Sixteen scores in two vector registers, where they stay until all rows are added. Numbers without
// sign, since the lanes that no label uses hold anything and may overflow. Vectors of the
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

  void add(const LabelScores& scores) {
    Words low;
    Words high;
    std::memcpy(&low, scores.data(), sizeof low);
    std::memcpy(&high, scores.data() + 8, sizeof high);
    low_ += low;
    high_ += high;
  }

  void store(LabelScores& scores) const {
    std::memcpy(scores.data(), &low_, sizeof low_);
    std::memcpy(scores.data() + 8, &high_, sizeof high_);
  }

 private:
  Words low_{};
  Words high_{};
};

// Memory is asked for well before it is read: of all searches, then of all rows they find.
ScoreSum sum_of(const WeightTable& table, std::span<const std::uint64_t> keys) {
  ScoreSum sum;
  if (table.empty()) return sum;
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
  return sum;
}

static_assert(FeatureKeys::kMost * 127 <= 32767 / 2, "scores cannot overflow");

// The last four lanes: the score of the last label and 48 bits of a key.
std::uint64_t last_lanes(const LabelScores& sums) {
  std::uint64_t lanes;
  std::memcpy(&lanes, sums.data() + 12, sizeof lanes);
  return lanes;
}
static_assert(kLabels == 13);

constexpr std::uint64_t kKeyLanes = ~std::uint64_t{0xFFFF};

}  // namespace

ItemScorer::ItemScorer(const WeightTable& weights)
    : weights_(weights), entries_(std::size_t{1} << kEntriesLog) {}

const LabelScores& ItemScorer::sums_of(const ArticleContext& context, FeatureGroup group,
                                       std::uint64_t key) {
  LabelScores& sums = entries_[key >> (64 - kEntriesLog)].sums;
  const std::uint64_t tag = key << 16;
  if ((last_lanes(sums) & kKeyLanes) != tag) {
    add_up(context, group, sums);
    const std::uint64_t lanes = tag | (last_lanes(sums) & ~kKeyLanes);
    std::memcpy(sums.data() + 12, &lanes, sizeof lanes);
  }
  return sums;
}

[[gnu::noinline]] void ItemScorer::add_up(const ArticleContext& context, FeatureGroup group,
                                          LabelScores& sums) {
  if (!turned_) {
    features_.look_at(context, *place_->segment);
    features_.turn_to(place_->item);
    turned_ = true;
  }
  keys_.clear();
  features_.add_group(group, keys_);
  sum_of(weights_, keys_.keys()).store(sums);
}

void ItemScorer::score(const ArticleContext& context, std::span<const Segment> segments,
                       std::vector<LabelScores>& scores) {
  announce(context, segments);
  if (!weights_.empty()) find_pairs();
  scores.resize(places_.size());
  for (std::size_t i = 0; i < places_.size(); ++i) {
    place_ = &places_[i];
    turned_ = false;
    ScoreSum sum;
    if (place_->pair_slot != WeightTable::kNone) sum.add(weights_.row(place_->pair_slot));
    for (std::size_t group = 0; group < kFeatureGroups; ++group) {
      const std::uint64_t key = place_->keys[group];
      if (key != 0) sum.add(sums_of(context, static_cast<FeatureGroup>(group), key));
    }
    sum.store(scores[i]);
    std::fill(scores[i].begin() + kLabels, scores[i].end(), std::int16_t{0});
  }
}

// The keys of all items, and requests for the memory that they lead to: it has arrived by the time
// that it is read.
void ItemScorer::announce(const ArticleContext& context, std::span<const Segment> segments) {
  std::size_t items = 0;
  for (const Segment& segment : segments) items += segment.end - segment.begin;
  places_.resize(items);
  auto place = places_.begin();
  for (const Segment& segment : segments) {
    features_.look_at(context, segment);
    for (std::uint32_t i = segment.begin; i < segment.end; ++i, ++place) {
      features_.turn_to(i);
      place->segment = &segment;
      place->item = i;
      place->pair_slot = WeightTable::kNone;
      features_.set_group_keys(place->keys);
      for (const std::uint64_t key : place->keys) {
        if (key != 0) __builtin_prefetch(&entries_[key >> (64 - kEntriesLog)]);
      }
      keys_.clear();
      features_.add_pair_of_words(keys_);
      place->pair = keys_.keys().front();
      if (!weights_.empty()) weights_.prefetch(place->pair);
    }
  }
}

void ItemScorer::find_pairs() {
  for (Place& place : places_) {
    place.pair_slot = weights_.find(place.pair);
    if (place.pair_slot != WeightTable::kNone) weights_.prefetch_row(place.pair_slot);
  }
}

LabelScores plain_scores(const WeightTable& weights, const FeatureKeys& features) {
  LabelScores scores{};
  sum_of(weights, features.keys()).store(scores);
  return scores;
}

}  // namespace newsdex::discovery
