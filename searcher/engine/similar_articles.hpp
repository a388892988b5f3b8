// The words that tell what an article is about, for `similar:`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/collection.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex {

struct ArticlePlace {
  std::uint32_t segment = 0;
  std::uint32_t article = 0;
};

/// The live article with this id.
std::optional<ArticlePlace> find_article(const Collection& collection, std::string_view id);

/// At most `most` stems of the article that other articles have as well, the most telling first: by
/// occurrences times idf, as Lucene's MoreLikeThis weighs them, then by bytes. What is said again
/// and again tells what an article is about; a rare word that stands there once does not.
std::vector<std::string> telling_stems(const Collection& collection, ArticlePlace place,
                                       std::size_t most, Analyzer& analyzer);

}  // namespace newsdex
