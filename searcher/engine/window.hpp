// A run of a segment's articles that is looked at in one go, and sets of articles within it.
//
// A query is evaluated window by window instead of list by list: the sets, counts and scores of a
// window stay in the nearest cache, nothing is allocated by the size of a segment, and a window
// without a candidate costs nothing more. Lucene's BooleanScorer works alike.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace newsdex {

inline constexpr std::uint32_t kWindowArticles = 4096;

/// The articles [begin, end) of a segment; `begin` is a multiple of kWindowArticles.
struct Window {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // at most begin + kWindowArticles

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

/// A set of a window's articles by their offset from its begin: one bit each.
class WindowSet {
 public:
  static constexpr std::size_t kWords = kWindowArticles / 64;

  [[nodiscard]] bool contains(std::uint32_t offset) const {
    return (words_[offset / 64] >> (offset % 64) & 1) != 0;
  }
  void insert(std::uint32_t offset) { words_[offset / 64] |= std::uint64_t{1} << (offset % 64); }
  void clear() { words_.fill(0); }

  [[nodiscard]] std::uint32_t count() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t word : words_) sum += bits_in(word);
    return static_cast<std::uint32_t>(sum);
  }
  [[nodiscard]] bool has_more_than(std::uint32_t limit) const {
    std::uint32_t seen = 0;
    for (const std::uint64_t word : words_) {
      for (std::uint64_t rest = word; rest != 0; rest &= rest - 1) {
        if (++seen > limit) return true;
      }
    }
    return false;
  }
  [[nodiscard]] bool any() const {
    std::uint64_t all = 0;
    for (const std::uint64_t word : words_) all |= word;
    return all != 0;
  }
  /// The lowest and the highest offset; the set must not be empty.
  [[nodiscard]] std::uint32_t first() const {
    std::size_t w = 0;
    while (words_[w] == 0) ++w;
    return static_cast<std::uint32_t>(w * 64) +
           static_cast<std::uint32_t>(std::countr_zero(words_[w]));
  }
  [[nodiscard]] std::uint32_t last() const {
    std::size_t w = kWords - 1;
    while (words_[w] == 0) --w;
    return static_cast<std::uint32_t>(w * 64 + 63) -
           static_cast<std::uint32_t>(std::countl_zero(words_[w]));
  }

  WindowSet& operator&=(const WindowSet& other) {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] &= other.words_[i];
    return *this;
  }
  WindowSet& operator|=(const WindowSet& other) {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] |= other.words_[i];
    return *this;
  }
  /// Takes out what is in `other`.
  WindowSet& operator-=(const WindowSet& other) {
    for (std::size_t i = 0; i < kWords; ++i) words_[i] &= ~other.words_[i];
    return *this;
  }

  /// Calls `action(offset)` for each, ascending.
  template <typename Action>
  void for_each(Action&& action) const {
    for (std::size_t w = 0; w < kWords; ++w) {
      for (std::uint64_t word = words_[w]; word != 0; word &= word - 1) {
        action(
            static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

  /// The 64 articles from offset 64 * `number` on.
  [[nodiscard]] std::uint64_t& word(std::size_t number) { return words_[number]; }
  [[nodiscard]] std::uint64_t word(std::size_t number) const { return words_[number]; }

 private:
  friend class WindowList;

  // Without the popcnt instruction, which x86-64 need not have, std::popcount is a call a word;
  // this the compiler turns into vector instructions over several words.
  static constexpr std::uint64_t bits_in(std::uint64_t word) {
    word -= word >> 1 & 0x5555555555555555;
    word = (word & 0x3333333333333333) + (word >> 2 & 0x3333333333333333);
    word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0F;
    word += word >> 8;
    word += word >> 16;
    word += word >> 32;
    return word & 0x7F;
  }

  std::array<std::uint64_t, kWords> words_ = {};
};

/// The members of a set in a row: to go through them a second time, or to do little with each,
/// takes half as long as from the bits, where the processor guesses wrong at the end of almost
/// every word.
class WindowList {
 public:
  explicit WindowList(const WindowSet& set) {
    for (std::size_t w = 0; w < WindowSet::kWords; ++w) append(w * 64, set.word(w));
  }
  WindowList(const WindowList&) = delete;
  WindowList& operator=(const WindowList&) = delete;

  /// Offsets, ascending.
  [[nodiscard]] std::span<const std::uint16_t> offsets() const { return {offsets_.data(), size_}; }

 private:
  static constexpr std::uint32_t kStep = 4;

  // Writes kStep offsets at a time, whether there are so many or not; what is too much is written
  // over or never read.
  void append(std::size_t begin, std::uint64_t word) {
    const auto count = static_cast<std::uint32_t>(WindowSet::bits_in(word));
    for (std::uint32_t done = 0; done < count; done += kStep) {
      for (std::uint32_t i = 0; i < kStep; ++i) {
        const auto bit = static_cast<std::size_t>(std::countr_zero(word));
        offsets_[size_ + done + i] = static_cast<std::uint16_t>(begin + bit);
        word &= word - 1;
      }
    }
    size_ += count;
  }

  std::uint32_t size_ = 0;
  std::array<std::uint16_t, kWindowArticles + kStep> offsets_;
};

}  // namespace newsdex
