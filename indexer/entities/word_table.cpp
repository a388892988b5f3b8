#include "entities/word_table.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kFirstSlots = 64;

}  // namespace

WordTable::WordTable() : slots_(kFirstSlots) {}

std::string_view WordTable::word(WordId id) const {
  const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
  return std::string_view(bytes_).substr(begin, ends_[id] - begin);
}

// The slot that holds `word`, or the empty one where it belongs.
std::size_t WordTable::slot_of(std::string_view word, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].next_id != 0) {
    if (slots_[at].hash == hash && this->word(slots_[at].next_id - 1) == word) break;
    at = (at + 1) & mask;
  }
  return at;
}

WordId WordTable::find(std::string_view word, std::uint32_t hash) const {
  const std::uint32_t next_id = slots_[slot_of(word, hash)].next_id;
  return next_id == 0 ? kNoWord : next_id - 1;
}

WordId WordTable::add(std::string_view word) {
  const std::uint32_t hash = hash_of_form(word);
  const std::size_t at = slot_of(word, hash);
  if (slots_[at].next_id != 0) return slots_[at].next_id - 1;
  bytes_ += word;
  ends_.push_back(bytes_.size());
  const auto next_id = static_cast<std::uint32_t>(ends_.size());
  slots_[at] = {hash, next_id};
  if (ends_.size() * 2 > slots_.size()) grow();
  return next_id - 1;
}

void WordTable::grow() {
  std::vector<Slot> smaller(slots_.size() * 2);
  slots_.swap(smaller);
  for (const Slot& slot : smaller) {
    if (slot.next_id != 0) slots_[slot_of(word(slot.next_id - 1), slot.hash)] = slot;
  }
}

}  // namespace newsdex
