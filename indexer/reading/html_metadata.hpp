// What a page says about its article, for machines to read.
#pragma once

#include <string>
#include <vector>

#include "newsdex/article.hpp"
#include "reading/markup_tree.hpp"

namespace newsdex {

struct PageMetadata {
  Article article;  // title, date, author, language, source and url, as far as they are said
  std::string title_element;  // the text of <title>, which often ends with the site's name
  std::string article_body;   // the text as JSON-LD gives it; seldom
  bool is_article = false;    // the page says that it is one
};

/// By trust: JSON-LD (schema.org), OpenGraph, other `meta`, microdata, `time`, `html lang`. Of
/// dates all that can be read and differ, a line each; a `time` counts only where none other is
/// given, and only beside the article's title.
PageMetadata page_metadata(const MarkupTree& tree);

/// `title` without the name of the site at its beginning or end ("Title - Site", "Site | Title").
std::string without_site_name(const std::string& title, const std::string& site);

}  // namespace newsdex
