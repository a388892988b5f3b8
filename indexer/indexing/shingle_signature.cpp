#include "indexing/shingle_signature.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>

namespace newsdex {
namespace {

constexpr std::uint32_t kBins = kSignatureBins;
constexpr std::uint32_t kBandBins = 3;
static_assert(kSignatureBands * kBandBins <= kBins);

constexpr double kLeastLength = 0.4;  // of the shorter text, to the longer one's

// Odd numbers without a pattern: a word's place in the shingle counts.
constexpr std::array<std::uint64_t, kShingleWords> kWordFactors = {
    0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93};

constexpr std::uint64_t mixed(std::uint64_t hash) {
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93;
  return hash ^ hash >> 32;
}

std::uint64_t shingle_hash(const Token* first) {
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < kShingleWords; ++i) hash += kWordFactors[i] * first[i].form_hash;
  return mixed(hash);
}

// Where a bin that is empty looks for a value: a bin, and how far on the next one is. As the
// distance is odd and bins are a power of two, all of them come up in the end.
struct ProbeOrder {
  std::uint8_t first = 0;
  std::uint8_t step = 1;
};

constexpr std::array<ProbeOrder, kBins> probe_orders() {
  std::array<ProbeOrder, kBins> orders;
  for (std::uint32_t bin = 0; bin < kBins; ++bin) {
    const std::uint64_t hash = mixed((bin + 1) * kWordFactors[0]);
    orders[bin] = {static_cast<std::uint8_t>(hash % kBins),
                   static_cast<std::uint8_t>(hash / kBins % kBins | 1)};
  }
  return orders;
}

constexpr std::array<ProbeOrder, kBins> kProbeOrders = probe_orders();

// The bin whose value a bin has: itself, unless it is empty.
std::uint32_t source_of(const OpenSignature& signature, std::uint32_t bin) {
  std::uint32_t source = bin;
  for (std::uint32_t probe = kProbeOrders[bin].first; signature.bins()[source] == 0;
       probe += kProbeOrders[bin].step)
    source = probe % kBins;
  return source;
}

}  // namespace

std::string shingle_signature(std::span<const Token> tokens) {
  if (tokens.size() < kFewestShingles + kShingleWords - 1) return {};
  std::array<std::uint64_t, kBins> least;
  least.fill(std::numeric_limits<std::uint64_t>::max());
  std::uint64_t filled = 0;
  for (std::size_t i = 0; i + kShingleWords <= tokens.size(); ++i) {
    const std::uint64_t hash = shingle_hash(&tokens[i]);
    std::uint64_t& kept = least[hash % kBins];
    kept = std::min(kept, hash);
    filled |= std::uint64_t{1} << (hash % kBins);
  }
  std::array<char, sizeof filled + kBins> signature;
  std::memcpy(signature.data(), &filled, sizeof filled);
  std::size_t size = sizeof filled;
  for (std::uint64_t rest = filled; rest != 0; rest &= rest - 1) {
    // Not the highest bits, which are mostly zero in a least number.
    const std::uint64_t value = least[static_cast<std::size_t>(std::countr_zero(rest))] / kBins;
    signature[size++] = static_cast<char>(1 + value % 255);
  }
  return {signature.data(), size};
}

bool is_signature(std::string_view bytes) {
  std::uint64_t filled = 0;
  if (bytes.size() <= sizeof filled) return false;
  std::memcpy(&filled, bytes.data(), sizeof filled);
  return bytes.size() == sizeof filled + static_cast<std::size_t>(std::popcount(filled)) &&
         bytes.find('\0', sizeof filled) == bytes.npos;
}

OpenSignature::OpenSignature(std::string_view signature) {
  std::uint64_t filled = 0;
  std::memcpy(&filled, signature.data(), sizeof filled);
  const char* value = signature.data() + sizeof filled;
  for (; filled != 0; filled &= filled - 1)
    bins_[static_cast<std::size_t>(std::countr_zero(filled))] = static_cast<std::uint8_t>(*value++);
}

std::uint32_t band_key(const OpenSignature& signature, std::uint32_t band) {
  std::uint64_t key = 0;
  for (std::uint32_t bin = band * kBandBins; bin < (band + 1) * kBandBins; ++bin) {
    const std::uint32_t source = source_of(signature, bin);
    key = key << 14 | source << 8 | signature.bins()[source];
  }
  return static_cast<std::uint32_t>(mixed(key * kWordFactors[0]) >> 32);
}

// Without a branch, so that the compiler takes sixteen bins at once.
double resemblance(const OpenSignature& a, const OpenSignature& b) {
  std::uint8_t alike = 0;
  std::uint8_t empty = 0;
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    const std::uint8_t first = a.bins()[bin];
    const std::uint8_t second = b.bins()[bin];
    alike = static_cast<std::uint8_t>(alike + (first == second ? 1 : 0));
    empty = static_cast<std::uint8_t>(empty + ((first | second) == 0 ? 1 : 0));
  }
  return static_cast<double>(alike - empty) / std::max(1, static_cast<int>(kBins) - empty);
}

double containment(const SignedText& a, const SignedText& b) {
  const double shorter = std::min(a.shingles, b.shingles);
  const double longer = std::max(a.shingles, b.shingles);
  if (shorter < kLeastLength * longer) return 0;
  const double common = resemblance(a.signature, b.signature);
  return common / (1 + common) * (shorter + longer) / shorter;
}

}  // namespace newsdex
