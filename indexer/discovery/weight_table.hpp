// The weights of features, found by the features' keys.
//
// An open-addressed table like packed_table.hpp's, but with the fingerprints in an array of their
// own: two bytes for each of some eighty thousand slots stay in the cache near the processor, and
// the sixteen bytes of weights, further away, are only touched for features that have some. Four
// fingerprints are compared at once.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "discovery/name_label.hpp"
#include "discovery/packed_table.hpp"

namespace newsdex::discovery {

/// A feature's weight for each label, in units of 1 / ModelHeader::units; the last three are of no
/// label, so that a row fills a vector register.
struct alignas(16) WeightRow {
  std::array<std::int8_t, 16> weights{};
};
static_assert(kLabels <= 16);

class WeightTable {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// Slots behind the last at which a search begins; those that no search needs stay empty.
  static constexpr std::size_t kPadding = kMostProbes + 4;

  WeightTable() = default;

  /// Both as long; a table of kPadding slots or fewer holds nothing. A fingerprint of 0 marks an
  /// empty slot.
  WeightTable(std::span<const std::uint16_t> fingerprints, std::span<const WeightRow> rows)
      : fingerprints_(fingerprints),
        rows_(rows),
        starts_(fingerprints.size() > kPadding ? fingerprints.size() - kPadding : 0) {}

  [[nodiscard]] bool empty() const { return starts_ == 0; }

  /// Asks for the memory that a search for `key` reads first. The table must not be empty.
  void prefetch(std::uint64_t key) const {
    __builtin_prefetch(&fingerprints_[first_probe(key, starts_)]);
  }
  void prefetch_row(std::uint32_t slot) const { __builtin_prefetch(&rows_[slot]); }

  /// The slot of `key`, or kNone. The table must not be empty.
  [[nodiscard]] std::uint32_t find(std::uint64_t key) const {
    const std::uint64_t wanted = short_fingerprint(key) * kLowBits;
    const std::size_t start = first_probe(key, starts_);
    for (std::size_t at = start; at < start + kMostProbes; at += 4) {
      std::uint64_t four = 0;
      std::memcpy(&four, &fingerprints_[at], sizeof four);
      const std::uint64_t found = zeros(four ^ wanted);
      const std::uint64_t empty = zeros(four);
      // The lowest bit of either is right; whichever comes first decides.
      if (found != 0 && std::countr_zero(found) < std::countr_zero(empty)) {
        return static_cast<std::uint32_t>(at +
                                          static_cast<std::size_t>(std::countr_zero(found)) / 16);
      }
      if (empty != 0) return kNone;
    }
    return kNone;
  }

  [[nodiscard]] const WeightRow& row(std::uint32_t slot) const { return rows_[slot]; }

 private:
  static constexpr std::uint64_t kLowBits = 0x0001000100010001U;
  static constexpr std::uint64_t kHighBits = 0x8000800080008000U;

  // The high bit of each of four numbers of 16 bits that is 0. A borrow may set further ones, above
  // the lowest (Mycroft 1987).
  static constexpr std::uint64_t zeros(std::uint64_t four) {
    return (four - kLowBits) & ~four & kHighBits;
  }

  std::span<const std::uint16_t> fingerprints_;
  std::span<const WeightRow> rows_;
  std::size_t starts_ = 0;
};

}  // namespace newsdex::discovery
