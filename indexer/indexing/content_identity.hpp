// What makes two articles the same, and one another than it was.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "newsdex/article.hpp"
#include "storage/index_document.hpp"

namespace newsdex {

/// `content` is the same for articles that say the same, whatever their path, id and white space;
/// the language is left out, which an article may not give and tagging fills in. The dates in the
/// file's name count where the article gives none of its own: it may be dated by them. `spelling`
/// is the same only for those that are the same to the byte, and never 0.
struct ContentIdentity {
  ContentHash content = {};
  std::uint64_t spelling = 0;

  bool operator==(const ContentIdentity&) const = default;
};

/// Computes identities. Not to be shared among threads.
class ContentHasher {
 public:
  [[nodiscard]] ContentIdentity identify(const Article& article);

 private:
  std::string text_;  // of the article, in single spaces
  std::string path_;  // of the last article, and
  std::string name_dates_;
};

/// What articles have in common of which one is kept, and the others are but further places of it.
/// One that has an id of its own is the same only as one with the same id: whoever gave two ids
/// wants to find both.
ContentHash copy_key(const ContentHash& content, bool id_is_made, std::string_view id);

/// For tables by content.
struct ContentHashHash {
  std::size_t operator()(const ContentHash& hash) const { return hash[0]; }
};

}  // namespace newsdex
