// What the recogniser sees of an item: the keys of its features.
//
// Templates are those usual for names (Zhang and Johnson 2003; Ratinov and Roth 2009): words and
// affixes in a window of five, how they are written, clusters, lists, the run of capitalised words
// an item is in, and what other places in the article say of its word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "discovery/article_context.hpp"
#include "discovery/hashing.hpp"

namespace newsdex::discovery {

/// Collects the keys of one item. A feature is a template and a value; both go into its key.
class FeatureKeys {
 public:
  static constexpr std::size_t kMost = 128;

  void clear() { size_ = 0; }

  /// The next templates are numbered from `group`, whatever was added before.
  void begin_group(std::uint64_t group) { template_ = group; }

  void add(std::uint64_t value) {
    keys_[size_++] = scramble(combine(++template_ * 0x2545F4914F6CDD1DU, value));
  }
  void add(std::uint64_t a, std::uint64_t b) { add(combine(a, b)); }
  void add(std::uint64_t a, std::uint64_t b, std::uint64_t c) { add(combine(combine(a, b), c)); }

  [[nodiscard]] std::span<const std::uint64_t> keys() const { return {keys_.data(), size_}; }

 private:
  std::array<std::uint64_t, kMost> keys_;
  std::size_t size_ = 0;
  std::uint64_t template_ = 0;
};

/// The features of `item`, a candidate, into `out`.
void extract_features(const ArticleContext& context, std::uint32_t item, FeatureKeys& out);

}  // namespace newsdex::discovery
