#include "crf_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace newsdex::training {
namespace {

using discovery::kEdge;
using discovery::kLabels;
using discovery::Label;
using discovery::may_follow;

constexpr float kNoise = 1e-2F;       // keeps the first steps small
constexpr float kNegligible = 1e-4F;  // smaller gradients of an item are passed over

// SplitMix64: the standard library's shuffle may differ from one library to another.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  std::uint32_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t x = (state_ ^ (state_ >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return static_cast<std::uint32_t>(x >> 32);
  }

  void shuffle(std::vector<std::uint32_t>& values) {
    for (std::size_t i = values.size(); i > 1; --i) {
      std::swap(values[i - 1], values[(std::uint64_t{next()} * i) >> 32]);
    }
  }

 private:
  std::uint64_t state_;
};

// The expected labels and transitions of a row, less those it has: the gradient of the loss.
class RowGradient {
 public:
  void compute(std::span<const LabelWeights> scores, std::span<const Label> labels,
               const TransitionWeights& transitions) {
    const std::size_t size = scores.size();
    factors_.resize(size);
    forward_.resize(size);
    backward_.resize(size);
    items.resize(size);
    for (auto& row : pairs) row.fill(0);
    exponentiate(scores, transitions);
    sum_forward();
    sum_backward();
    expect();
    subtract(labels);
  }

  std::vector<LabelWeights> items;
  TransitionWeights pairs{};

 private:
  void exponentiate(std::span<const LabelWeights> scores, const TransitionWeights& transitions) {
    for (std::size_t a = 0; a <= kLabels; ++a) {
      for (std::size_t b = 0; b <= kLabels; ++b) {
        steps_[a][b] = may_follow(a, b) ? std::exp(transitions[a][b]) : 0;
      }
    }
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const float highest = *std::max_element(scores[i].begin(), scores[i].end());
      for (std::size_t b = 0; b < kLabels; ++b) factors_[i][b] = std::exp(scores[i][b] - highest);
    }
  }

  static void normalise(LabelWeights& sums) {
    const float total = std::accumulate(sums.begin(), sums.end(), 0.0F);
    const float scale = 1 / std::max(total, std::numeric_limits<float>::min());
    for (float& sum : sums) sum *= scale;
  }

  void sum_forward() {
    for (std::size_t i = 0; i < factors_.size(); ++i) {
      LabelWeights& sums = forward_[i];
      sums.fill(0);
      if (i == 0) {
        for (std::size_t b = 0; b < kLabels; ++b) sums[b] = steps_[kEdge][b];
      } else {
        for (std::size_t a = 0; a < kLabels; ++a) {
          for (std::size_t b = 0; b < kLabels; ++b) sums[b] += forward_[i - 1][a] * steps_[a][b];
        }
      }
      for (std::size_t b = 0; b < kLabels; ++b) sums[b] *= factors_[i][b];
      normalise(sums);
    }
  }

  void sum_backward() {
    const std::size_t size = factors_.size();
    for (std::size_t a = 0; a < kLabels; ++a) backward_[size - 1][a] = steps_[a][kEdge];
    for (std::size_t i = size - 1; i > 0; --i) {
      for (std::size_t a = 0; a < kLabels; ++a) {
        float sum = 0;
        for (std::size_t b = 0; b < kLabels; ++b) {
          sum += steps_[a][b] * factors_[i][b] * backward_[i][b];
        }
        backward_[i - 1][a] = sum;
      }
      normalise(backward_[i - 1]);
    }
  }

  void expect() {
    const std::size_t size = factors_.size();
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t b = 0; b < kLabels; ++b) items[i][b] = forward_[i][b] * backward_[i][b];
      normalise(items[i]);
      if (i > 0) expect_pairs(i);
    }
    for (std::size_t b = 0; b < kLabels; ++b) {
      pairs[kEdge][b] += items[0][b];
      pairs[b][kEdge] += items[size - 1][b];
    }
  }

  void expect_pairs(std::size_t i) {
    TransitionWeights chances{};
    float total = 0;
    for (std::size_t a = 0; a < kLabels; ++a) {
      for (std::size_t b = 0; b < kLabels; ++b) {
        chances[a][b] = forward_[i - 1][a] * steps_[a][b] * factors_[i][b] * backward_[i][b];
        total += chances[a][b];
      }
    }
    const float scale = 1 / std::max(total, std::numeric_limits<float>::min());
    for (std::size_t a = 0; a < kLabels; ++a) {
      for (std::size_t b = 0; b < kLabels; ++b) pairs[a][b] += chances[a][b] * scale;
    }
  }

  void subtract(std::span<const Label> labels) {
    std::size_t before = kEdge;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      items[i][labels[i]] -= 1;
      pairs[before][labels[i]] -= 1;
      before = labels[i];
    }
    pairs[before][kEdge] -= 1;
  }

  TransitionWeights steps_{};
  std::vector<LabelWeights> factors_;
  std::vector<LabelWeights> forward_;
  std::vector<LabelWeights> backward_;
};

