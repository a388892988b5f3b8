// What articles say about themselves: the keys of JSON records and of front matter.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "newsdex/article.hpp"

namespace newsdex {

struct MetadataKey {
  std::string_view name;  // lower case
  std::string Article::*field;
};

inline constexpr std::array kMetadataKeys = {
    MetadataKey{"id", &Article::id},
    MetadataKey{"title", &Article::title},
    MetadataKey{"date", &Article::date},
    MetadataKey{"source", &Article::source},
    MetadataKey{"url", &Article::url},
    MetadataKey{"author", &Article::author},
    MetadataKey{"language", &Article::language},
};

/// What front matter written for other programs calls the same things. The names above win.
inline constexpr std::array kMetadataSynonyms = {
    MetadataKey{"published", &Article::date}, MetadataKey{"publisher", &Article::source},
    MetadataKey{"link", &Article::url},       MetadataKey{"byline", &Article::author},
    MetadataKey{"lang", &Article::language},
};

/// Makes all fields but the body valid UTF-8 without white space at the ends, takes "By " off the
/// author, and brings the language to its primary subtag ("en-US", "eng" to "en"; what is no
/// language code to nothing).
void tidy_metadata(Article& article);

}  // namespace newsdex
