// A set of a segment's articles: one bit each.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/window.hpp"

namespace newsdex {

class ArticleSet {
 public:
  /// The empty set over `articles` articles.
  explicit ArticleSet(std::uint32_t articles) : articles_(articles), words_((articles + 63) / 64) {}

  static ArticleSet all(std::uint32_t articles);

  [[nodiscard]] std::uint32_t universe() const { return articles_; }
  [[nodiscard]] bool contains(std::uint32_t article) const {
    return article < articles_ && (words_[article / 64] >> (article % 64) & 1) != 0;
  }
  /// The part of the set that lies in a window of its universe.
  [[nodiscard]] WindowSet within(const Window& window) const;
  void insert(std::uint32_t article) { words_[article / 64] |= std::uint64_t{1} << (article % 64); }
  [[nodiscard]] std::uint64_t count() const;

  ArticleSet& operator&=(const ArticleSet& other);
  ArticleSet& operator|=(const ArticleSet& other);
  /// Takes out what is in `other`.
  ArticleSet& operator-=(const ArticleSet& other);
  /// Takes out the articles whose bits are set in `words`; an empty span has none.
  void remove(std::span<const std::uint64_t> words);

  /// Calls `action(article)` for each, ascending.
  template <typename Action>
  void for_each(Action&& action) const {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      for (std::uint64_t word = words_[w]; word != 0; word &= word - 1) {
        action(
            static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(word))));
      }
    }
  }

 private:
  std::uint32_t articles_;
  std::vector<std::uint64_t> words_;
};

}  // namespace newsdex
