#include "storage/article_store.hpp"

namespace newsdex {

ArticleStore::ArticleStore(const PostingsReader& postings)
    : postings_(postings), decompressor_(postings.metadata(kDictionaryKey)) {}

StoredArticle ArticleStore::read(std::uint32_t article) {
  return decode_stored_article(bytes(article));
}

std::string ArticleStore::bytes(std::uint32_t article) {
  return decompressor_.decompress(postings_.stored(article));
}

}  // namespace newsdex
