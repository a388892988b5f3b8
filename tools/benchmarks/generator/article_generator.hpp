// The articles of a corpus. Each depends on the seed and its own number alone, so that a smaller
// corpus is the beginning of a larger one.
#pragma once

#include <cstdint>
#include <string>

#include "generator/world.hpp"
#include "newsdex/article.hpp"

namespace newsdex::benchmarks {

class Story;

/// How long the bodies of articles are: log-normal, in bytes.
struct Shape {
  double median_bytes = 0;
  double sigma = 0;
  double least_bytes = 0;
  double most_bytes = 0;
};

/// Whole news articles, around 2.5 KB.
inline constexpr Shape kNewsShape = {2200, 0.55, 300, 30'000};
/// Items as feeds and wires send them, of 200 to 300 bytes.
inline constexpr Shape kItemShape = {245, 0.08, 200, 300};

/// An article and what was put into it: canonical names, ascending.
struct GeneratedArticle {
  Article article;
  std::vector<std::string> actors;
  std::vector<std::string> platforms;
};

class ArticleGenerator {
 public:
  /// The world must outlive the generator.
  ArticleGenerator(const World& world, const Shape& shape, std::uint64_t seed)
      : world_(world), shape_(shape), seed_(seed) {}

  /// `number` counts from 1.
  [[nodiscard]] GeneratedArticle make(std::uint64_t number) const;

 private:
  void write_body(Story& story, const std::string& outlet, Random& random, std::string& out) const;

  const World& world_;
  Shape shape_;
  std::uint64_t seed_;
};

}  // namespace newsdex::benchmarks
