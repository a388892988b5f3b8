// The whole articles that a segment keeps.
#pragma once

#include <cstdint>

#include "storage/article_file.hpp"
#include "storage/stored_article.hpp"

namespace newsdex {

/// Not to be shared among threads.
class ArticleStore {
 public:
  /// The file must outlive the store.
  explicit ArticleStore(const ArticleFile& file) : reader_(file) {}

  /// Throws Error{bad_index} when it is damaged.
  StoredArticle read(std::uint32_t article) { return decode_stored_article(reader_.read(article)); }

 private:
  ArticleBlockReader reader_;
};

}  // namespace newsdex
