#include "discovery/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace newsdex::discovery {
namespace {

// Below any sum that the scores of a row can have.
constexpr std::int32_t kImpossible = std::numeric_limits<std::int32_t>::min() / 2;

}  // namespace

ViterbiDecoder::ViterbiDecoder(const Transitions& transitions)
    : steps_([&](std::size_t before, std::size_t after) -> std::int32_t {
        return transitions[before][after];
      }) {}

// Adds an item's scores to the sums that lead to its labels; those of names that go on stand in
// `sums` already, but for its begin.
void ViterbiDecoder::enter(const Lanes& beginning, const LabelScores& scores, Sums& sums) const {
  Lanes ending{};
  ending[0] = beginning[0] + scores[kOutside];
  for (std::size_t c = 0; c < kNameClasses; ++c) {
    const std::size_t begin = 1 + 4 * c;
    sums.begin[c] = beginning[1 + 2 * c] + scores[begin];
    sums.inside[c] += scores[begin + 1];
    ending[1 + 2 * c] = sums.ending[1 + 2 * c] + scores[begin + 2];
    ending[2 + 2 * c] = beginning[2 + 2 * c] + scores[begin + 3];
  }
  sums.ending = ending;
}

void ViterbiDecoder::advance(const LabelScores& scores, Origins& origins) {
  Lanes best = sums_.ending[0] + steps_.onward[0];
  Lanes from{};
  for (std::int32_t k = 1; k < static_cast<std::int32_t>(Steps::kClosed); ++k) {
    const Lanes sum = sums_.ending[k] + steps_.onward[static_cast<std::size_t>(k)];
    const Lanes better = sum > best;
    best = better ? sum : best;
    from = better ? Lanes{} + k : from;
  }
  origins.beginning = from;
  Sums next;
  for (std::size_t c = 0; c < kNameClasses; ++c) {
    const auto& open = steps_.open[c];
    const std::int32_t inside = sums_.inside[c] + open.inside_inside;
    const std::int32_t last = sums_.inside[c] + open.inside_last;
    next.inside[c] = sums_.begin[c] + open.begin_inside;
    next.ending[1 + 2 * c] = sums_.begin[c] + open.begin_last;
    origins.inside[c] = inside > next.inside[c];
    origins.last[c] = last > next.ending[1 + 2 * c];
    next.inside[c] = std::max(inside, next.inside[c]);
    next.ending[1 + 2 * c] = std::max(last, std::int32_t{next.ending[1 + 2 * c]});
  }
  enter(best, scores, next);
  sums_ = next;
}

Label ViterbiDecoder::origin_of(Label label, const Origins& origins) {
  if (label == kOutside) return Steps::kEnding[static_cast<std::size_t>(origins.beginning[0])];
  const auto c = static_cast<std::size_t>(class_of(label));
  const auto begin = static_cast<Label>(1 + 4 * c);
  const auto inside = static_cast<Label>(begin + 1);
  switch (part_of(label)) {
    case NamePart::inside:
      return origins.inside[c] ? inside : begin;
    case NamePart::last:
      return origins.last[c] ? inside : begin;
    case NamePart::begin:
      return Steps::kEnding[static_cast<std::size_t>(origins.beginning[1 + 2 * c])];
    case NamePart::unit:
      break;
  }
  return Steps::kEnding[static_cast<std::size_t>(origins.beginning[2 + 2 * c])];
}

void ViterbiDecoder::decode(std::span<const LabelScores> scores, std::span<Label> labels) {
  const std::size_t size = scores.size();
  if (size == 0) return;
  if (origins_.size() < size) origins_.resize(size);
  sums_.inside.fill(kImpossible);
  sums_.ending = Lanes{} + kImpossible;
  enter(steps_.first, scores[0], sums_);
  for (std::size_t i = 1; i < size; ++i) advance(scores[i], origins_[i]);
  const Lanes ends = sums_.ending + steps_.last;
  std::size_t best = 0;
  for (std::size_t k = 1; k < Steps::kClosed; ++k) {
    if (ends[k] > ends[best]) best = k;
  }
  labels[size - 1] = Steps::kEnding[best];
  for (std::size_t i = size - 1; i > 0; --i) labels[i - 1] = origin_of(labels[i], origins_[i]);
}

