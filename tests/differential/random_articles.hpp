// Random articles and queries about them, the same for the same seed.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "newsdex/article.hpp"

namespace newsdex::testing {

/// A name list of those whom the articles name.
std::string random_article_names();

class RandomArticles {
 public:
  explicit RandomArticles(std::uint32_t seed) : random_(seed) {}

  /// An article with this id: words of a small vocabulary in several inflections, names of the
  /// built-in list in several forms, a date of any precision or none.
  Article article(const std::string& id);

  /// The same in a few words.
  Article short_article(const std::string& id);

  /// A query of up to a few operators, mostly about what such articles hold.
  std::string query(int depth = 3);

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

 private:
  template <typename Table>
  std::string pick(const Table& table) {
    return std::string(table[below(std::size(table))]);
  }
  std::string words(std::size_t count);
  std::string phrase();
  std::string date();
  std::string leaf();
  std::string pattern();
  std::string near();

  std::mt19937 random_;
};

/// The article as a line of JSON Lines.
std::string to_json_line(const Article& article);

}  // namespace newsdex::testing
