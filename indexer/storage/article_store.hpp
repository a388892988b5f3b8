// The whole articles that a segment keeps.
#pragma once

#include <cstdint>
#include <memory>

#include "storage/article_compression.hpp"
#include "storage/postings_reader.hpp"
#include "storage/stored_article.hpp"

namespace newsdex {

/// Not to be shared among threads.
class ArticleStore {
 public:
  /// The reader must outlive the store.
  explicit ArticleStore(const PostingsReader& postings);

  /// Both throw Error{bad_index} when it is damaged.
  StoredArticle read(std::uint32_t article);
  /// As encoded, decompressed.
  std::string bytes(std::uint32_t article);

 private:
  const PostingsReader& postings_;
  ArticleDecompressor decompressor_;
};

}  // namespace newsdex