namespace {

float factor_of(const Transitions& transitions, float units, std::size_t before,
                std::size_t after) {
  if (!may_follow(before, after)) return 0;
  return std::exp(static_cast<float>(transitions[before][after]) / units);
}

}  // namespace

NameProbabilities::NameProbabilities(const Transitions& transitions, float units)
    : steps_([&](std::size_t before, std::size_t after) {
        return factor_of(transitions, units, before, after);
      }) {
  for (std::size_t before = 0; before <= kLabels; ++before) {
    for (std::size_t after = 0; after <= kLabels; ++after) {
      transitions_[before][after] = factor_of(transitions, units, before, after);
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
  Steps::Lanes beginning = steps_.first;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    Factors& sums = forward_[i];
    if (i > 0) {
      beginning = Steps::Lanes{};
      for (std::size_t k = 0; k < Steps::kClosed; ++k) {
        beginning += forward_[i - 1][Steps::kEnding[k]] * steps_.onward[k];
      }
    }
    for (std::size_t k = 0; k < Steps::kClosed; ++k) sums[Steps::kBeginning[k]] = beginning[k];
    for (std::size_t c = 0; c < kNameClasses; ++c) {
      const std::size_t begin = 1 + 4 * c;
      const float from_begin = i == 0 ? 0 : forward_[i - 1][begin];
      const float from_inside = i == 0 ? 0 : forward_[i - 1][begin + 1];
      const auto& open = steps_.open[c];
      sums[begin + 1] = from_begin * open.begin_inside + from_inside * open.inside_inside;
      sums[begin + 2] = from_begin * open.begin_last + from_inside * open.inside_last;
    }
    float total = 0;
    for (std::size_t label = 0; label < kLabels; ++label) {
      sums[label] *= items_[i][label];
      total += sums[label];
    }
    scales_[i] = std::max(total, std::numeric_limits<float>::min());
    const float scale = 1 / scales_[i];
    for (float& sum : sums) sum *= scale;
  }
  end_sum_ = 0;
  for (std::size_t k = 0; k < Steps::kClosed; ++k) {
    end_sum_ += forward_.back()[Steps::kEnding[k]] * steps_.last[k];
  }
  end_sum_ = std::max(end_sum_, std::numeric_limits<float>::min());
}

void NameProbabilities::sum_backward() {
  backward_.back().fill(0);
  for (std::size_t k = 0; k < Steps::kClosed; ++k) {
    backward_.back()[Steps::kEnding[k]] = steps_.last[k];
  }
  for (std::size_t i = items_.size() - 1; i > 0; --i) {
    Factors after;
    for (std::size_t label = 0; label < kLabels; ++label) {
      after[label] = items_[i][label] * backward_[i][label] / scales_[i];
    }
    Steps::Lanes ending{};
    for (std::size_t k = 0; k < Steps::kClosed; ++k) {
      ending += after[Steps::kBeginning[k]] * steps_.back[k];
    }
    Factors& sums = backward_[i - 1];
    for (std::size_t k = 0; k < Steps::kClosed; ++k) sums[Steps::kEnding[k]] = ending[k];
    for (std::size_t c = 0; c < kNameClasses; ++c) {
      const std::size_t begin = 1 + 4 * c;
      const auto& open = steps_.open[c];
      sums[begin] = after[begin + 1] * open.begin_inside + after[begin + 2] * open.begin_last;
      sums[begin + 1] = after[begin + 1] * open.inside_inside + after[begin + 2] * open.inside_last;
    }
  }
}

double NameProbabilities::probability(const LabelledName& name) const {
  const auto label_at = [&](std::size_t item) {
    const bool first = item == name.begin;
    const bool last = item + 1 == name.end;
    const NamePart part = first && last ? NamePart::unit
                          : first       ? NamePart::begin
                          : last        ? NamePart::last
                                        : NamePart::inside;
    return label_of(name.name_class, part);
  };
  double product = forward_[name.begin][label_at(name.begin)];
  for (std::size_t item = name.begin + 1; item < name.end; ++item) {
    product *= static_cast<double>(transitions_[label_at(item - 1)][label_at(item)]) *
               static_cast<double>(items_[item][label_at(item)]) /
               static_cast<double>(scales_[item]);
  }
  product *= static_cast<double>(backward_[name.end - 1][label_at(name.end - 1)]);
  return std::clamp(product / static_cast<double>(end_sum_), 0.0, 1.0);
}

}  // namespace newsdex::discovery
