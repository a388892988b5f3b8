// The main text of a page.
#pragma once

#include <string>
#include <string_view>

#include "reading/html_evidence.hpp"
#include "reading/markup_tree.hpp"

namespace newsdex {

struct PageContent {
  std::string text;     // paragraphs a line each, without the heading that is the title
  std::string heading;  // the page's heading of the first rank, if it has only one or the text one
};

/// What the page is about, without menus, teasers, comments and the like. Three steps:
///
/// 1. What the page itself marks: elements with itemprop="articleBody", the one `article`, `main`.
/// 2. Of what is left, the deepest element that holds most of the good text, so that teasers beside
///    the article go.
/// 3. Blocks are told apart by their number of words and share of words in links, and those of
///    the blocks before and after them: the classifier NumWordsRules of Kohlschütter, Fankhauser
///    and Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010), figure 3. Short
///    paragraphs and headings between good ones are kept, too.
///
/// `title`, where it is known, is left out of the text.
PageContent main_text(const MarkupTree& tree, std::string_view title,
                      Comments comments = Comments::left_out);

}  // namespace newsdex
