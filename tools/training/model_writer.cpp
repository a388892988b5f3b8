#include "model_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "table_packing.hpp"

namespace newsdex::training {
namespace {

using discovery::kLabels;
using discovery::ModelHeader;
using discovery::WeightRow;
using discovery::WeightTable;

// Share of the rows in use: lookups of features that are not there end soon.
constexpr double kFill = 0.6;

// Of so many features one may be too large for a byte, and is cut, that the others are finer.
constexpr std::size_t kFeaturesACut = 400;

float largest(const LabelWeights& weights) {
  float out = 0;
  for (const float weight : weights) out = std::max(out, std::abs(weight));
  return out;
}

// The numbers of the features by their largest weight, falling.
std::vector<std::uint32_t> by_weight(const CrfWeights& weights, std::size_t most) {
  std::vector<std::uint32_t> order(weights.features.size());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<float> size(order.size());
  for (std::size_t f = 0; f < size.size(); ++f) size[f] = largest(weights.features[f]);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
  order.resize(std::min(order.size(), most));
  return order;
}

std::int8_t rounded(float weight, int already) {
  return static_cast<std::int8_t>(std::clamp<long>(std::lround(weight) + already, -127, 127));
}

struct PackedWeights {
  std::vector<std::uint16_t> fingerprints;
  std::vector<WeightRow> rows;

  // Where `key` is or can be put; the number of slots when its neighbourhood is full.
  [[nodiscard]] std::size_t slot_for(std::uint64_t key) const {
    const std::uint16_t wanted = discovery::short_fingerprint(key);
    const std::size_t start =
        discovery::first_probe(key, fingerprints.size() - WeightTable::kPadding);
    for (std::size_t at = start; at < start + discovery::kMostProbes; ++at) {
      if (fingerprints[at] == 0 || fingerprints[at] == wanted) return at;
    }
    return fingerprints.size();
  }
};

PackedWeights pack_weights(const ModelParts& parts, std::span<const std::uint32_t> order,
                           float units) {
  const std::size_t slots = table_size(order.size(), kFill) + WeightTable::kPadding;
  PackedWeights out{std::vector<std::uint16_t>(slots), std::vector<WeightRow>(slots)};
  for (const std::uint32_t feature : order) {
    const std::uint64_t key = parts.feature_keys[feature];
    // A slot of another feature with the same fingerprint is shared.
    const std::size_t slot = out.slot_for(key);
    if (slot == slots) continue;
    out.fingerprints[slot] = discovery::short_fingerprint(key);
    auto& weights = out.rows[slot].weights;
    for (std::size_t b = 0; b < kLabels; ++b) {
      weights[b] = rounded(parts.weights.features[feature][b] * units, weights[b]);
    }
  }
  return out;
}

template <class Row>
void append_table(std::span<const Row> rows, std::vector<char>& out) {
  out.resize(discovery::table_begin(out.size()));
  const std::size_t begin = out.size();
  out.resize(begin + rows.size_bytes());
  if (!rows.empty()) std::memcpy(out.data() + begin, rows.data(), rows.size_bytes());
}

}  // namespace

ModelBytes write_model(const ModelParts& parts, std::size_t most_rows) {
  const std::vector<std::uint32_t> order = by_weight(parts.weights, most_rows);
  const float cut =
      order.empty() ? 1 : largest(parts.weights.features[order[order.size() / kFeaturesACut]]);
  ModelHeader header;
  header.magic = discovery::kModelMagic;
  header.version = discovery::kModelVersion;
  header.units = 127 / std::clamp(cut, 0.5F, 64.0F);
  header.calibration = parts.calibration;
  for (std::size_t a = 0; a <= kLabels; ++a) {
    for (std::size_t b = 0; b <= kLabels; ++b) {
      header.transitions[a][b] = static_cast<std::int16_t>(std::clamp<long>(
          std::lround(parts.weights.transitions[a][b] * header.units), -8000, 8000));
    }
  }
  const PackedWeights packed = pack_weights(parts, order, header.units);
  header.weight_slots = static_cast<std::uint32_t>(packed.rows.size());
  header.cluster_rows = static_cast<std::uint32_t>(parts.clusters.size());
  header.name_rows = static_cast<std::uint32_t>(parts.names.size());
  std::vector<char> bytes(sizeof header);
  append_table(std::span<const std::uint16_t>(packed.fingerprints), bytes);
  append_table(std::span<const WeightRow>(packed.rows), bytes);
  append_table(parts.clusters, bytes);
  append_table(parts.names, bytes);
  header.bytes = static_cast<std::uint32_t>(bytes.size());
  std::memcpy(bytes.data(), &header, sizeof header);
  ModelBytes out(bytes.size());
  std::copy(bytes.begin(), bytes.end(), out.bytes().begin());
  return out;
}

}  // namespace newsdex::training
