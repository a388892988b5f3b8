// Hashes by which words, names and features are known; those of the model file and of the text must
// be the same, so a change here is a change of the model's version.
#pragma once

#include <xxhash.h>

#include <bit>
#include <cstdint>
#include <string_view>

namespace newsdex::discovery {

inline std::uint64_t hash_text(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

/// Depends on the order: combine(a, b) and combine(b, a) differ.
constexpr std::uint64_t combine(std::uint64_t a, std::uint64_t b) {
  return (std::rotl(a, 29) ^ b) * 0x9E3779B97F4A7C15U + b;
}

/// Spreads every bit of `x` over all 64 (the finalizer of SplitMix64, by Sebastiano Vigna, less a
/// step).
constexpr std::uint64_t scramble(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
  return x ^ (x >> 27) ^ (x >> 41);
}

}  // namespace newsdex::discovery
