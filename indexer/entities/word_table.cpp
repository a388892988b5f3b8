#include "entities/word_table.hpp"

// Compiled into this file: a call through the library costs more than hashing a word.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace newsdex {
namespace {

constexpr std::size_t kFirstSlots = 64;

std::uint32_t tag_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

WordTable::WordTable() : slots_(kFirstSlots) {}

std::uint64_t WordTable::hash(std::string_view word) {
  return XXH3_64bits(word.data(), word.size());
}

std::string_view WordTable::word(WordId id) const {
  const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
  return std::string_view(bytes_).substr(begin, ends_[id] - begin);
}

// The slot that holds `word`, or the empty one where it belongs.
std::size_t WordTable::slot_of(std::string_view word, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].next_id != 0) {
    if (slots_[at].tag == tag_of(hash) && this->word(slots_[at].next_id - 1) == word) break;
    at = (at + 1) & mask;
  }
  return at;
}

WordId WordTable::find(std::string_view word, std::uint64_t hash) const {
  const std::uint32_t next_id = slots_[slot_of(word, hash)].next_id;
  return next_id == 0 ? kNoWord : next_id - 1;
}

WordId WordTable::add(std::string_view word) {
  const std::uint64_t hash = WordTable::hash(word);
  const std::size_t at = slot_of(word, hash);
  if (slots_[at].next_id != 0) return slots_[at].next_id - 1;
  bytes_ += word;
  ends_.push_back(bytes_.size());
  const auto next_id = static_cast<std::uint32_t>(ends_.size());
  slots_[at] = {tag_of(hash), next_id};
  if (ends_.size() * 2 > slots_.size()) grow();
  return next_id - 1;
}

void WordTable::grow() {
  std::vector<Slot> bigger(slots_.size() * 2);
  slots_.swap(bigger);
  for (WordId id = 0; id < ends_.size(); ++id) {
    const std::uint64_t hash = WordTable::hash(word(id));
    slots_[slot_of(word(id), hash)] = {tag_of(hash), id + 1};
  }
}

}  // namespace newsdex
