#include "engine/article_set.hpp"

#include <algorithm>

namespace newsdex {

ArticleSet ArticleSet::all(std::uint32_t articles) {
  ArticleSet set(articles);
  std::fill(set.words_.begin(), set.words_.end(), ~std::uint64_t{0});
  if (articles % 64 != 0) set.words_.back() = (std::uint64_t{1} << (articles % 64)) - 1;
  return set;
}

std::uint64_t ArticleSet::count() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t word : words_) sum += static_cast<std::uint64_t>(std::popcount(word));
  return sum;
}

WindowSet ArticleSet::within(const Window& window) const {
  WindowSet part;
  const std::size_t first = window.begin / 64;
  const std::size_t words = std::min(WindowSet::kWords, words_.size() - first);
  for (std::size_t i = 0; i < words; ++i) part.word(i) = words_[first + i];
  return part;
}

ArticleSet& ArticleSet::operator&=(const ArticleSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  return *this;
}

ArticleSet& ArticleSet::operator|=(const ArticleSet& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  return *this;
}

ArticleSet& ArticleSet::operator-=(const ArticleSet& other) {
  remove(other.words_);
  return *this;
}

void ArticleSet::remove(std::span<const std::uint64_t> words) {
  for (std::size_t i = 0; i < words.size(); ++i) words_[i] &= ~words[i];
}

}  // namespace newsdex
