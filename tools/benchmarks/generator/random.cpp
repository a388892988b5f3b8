#include "generator/random.hpp"

namespace newsdex::benchmarks {
namespace {

constexpr std::uint64_t kGoldenGamma = 0x9e3779b97f4a7c15;

std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

// e^x as (1 + x/1024)^1024: near enough for lengths of articles.
double exponential(double x) {
  double power = 1 + x / 1024;
  for (int squarings = 0; squarings < 10; ++squarings) power *= power;
  return power;
}

}  // namespace

Random::Random(std::uint64_t seed, std::uint64_t stream)
    : state_(mixed(mixed(seed) + stream * kGoldenGamma)) {}

std::uint64_t Random::next() {
  state_ += kGoldenGamma;
  return mixed(state_);
}

double Random::normal() {
  double sum = 0;
  for (int i = 0; i < 12; ++i) sum += uniform();
  return sum - 6;
}

double Random::log_normal(double median, double sigma) {
  return median * exponential(sigma * normal());
}

}  // namespace newsdex::benchmarks
