// A page with an article in it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reading/character_references.hpp"
#include "reading/format.hpp"
#include "reading/html_blocks.hpp"
#include "reading/html_content.hpp"
#include "reading/html_metadata.hpp"
#include "reading/markup_start.hpp"
#include "reading/metadata.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// What a page may begin with; prose that begins with some other tag stays prose.
constexpr auto kFirstElements =
    std::to_array<std::string_view>({"article", "body", "div", "h1", "head", "html", "link", "main",
                                     "meta", "p", "script", "section", "style", "table", "title"});

std::size_t words_of(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

// A page whose text a script was to fetch may give it to machines all the same.
void take_text(const MarkupTree& tree, PageMetadata& page, Article& article) {
  PageContent content = main_text(tree, page.article.title);
  if (article.title.empty()) article.title = content.heading;
  if (article.title.empty()) {
    article.title = without_site_name(page.title_element, article.source);
  }
  article.body = std::move(content.text);
  if (words_of(page.article_body) > 2 * words_of(article.body)) {
    article.body = plain_text_of_html(page.article_body);
  }
  if (article.body.empty()) {
    article.body = main_text(tree, page.article.title, Comments::read).text;
  }
}

}  // namespace

bool looks_like_html(std::string_view text, const FileHints& /*hints*/) {
  const std::string name = first_element(text);
  return name == "!doctype html" ||
         std::find(kFirstElements.begin(), kFirstElements.end(), name) != kFirstElements.end();
}

void read_html_page(const TextInput& input) {
  const auto tree = parse_html(input.text);
  if (!tree)
    return input.handlers.error({input.path, 0, fmt::format("HTML with {}", tree.error())});
  PageMetadata page = page_metadata(*tree);
  Article article = page.article;
  // What was escaped twice.
  for (std::string* const text : {&article.title, &article.author, &article.source}) {
    *text = without_references(*text);
  }
  article.title = without_site_name(single_spaced(article.title), article.source);
  page.article.title = article.title;
  take_text(*tree, page, article);
  tidy_metadata(article);
  article.body = to_valid_utf8(without_blank_ends(article.body));
  if (article.body.empty()) {
    return input.handlers.error({input.path, 0, "HTML without text of an article"});
  }
  article.path = input.path;
  input.handlers.article(std::move(article));
}

}  // namespace newsdex
