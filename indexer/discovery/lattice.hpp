// Label scores of a row of items, its best labels, and how probable a name is.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "discovery/name_model.hpp"

namespace newsdex::discovery {

/// An item's score for each label; the last three are unused, for the sake of vector registers.
using LabelScores = std::array<std::int16_t, 16>;

/// The labels with the highest sum of scores and transitions among those that BILOU allows, by
/// Viterbi's algorithm. Of equal sums, the one with the lower labels, looked at from the end.
/// Reused, so that it allocates little.
class ViterbiDecoder {
 public:
  /// `labels` is as long as `scores`. Sums of |scores| must stay below 2^30.
  void decode(std::span<const LabelScores> scores, const Transitions& transitions,
              std::span<Label> labels);

 private:
  std::vector<std::array<std::int32_t, kLabels>> sums_;
  std::vector<std::array<Label, kLabels>> origins_;
};

/// Probabilities of names in a row of items, by the forward and backward sums of a conditional
/// random field whose scores are in units of 1 / `units`.
class NameProbabilities {
 public:
  NameProbabilities(const Transitions& transitions, float units);

  /// Looks at a row of items; `probability` then answers for it.
  void prepare(std::span<const LabelScores> scores);

  /// That items [begin, end) of the row make this name.
  [[nodiscard]] double probability(const LabelledName& name) const;

 private:
  using Factors = std::array<float, kLabels>;

  void sum_forward();
  void sum_backward();

  std::array<std::array<float, kLabels + 1>, kLabels + 1> transitions_;
  std::vector<float> powers_;  // e to the power of -i / units
  std::vector<Factors> items_;
  std::vector<Factors> forward_;   // each scaled to a sum of 1
  std::vector<Factors> backward_;  // scaled by the same
  std::vector<float> scales_;
  float end_sum_ = 1;
};

}  // namespace newsdex::discovery
