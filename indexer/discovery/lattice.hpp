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

template <class Number>
struct EightLanes;
template <>
struct EightLanes<std::int32_t> {
  using Type [[gnu::vector_size(32)]] = std::int32_t;
};
template <>
struct EightLanes<float> {
  using Type [[gnu::vector_size(32)]] = float;
};

/// A row's labels apart by whether a name goes on behind them. What is closed may be followed by
/// whatever begins anew: seven labels by seven, and of each class two by two. Vectors have room for
/// eight.
template <class Number>
struct StepTable {
  using Lanes = typename EightLanes<Number>::Type;
  static constexpr std::size_t kClosed = 1 + 2 * kNameClasses;

  /// Behind which all of kBeginning may stand, and those, in the order of their lanes.
  static constexpr std::array<Label, kClosed> kEnding = {0, 3, 4, 7, 8, 11, 12};
  static constexpr std::array<Label, kClosed> kBeginning = {0, 1, 4, 5, 8, 9, 12};

  /// `step(before, after)` for every two labels or edges that may follow each other.
  template <class Step>
  explicit StepTable(const Step& step) {
    for (std::size_t a = 0; a < kClosed; ++a) {
      for (std::size_t b = 0; b < kClosed; ++b) {
        onward[a][b] = step(kEnding[a], kBeginning[b]);
        back[b][a] = onward[a][b];
      }
      first[a] = step(kEdge, kBeginning[a]);
      last[a] = step(kEnding[a], kEdge);
    }
    for (std::size_t c = 0; c < kNameClasses; ++c) {
      const std::size_t begin = 1 + 4 * c;
      open[c] = {step(begin, begin + 1), step(begin, begin + 2), step(begin + 1, begin + 1),
                 step(begin + 1, begin + 2)};
    }
  }

  // From begin to inside and to last, from inside to inside and to last.
  struct Open {
    Number begin_inside = 0;
    Number begin_last = 0;
    Number inside_inside = 0;
    Number inside_last = 0;
  };

  std::array<Lanes, kClosed> onward{};  // by kEnding; lanes by kBeginning
  std::array<Lanes, kClosed> back{};    // by kBeginning; lanes by kEnding
  Lanes first{};                        // from the edge; lanes by kBeginning
  Lanes last{};                         // to the edge; lanes by kEnding
  std::array<Open, kNameClasses> open{};
};

/// The labels with the highest sum of scores and transitions among those that BILOU allows, by
/// Viterbi's algorithm. Of equal sums, the one with the lower labels, looked at from the end.
/// Reused, so that it allocates little.
class ViterbiDecoder {
 public:
  explicit ViterbiDecoder(const Transitions& transitions);

  /// `labels` is as long as `scores`. Sums of |scores| must stay below 2^30.
  void decode(std::span<const LabelScores> scores, std::span<Label> labels);

 private:
  using Steps = StepTable<std::int32_t>;
  using Lanes = Steps::Lanes;

  // The best sums that end in each label.
  struct Sums {
    Lanes ending{};
    std::array<std::int32_t, kNameClasses> begin{};
    std::array<std::int32_t, kNameClasses> inside{};
  };
  // Where each sum comes from.
  struct Origins {
    Lanes beginning{};                        // lanes of kEnding
    std::array<bool, kNameClasses> inside{};  // from inside, else from begin
    std::array<bool, kNameClasses> last{};    // the same
  };

  void advance(const LabelScores& scores, Origins& origins);
  void enter(const Lanes& beginning, const LabelScores& scores, Sums& sums) const;
  [[nodiscard]] static Label origin_of(Label label, const Origins& origins);

  Steps steps_;
  Sums sums_;
  std::vector<Origins> origins_;
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
  using Steps = StepTable<float>;

  void sum_forward();
  void sum_backward();

  std::array<std::array<float, kLabels + 1>, kLabels + 1> transitions_;
  Steps steps_;
  std::vector<float> powers_;  // e to the power of -i / units
  std::vector<Factors> items_;
  std::vector<Factors> forward_;   // each scaled to a sum of 1
  std::vector<Factors> backward_;  // scaled by the same
  std::vector<float> scales_;
  float end_sum_ = 1;
};

}  // namespace newsdex::discovery