class Trainer {
 public:
  Trainer(const TrainingSet& set, const CrfOptions& options)
      : set_(set),
        options_(options),
        chance_(options.seed),
        weights_{std::vector<LabelWeights>(set.feature_keys().size()), {}},
        squares_(set.feature_keys().size()),
        sums_{std::vector<LabelWeights>(set.feature_keys().size()), {}} {}

  CrfWeights train() {
    std::vector<std::uint32_t> order(set_.rows().size());
    std::iota(order.begin(), order.end(), 0U);
    int averaged = 0;
    for (int pass = 0; pass < options_.passes; ++pass) {
      chance_.shuffle(order);
      for (const std::uint32_t row : order) learn(set_.rows()[row]);
      if (pass < options_.passes / 2) continue;
      add_to_sums();
      ++averaged;
    }
    divide_sums(static_cast<float>(std::max(averaged, 1)));
    return std::move(sums_);
  }

 private:
  void learn(const TrainingRow& row) {
    score(row);
    gradient_.compute(scores_, labels_, weights_.transitions);
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      LabelWeights& gradient = gradient_.items[i];
      for (float& g : gradient) g = std::abs(g * row.weight) < kNegligible ? 0 : g * row.weight;
      for (std::size_t k = begins_[i]; k < begins_[i + 1]; ++k) {
        step(active_[k], gradient);
      }
    }
    step_transitions(row.weight);
  }

  // The row's labels, the features that stay this time, and the scores by them.
  void score(const TrainingRow& row) {
    const auto dropped = static_cast<std::uint32_t>(options_.dropped * 4294967295.0);
    scores_.assign(row.end - row.begin, LabelWeights{});
    labels_.clear();
    active_.clear();
    begins_.assign(1, 0);
    for (std::uint32_t item = row.begin; item < row.end; ++item) {
      labels_.push_back(set_.label(item));
      LabelWeights& scores = scores_[item - row.begin];
      for (const std::uint32_t feature : set_.features(item)) {
        if (chance_.next() < dropped) continue;
        active_.push_back(feature);
        const LabelWeights& weights = weights_.features[feature];
        for (std::size_t b = 0; b < kLabels; ++b) scores[b] += weights[b];
      }
      begins_.push_back(active_.size());
    }
  }

  void step(std::uint32_t feature, const LabelWeights& gradient) {
    LabelWeights& weights = weights_.features[feature];
    LabelWeights& squares = squares_[feature];
    for (std::size_t b = 0; b < kLabels; ++b) {
      const float g = gradient[b] + options_.decay * weights[b];
      squares[b] += g * g;
      weights[b] -= options_.step * g / std::sqrt(squares[b] + kNoise);
    }
  }

  void step_transitions(float weight) {
    for (std::size_t a = 0; a <= kLabels; ++a) {
      for (std::size_t b = 0; b <= kLabels; ++b) {
        if (!may_follow(a, b)) continue;
        const float g = gradient_.pairs[a][b] * weight;
        transition_squares_[a][b] += g * g;
        weights_.transitions[a][b] -=
            options_.step * g / std::sqrt(transition_squares_[a][b] + kNoise);
      }
    }
  }

  void add_to_sums() {
    for (std::size_t f = 0; f < sums_.features.size(); ++f) {
      for (std::size_t b = 0; b < kLabels; ++b) sums_.features[f][b] += weights_.features[f][b];
    }
    for (std::size_t a = 0; a <= kLabels; ++a) {
      for (std::size_t b = 0; b <= kLabels; ++b) {
        sums_.transitions[a][b] += weights_.transitions[a][b];
      }
    }
  }

  // With all features at hand, each weighs less than while some were dropped.
  void divide_sums(float averaged) {
    const float scale = static_cast<float>(1 - options_.dropped) / averaged;
    for (LabelWeights& weights : sums_.features) {
      for (float& weight : weights) weight *= scale;
    }
    for (auto& row : sums_.transitions) {
      for (float& weight : row) weight /= averaged;
    }
  }

  const TrainingSet& set_;
  CrfOptions options_;
  Chance chance_;
  CrfWeights weights_;
  std::vector<LabelWeights> squares_;
  TransitionWeights transition_squares_{};
  CrfWeights sums_;

  RowGradient gradient_;
  std::vector<LabelWeights> scores_;
  std::vector<Label> labels_;
  std::vector<std::uint32_t> active_;
  std::vector<std::size_t> begins_;
};

}  // namespace

CrfWeights train_crf(const TrainingSet& set, const CrfOptions& options) {
  return Trainer(set, options).train();
}

}  // namespace newsdex::training
