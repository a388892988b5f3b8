// Words to small numbers: an open-addressing hash table that text is looked up in, word by word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/form_hash.hpp"

namespace newsdex {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0xFFFFFFFF;

/// Most words that are looked up are not there: one probe of an 8-byte slot finds that out, because
/// the slot holds the hash. Words are hashed by hash_of_form(), which tokens carry.
class WordTable {
 public:
  WordTable();

  /// The number of `word`, which is added if it is new. Numbers count from 0 in order of addition.
  WordId add(std::string_view word);

  /// kNoWord if it was never added.
  [[nodiscard]] WordId find(std::string_view word) const { return find(word, hash_of_form(word)); }

  /// The same for a word whose hash is known.
  [[nodiscard]] WordId find(std::string_view word, std::uint32_t hash) const;

  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view word(WordId id) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t next_id = 0;  // the word's number plus one; 0 in an empty slot
  };

  [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint32_t hash) const;
  void grow();

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::string bytes_;        // the words one after the other
  std::vector<std::size_t> ends_;
};

}  // namespace newsdex
