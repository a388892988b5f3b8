#include "storage/term_table.hpp"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <utility>

namespace newsdex {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;
constexpr std::size_t kFirstSlots = std::size_t{1} << 12;

std::uint64_t hash_of(std::string_view term) {
  return XXH3_64bits(term.data(), term.size());
}

using Keyed = std::pair<std::uint64_t, std::uint32_t>;  // leading bytes and number of a term

// The first eight bytes as a number that compares as they do.
std::uint64_t leading_bytes(std::string_view term) {
  std::uint64_t bytes = 0;
  term.copy(reinterpret_cast<char*>(&bytes), sizeof bytes);
  if constexpr (std::endian::native == std::endian::little) bytes = __builtin_bswap64(bytes);
  return bytes;
}

}  // namespace

TermTable::TermTable() : slots_(kFirstSlots) {}

std::uint32_t TermTable::number(std::string_view term) {
  const std::uint64_t hash = hash_of(term);
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number_plus_one != 0; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.tag == tag && terms_[slot.number_plus_one - 1] == term)
      return slot.number_plus_one - 1;
  }
  terms_.push_back(store(term));
  slots_[at] = {tag, size()};
  if (terms_.size() * 2 > slots_.size()) grow();
  return size() - 1;
}

std::string_view TermTable::store(std::string_view bytes) {
  if (blocks_.empty() || used_ + bytes.size() > kBlockBytes) {
    blocks_.push_back(std::make_unique<char[]>(std::max(kBlockBytes, bytes.size())));
    used_ = 0;
  }
  char* at = blocks_.back().get() + used_;
  bytes.copy(at, bytes.size());
  used_ += bytes.size();
  return {at, bytes.size()};
}

void TermTable::grow() {
  std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.number_plus_one == 0) continue;
    std::size_t at = hash_of(terms_[slot.number_plus_one - 1]) & mask;
    while (slots_[at].number_plus_one != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

std::size_t TermTable::memory() const {
  return slots_.capacity() * sizeof(Slot) + terms_.capacity() * sizeof(std::string_view) +
         blocks_.size() * kBlockBytes + terms_.size() * (sizeof(Keyed) + sizeof(std::uint32_t));
}

std::vector<std::uint32_t> TermTable::in_order() const {
  std::vector<Keyed> keyed;
  keyed.reserve(terms_.size());
  for (std::uint32_t i = 0; i < size(); ++i) keyed.emplace_back(leading_bytes(terms_[i]), i);
  std::sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : terms_[a.second] < terms_[b.second];
  });
  std::vector<std::uint32_t> numbers;
  numbers.reserve(keyed.size());
  for (const auto& [key, number] : keyed) numbers.push_back(number);
  return numbers;
}

}  // namespace newsdex
