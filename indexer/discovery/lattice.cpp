#include "discovery/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace newsdex::discovery {
namespace {

// Labels that may stand before each label, by may_follow: an open name goes on in its class, and
// all else follows what is closed.
struct Predecessors {
  std::array<Label, kLabels> labels{};
  std::size_t count = 0;

  [[nodiscard]] std::span<const Label> all() const { return {labels.data(), count}; }
};

constexpr std::array<Predecessors, kLabels> make_predecessors() {
  std::array<Predecessors, kLabels> out{};
  for (std::size_t after = 0; after < kLabels; ++after) {
    for (std::size_t before = 0; before < kLabels; ++before) {
      if (may_follow(before, after)) {
        out[after].labels[out[after].count++] = static_cast<Label>(before);
      }
    }
  }
  return out;
}
constexpr std::array<Predecessors, kLabels> kPredecessors = make_predecessors();

// Below any sum that the scores of a row can have.
constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 2;

}  // namespace

void ViterbiDecoder::decode(std::span<const LabelScores> scores, const Transitions& transitions,
                            std::span<Label> labels) {
  const std::size_t size = scores.size();
  if (size == 0) return;
  sums_.resize(size);
  origins_.resize(size);
  for (std::size_t label = 0; label < kLabels; ++label) {
    sums_[0][label] =
        may_follow(kEdge, label) ? transitions[kEdge][label] + scores[0][label] : kImpossible;
  }
  for (std::size_t i = 1; i < size; ++i) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      std::int32_t best = std::numeric_limits<std::int32_t>::min();
      for (const Label before : kPredecessors[label].all()) {
        const std::int32_t sum = sums_[i - 1][before] + transitions[before][label];
        if (sum > best) {
          best = sum;
          origins_[i][label] = before;
        }
      }
      sums_[i][label] = std::max(best + scores[i][label], kImpossible);
    }
  }
  std::int32_t best = std::numeric_limits<std::int32_t>::min();
  for (std::size_t label = 0; label < kLabels; ++label) {
    if (!may_follow(label, kEdge)) continue;
    const std::int32_t sum = sums_[size - 1][label] + transitions[label][kEdge];
    if (sum > best) {
      best = sum;
      labels[size - 1] = static_cast<Label>(label);
    }
  }
  for (std::size_t i = size - 1; i > 0; --i) labels[i - 1] = origins_[i][labels[i]];
}

NameProbabilities::NameProbabilities(const Transitions& transitions, float units) {
  for (std::size_t before = 0; before <= kLabels; ++before) {
    for (std::size_t after = 0; after <= kLabels; ++after) {
      transitions_[before][after] =
          may_follow(before, after)
              ? std::exp(static_cast<float>(transitions[before][after]) / units)
              : 0;
    }
  }
  // Whatever lies further below the best label counts as e to the power of -30: never nothing, so
  // that no sum is.
  const auto size = static_cast<std::size_t>(30 * units) + 1;
  for (std::size_t i = 0; i < size; ++i) {
    powers_.push_back(std::exp(-static_cast<float>(i) / units));
  }
}

void NameProbabilities::prepare(std::span<const LabelScores> scores) {
  const std::size_t size = scores.size();
  items_.resize(size);
  forward_.resize(size);
  backward_.resize(size);
  scales_.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    const int highest = *std::max_element(scores[i].begin(), scores[i].begin() + kLabels);
    for (std::size_t label = 0; label < kLabels; ++label) {
      const auto below = static_cast<std::size_t>(highest - scores[i][label]);
      items_[i][label] = powers_[std::min(below, powers_.size() - 1)];
    }
  }
  if (size == 0) return;
  sum_forward();
  sum_backward();
}

void NameProbabilities::sum_forward() {
  for (std::size_t i = 0; i < items_.size(); ++i) {
    Factors& sums = forward_[i];
    float total = 0;
    for (std::size_t label = 0; label < kLabels; ++label) {
      float sum = i == 0 ? transitions_[kEdge][label] : 0;
      if (i > 0) {
        for (const Label before : kPredecessors[label].all()) {
          sum += forward_[i - 1][before] * transitions_[before][label];
        }
      }
      sums[label] = sum * items_[i][label];
      total += sums[label];
    }
    scales_[i] = std::max(total, std::numeric_limits<float>::min());
    for (float& sum : sums) sum /= scales_[i];
  }
  end_sum_ = 0;
  for (std::size_t label = 0; label < kLabels; ++label) {
    end_sum_ += forward_.back()[label] * transitions_[label][kEdge];
  }
  end_sum_ = std::max(end_sum_, std::numeric_limits<float>::min());
}

void NameProbabilities::sum_backward() {
  for (std::size_t label = 0; label < kLabels; ++label) {
    backward_.back()[label] = transitions_[label][kEdge];
  }
  for (std::size_t i = items_.size() - 1; i > 0; --i) {
    Factors& sums = backward_[i - 1];
    sums.fill(0);
    for (std::size_t label = 0; label < kLabels; ++label) {
      const float factor = items_[i][label] * backward_[i][label] / scales_[i];
      for (const Label before : kPredecessors[label].all()) {
        sums[before] += transitions_[before][label] * factor;
      }
    }
  }
}

double NameProbabilities::probability(const LabelledName& name) const {
  std::vector<Label> labels(name.end - name.begin);
  write_name({0, name.end - name.begin, name.name_class}, labels);
  double product = forward_[name.begin][labels[0]];
  for (std::size_t i = 1; i < labels.size(); ++i) {
    const std::size_t item = name.begin + i;
    product *= static_cast<double>(transitions_[labels[i - 1]][labels[i]]) *
               static_cast<double>(items_[item][labels[i]]) / static_cast<double>(scales_[item]);
  }
  product *= static_cast<double>(backward_[name.end - 1][labels.back()]);
  return std::clamp(product / static_cast<double>(end_sum_), 0.0, 1.0);
}

}  // namespace newsdex::discovery
