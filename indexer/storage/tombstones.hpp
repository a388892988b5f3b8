// Which articles of a segment are dead.
#pragma once

#include <cstdint>
#include <vector>

namespace newsdex {

/// Bit i % 64 of word i / 64 for article i; empty when none is dead.
using Tombstones = std::vector<std::uint64_t>;

inline bool is_deleted(const Tombstones& tombstones, std::uint32_t article) {
  return !tombstones.empty() && (tombstones[article / 64] >> (article % 64) & 1) != 0;
}

/// Marks one of a segment's `articles` as dead.
inline void mark_deleted(Tombstones& tombstones, std::uint32_t article, std::uint32_t articles) {
  tombstones.resize((std::uint64_t{articles} + 63) / 64);
  tombstones[article / 64] |= std::uint64_t{1} << (article % 64);
}

}  // namespace newsdex
