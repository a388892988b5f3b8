// What is known of words and names before any article is read: clusters and lists.
#pragma once

#include <cstdint>
#include <span>

#include "discovery/hashing.hpp"
#include "discovery/packed_table.hpp"

namespace newsdex::discovery {

/// Lists that a name may stand in, as bits.
enum NameKind : std::uint8_t {
  kGivenName = 1,
  kSurname = 2,  // or a given name: lists that do not tell
  kPlaceName = 4,
  kCountryName = 8,
  kDemonym = 16,
  kOrganisationName = 32,
  kPersonName = 64,
  kTitleWord = 128,  // stands before a person's name: "president", "Mr"
};

/// A word's clusters, one of 64 and one of 512, each from 1; 0 stands for none. Words of a cluster
/// are used alike: they stand between the same neighbours.
struct Clusters {
  std::uint16_t coarse = 0;
  std::uint16_t fine = 0;
};

/// Both clusterings in 16 bits; 0 stands for none.
constexpr std::uint16_t pack_clusters(unsigned coarse, unsigned fine) {
  return static_cast<std::uint16_t>(1 + coarse * 512 + fine);
}
constexpr Clusters unpack_clusters(std::uint16_t packed) {
  if (packed == 0) return {};
  return {static_cast<std::uint16_t>(1 + (packed - 1U) / 512),
          static_cast<std::uint16_t>(1 + (packed - 1U) % 512)};
}

/// The clusters of a form as it is written in text: with a capital letter and without.
struct ClusterRow {
  std::uint16_t fingerprint = 0;
  std::uint16_t capitalised = 0;
  std::uint16_t lower = 0;

  [[nodiscard]] bool empty() const { return fingerprint == 0; }
  [[nodiscard]] bool is_of(std::uint64_t key) const {
    return fingerprint == short_fingerprint(key);
  }
};

/// The kinds of a name of one or more words: fingerprint of 23 bits, whether a longer name begins
/// with these words, and the kinds.
struct NameRow {
  std::uint32_t bits = 0;

  static constexpr std::uint32_t fingerprint(std::uint64_t key) {
    const auto low = static_cast<std::uint32_t>(key) & 0x7FFFFFU;
    return low == 0 ? 1 : low;
  }
  [[nodiscard]] bool empty() const { return bits == 0; }
  [[nodiscard]] bool is_of(std::uint64_t key) const { return bits >> 9 == fingerprint(key); }
  [[nodiscard]] std::uint8_t kinds() const { return static_cast<std::uint8_t>(bits); }
  [[nodiscard]] bool goes_on() const { return (bits & 0x100U) != 0; }
};

/// The key of a name: of its first word's form hash with 0, then with each further word's.
constexpr std::uint64_t name_key(std::uint64_t key_so_far, std::uint64_t form_hash) {
  return scramble(combine(key_so_far, form_hash));
}

/// The key of a form in the table of clusters.
constexpr std::uint64_t cluster_key(std::uint64_t form_hash) {
  return scramble(form_hash);
}

/// The tables belong to the model.
struct WordLexicon {
  std::span<const ClusterRow> clusters;
  std::span<const NameRow> names;
};

}  // namespace newsdex::discovery
