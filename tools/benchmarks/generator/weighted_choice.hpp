// Draws one of many items by weight in constant time: Walker's alias method, in the form of
// Vose ("A linear algorithm for generating random numbers with a given distribution", 1991).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "generator/random.hpp"

namespace newsdex::benchmarks {

class WeightedChoice {
 public:
  /// One weight an item, none negative, their sum positive.
  explicit WeightedChoice(std::span<const double> weights);

  /// The number of an item.
  std::uint32_t pick(Random& random) const {
    const Slot& slot = slots_[random.below(static_cast<std::uint32_t>(slots_.size()))];
    return random.uniform() < slot.threshold ? slot.own : slot.other;
  }

 private:
  struct Slot {
    double threshold = 1;
    std::uint32_t own = 0;
    std::uint32_t other = 0;
  };
  std::vector<Slot> slots_;
};

/// Weights by rank after Zipf and Mandelbrot, 1 / (rank + shift)^(17/16): the exponent lies where
/// that of English does (1.0 to 1.1) and needs square roots only. Past a `kernel` of ranks, if one
/// is given, they fall faster by an exponent of one: the second regime that Ferrer i Cancho and
/// Solé found ("Two regimes in the frequency of words and the origins of complex lexicons", 2001).
std::vector<double> zipf_mandelbrot(std::size_t ranks, double shift, std::size_t kernel = SIZE_MAX);

}  // namespace newsdex::benchmarks
