// What the words of a language became when they were last met.
//
// Of a hundred words of a text some ninety-seven have been met before; one look at a cache line
// spares folding and stemming them again, and nothing of them is copied: tokens view the bytes
// that the cache keeps. Those lie in an arena that the cache shares with the streams whose tokens
// view it, so that they outlive the cache if need be. When it is full the cache drops all and
// begins a new arena.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "analysis/byte_arena.hpp"
#include "analysis/word_normalizer.hpp"

namespace newsdex {

/// Counts the words that an analyzer's caches compute, so that each has a number of its own.
class WordNumbers {
 public:
  /// Throws Error{io} after four thousand million words.
  std::uint32_t next();

 private:
  std::uint32_t last_ = 0;
};

/// What a word is looked up by: two numbers and its size, which determine a word of up to 16 bytes.
struct WordKey {
  std::uint64_t first_bytes = 0;
  std::uint64_t last_bytes = 0;
  std::uint32_t size = 0;

  bool operator==(const WordKey&) const = default;
};

/// A word that has been met, with what it became. One cache line.
struct alignas(64) CachedWord {
  WordKey key;
  std::uint32_t number = 0;  // 0 in an empty slot of the table
  std::uint32_t form_hash = 0;
  const char* written_bytes = nullptr;  // of a word that its key does not determine
  const char* form_bytes = nullptr;
  const char* stem_bytes = nullptr;
  std::uint8_t form_size = 0;  // 0 if the word makes no token
  std::uint8_t stem_size = 0;
  bool capitalised = false;
  bool all_caps = false;

  [[nodiscard]] std::string_view form() const { return {form_bytes, form_size}; }
  [[nodiscard]] std::string_view stem() const { return {stem_bytes, stem_size}; }
};
static_assert(sizeof(CachedWord) == 64);

/// Not to be shared among threads.
class WordCache {
 public:
  /// `numbers` must outlive the cache.
  WordCache(std::string_view language, WordNumbers& numbers);

  /// The key of a word that will be looked up soon. Most of the time of a look-up is spent waiting
  /// for memory: this asks for it, so that a caller who names a few words first need not wait.
  [[nodiscard]] WordKey announce(std::string_view word) const;

  /// `key` is that of `word`. Lives until the next call; the bytes of form and stem live as long as
  /// bytes().
  const CachedWord& find_or_add(const WordKey& key, std::string_view word);

  /// Keeps the bytes alive that words found since the last change of it view.
  [[nodiscard]] const std::shared_ptr<ByteArena>& bytes() const { return bytes_; }

  static constexpr std::size_t kMaxWords = std::size_t{1} << 17;
  static constexpr std::size_t kMaxArenaBytes = std::size_t{1} << 24;
  static constexpr std::size_t kMaxWordBytes = 48;  // longer ones are computed each time

 private:
  void compute(std::string_view word, CachedWord& out);
  const CachedWord& compute_only(std::string_view word);
  const CachedWord& add(const WordKey& key, std::string_view word);
  CachedWord& empty_slot_of(const WordKey& key);
  void grow();
  void begin_anew();

  WordNormalizer normalizer_;
  WordNumbers& numbers_;
  NormalizedWord normalized_;
  std::shared_ptr<ByteArena> bytes_;
  std::vector<CachedWord> table_;  // open addressing; a power of two, at most half full
  std::size_t words_ = 0;
  CachedWord uncached_;
};

}  // namespace newsdex
