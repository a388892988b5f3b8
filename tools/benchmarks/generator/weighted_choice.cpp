#include "generator/weighted_choice.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace newsdex::benchmarks {

WeightedChoice::WeightedChoice(std::span<const double> weights) : slots_(weights.size()) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  const double scale = static_cast<double>(weights.size()) / sum;
  std::vector<std::uint32_t> small;
  std::vector<std::uint32_t> large;
  for (std::uint32_t i = 0; i < slots_.size(); ++i) {
    slots_[i] = {weights[i] * scale, i, i};
    (slots_[i].threshold < 1 ? small : large).push_back(i);
  }
  while (!small.empty() && !large.empty()) {
    const std::uint32_t poor = small.back();
    const std::uint32_t rich = large.back();
    small.pop_back();
    slots_[poor].other = rich;
    slots_[rich].threshold -= 1 - slots_[poor].threshold;
    if (slots_[rich].threshold < 1) {
      large.pop_back();
      small.push_back(rich);
    }
  }
}

std::vector<double> zipf_mandelbrot(std::size_t ranks, double shift, std::size_t kernel) {
  std::vector<double> weights;
  weights.reserve(ranks);
  for (std::size_t rank = 1; rank <= ranks; ++rank) {
    const double place = static_cast<double>(rank) + shift;
    const double sixteenth_root = std::sqrt(std::sqrt(std::sqrt(std::sqrt(place))));
    const double past = static_cast<double>(std::max(rank, kernel)) / static_cast<double>(kernel);
    weights.push_back(1 / (place * sixteenth_root * past));
  }
  return weights;
}

}  // namespace newsdex::benchmarks
