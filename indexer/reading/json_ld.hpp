// Articles as schema.org describes them, in JSON-LD.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "newsdex/article.hpp"

namespace newsdex {

struct LinkedArticle {
  Article article;  // title, date, author, source, language, url, body as far as they are given
  int score = 0;  // an article proper outdoes a mere page, then one with the page's address others
};

/// The best article of the text: an object whose type ends in "Article" or "Posting", else a page
/// of one; alone, in a list, in "@graph", as "mainEntity". Of several the first that has one of the
/// addresses `of_page`. Names that are given by "@id" are those of the objects with that id in the
/// same text. nullopt when there is none, or no JSON; it may be wrapped as a comment or CDATA.
std::optional<LinkedArticle> read_json_ld(std::string_view json,
                                          std::span<const std::string> of_page = {});

}  // namespace newsdex
