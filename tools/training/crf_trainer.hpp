// Trains the conditional random field: stochastic gradient of the log likelihood with AdaGrad steps
// (Duchi, Hazan and Singer 2011), features dropped at random (Srivastava et al. 2014), and the
// weights averaged over the later passes (Polyak and Juditsky 1992).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "discovery/name_label.hpp"
#include "training_set.hpp"

namespace newsdex::training {

struct CrfOptions {
  int passes = 10;  // the later half is averaged
  float step = 0.1F;
  float decay = 1e-5F;   // L2, on the weights of the features at hand
  double dropped = 0.5;  // share of features left out of each item each time
  std::uint64_t seed = 1;
};

using LabelWeights = std::array<float, discovery::kLabels>;
using TransitionWeights =
    std::array<std::array<float, discovery::kLabels + 1>, discovery::kLabels + 1>;

struct CrfWeights {
  std::vector<LabelWeights> features;  // by number
  TransitionWeights transitions{};     // kEdge is the last of both
};

/// One thread, no other source of chance than the seed: the same set and options give the same
/// weights, bit for bit, on processors whose exponential function is the same.
CrfWeights train_crf(const TrainingSet& set, const CrfOptions& options);

}  // namespace newsdex::training
