// Random numbers that are the same on every machine and with every standard library, so that a
// corpus is named by its seed. Only operations that IEEE 754 rounds correctly are used: no pow, log
// or exp of the C library, and the target is compiled without fused multiply-add.
#pragma once

#include <cstdint>
#include <span>

namespace newsdex::benchmarks {

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
class Random {
 public:
  /// Streams of one seed are independent of one another.
  Random(std::uint64_t seed, std::uint64_t stream);

  std::uint64_t next();

  /// A number below `bound`, which must not be 0; the bias is below bound / 2^32.
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
  }

  /// A number in [first, last].
  std::uint32_t between(std::uint32_t first, std::uint32_t last) {
    return first + below(last - first + 1);
  }

  /// A number in [0, 1).
  double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  bool chance(double probability) { return uniform() < probability; }

  /// Mean 0, variance 1, within six of 0 (the sum of twelve uniform numbers).
  double normal();

  /// Log-normal with this median; `sigma` is that of the logarithm.
  double log_normal(double median, double sigma);

  template <typename T>
  const T& pick(std::span<const T> items) {
    return items[below(static_cast<std::uint32_t>(items.size()))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace newsdex::benchmarks
