// Articles as schema.org describes them, in JSON-LD.
#pragma once

#include <optional>
#include <string_view>

#include "newsdex/article.hpp"

namespace newsdex {

struct LinkedArticle {
  Article article;  // title, date, author, source, language, url, body as far as they are given
  int score = 0;    // an article proper outdoes a mere page
};

/// The best article of the text: an object whose type ends in "Article" or "Posting", else a page
/// of one; alone, in a list, in "@graph", as "mainEntity". nullopt when there is none, or no JSON.
std::optional<LinkedArticle> read_json_ld(std::string_view json);

}  // namespace newsdex
