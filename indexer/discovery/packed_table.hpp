// A hash table in a few bytes a row, which is looked up in where it lies: in a mapped file or in
// the program itself.
//
// Rows are found by linear probing from (high half of the key * rows >> 32). A row knows of its key
// only a fingerprint from the key's low half, so that a key which is not in the table is taken for
// one that is about once in some ten thousand times (rows of 16 bits). No row lies further than
// kMostProbes from where it is looked for first: that bounds a lookup in any bytes whatever.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace newsdex::discovery {

inline constexpr std::size_t kMostProbes = 128;

/// `size` must not be 0.
constexpr std::size_t first_probe(std::uint64_t key, std::size_t size) {
  return static_cast<std::size_t>(((key >> 32) * size) >> 32);
}

/// The row of `key`, or null. Row has `bool empty() const` and `bool is_of(std::uint64_t key)
/// const`.
template <class Row>
const Row* find_row(std::span<const Row> rows, std::uint64_t key) {
  if (rows.empty()) return nullptr;
  std::size_t at = first_probe(key, rows.size());
  for (std::size_t probe = 0; probe < kMostProbes; ++probe) {
    const Row& row = rows[at];
    if (row.is_of(key)) return &row;
    if (row.empty()) return nullptr;
    at = at + 1 == rows.size() ? 0 : at + 1;
  }
  return nullptr;
}

/// Where `key` is or can be put; null when the table is too full.
template <class Row>
Row* find_place(std::span<Row> rows, std::uint64_t key) {
  if (rows.empty()) return nullptr;
  std::size_t at = first_probe(key, rows.size());
  for (std::size_t probe = 0; probe < kMostProbes; ++probe) {
    if (rows[at].empty() || rows[at].is_of(key)) return &rows[at];
    at = at + 1 == rows.size() ? 0 : at + 1;
  }
  return nullptr;
}

/// A fingerprint of 16 bits that is not 0, which marks a row as empty.
constexpr std::uint16_t short_fingerprint(std::uint64_t key) {
  const auto low = static_cast<std::uint16_t>(key);
  return low == 0 ? std::uint16_t{1} : low;
}

}  // namespace newsdex::discovery
