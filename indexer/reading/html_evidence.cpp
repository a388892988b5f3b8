// The kinds of evidence are those of Arc90's Readability (2010), which reads classes and ids; the
// words are our own, and whole words count, so that "shareholder" is no share bar.
#include "reading/html_evidence.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string>

#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr auto kBlockElements = std::to_array<std::string_view>(
    {"address", "article", "aside",  "blockquote", "body", "center",   "dd",         "details",
     "dialog",  "dir",     "div",    "dl",         "dt",   "fieldset", "figcaption", "figure",
     "footer",  "form",    "h1",     "h2",         "h3",   "h4",       "h5",         "h6",
     "head",    "header",  "hgroup", "hr",         "html", "img",      "legend",     "li",
     "main",    "menu",    "nav",    "ol",         "p",    "pre",      "section",    "summary",
     "table",   "tbody",   "td",     "tfoot",      "th",   "thead",    "title",      "tr",
     "ul",      "video"});

constexpr auto kElementsWithoutText = std::to_array<std::string_view>(
    {"applet",  "audio",    "button",   "canvas", "datalist", "dialog",   "embed",  "frameset",
     "head",    "iframe",   "input",    "map",    "math",     "menu",     "meter",  "nav",
     "noembed", "noframes", "noscript", "object", "optgroup", "option",   "output", "progress",
     "script",  "select",   "style",    "svg",    "template", "textarea", "title",  "video"});

constexpr auto kNeverSideMatter =
    std::to_array<std::string_view>({"article", "body", "html", "main"});

// Of the page outside an article; within one, a header has its title and lead.
constexpr auto kPageFrames = std::to_array<std::string_view>({"aside", "footer", "header"});

constexpr auto kRolesWithoutText = std::to_array<std::string_view>(
    {"alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
     "navigation", "search", "tablist", "toolbar", "tooltip"});

constexpr auto kSideMatter = std::to_array<std::string_view>(
    {"ad",           "ads",        "advert",    "advertisement", "advertising", "addthis",
     "adsense",      "banner",     "bookmarks", "breadcrumb",    "breadcrumbs", "captcha",
     "consent",      "cookie",     "cookies",   "copyright",     "crumbs",      "disqus",
     "dropdown",     "footer",     "gdpr",      "hidden",        "keywords",    "login",
     "masthead",     "menu",       "modal",     "mostread",      "nav",         "navbar",
     "navigation",   "newsletter", "outbrain",  "pager",         "pagination",  "paywall",
     "poll",         "popular",    "popup",     "print",         "promo",       "promoted",
     "promotion",    "rating",     "recirc",    "recommended",   "related",     "reply",
     "search",       "share",      "sharebar",  "sharing",       "sidebar",     "signup",
     "sitemap",      "skip",       "social",    "sponsor",       "sponsored",   "subscribe",
     "subscription", "taboola",    "tagcloud",  "taglist",       "tags",        "toolbar",
     "trending",     "tweet",      "widget"});

constexpr auto kLeads = std::to_array<std::string_view>(
    {"chapeau", "deck", "dek", "intro", "introduction", "lead", "lede", "standfirst", "subhead",
     "subheadline", "subtitle", "summary"});

// Readers' comments may be longer than the article.
constexpr auto kComments = std::to_array<std::string_view>({"comment", "comments", "disqus"});

// What beside it makes of the word a state of what has the comments, or none: "no-comments".
constexpr auto kStates =
    std::to_array<std::string_view>({"allowed", "closed", "disabled", "enabled", "has", "no", "off",
                                     "on", "open", "with", "without"});

constexpr auto kCounts = std::to_array<std::string_view>({"count", "counter", "counts"});

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// "article-share_bar" and "articleShareBar" are article, share, bar.
bool any_word(std::string_view name, const std::function<bool(std::string_view)>& is_wanted) {
  for (std::size_t at = 0; at < name.size();) {
    if (!is_letter(name[at])) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < name.size() && name[end] >= 'a' && name[end] <= 'z') ++end;
    if (end == at + 1) {
      while (end < name.size() && name[end] >= 'A' && name[end] <= 'Z') ++end;
    }
    if (is_wanted(ascii_lower(name.substr(at, end - at)))) return true;
    at = end;
  }
  return false;
}

bool has_word_of(std::string_view name, std::span<const std::string_view> words) {
  return any_word(name, [words](std::string_view word) { return is_one_of(word, words); });
}

bool any_name(std::string_view names, bool (*is_wanted)(std::string_view name)) {
  constexpr std::size_t kMaxNames = 1000;
  constexpr std::string_view kSpaces = " \t\n\r\f";
  names = names.substr(0, kMaxNames);
  for (std::size_t at = names.find_first_not_of(kSpaces); at < names.size();) {
    const std::size_t end = std::min(names.find_first_of(kSpaces, at), names.size());
    if (is_wanted(names.substr(at, end - at))) return true;
    at = names.find_first_not_of(kSpaces, end);
  }
  return false;
}

bool speaks_of_comments(std::string_view name) {
  return has_word_of(name, kComments) && !has_word_of(name, kStates);
}

bool is_comments(std::string_view name) {
  return speaks_of_comments(name) && !has_word_of(name, kCounts);
}

bool is_number_of_comments(std::string_view name) {
  return speaks_of_comments(name) && has_word_of(name, kCounts);
}

bool is_side_matter(std::string_view name) {
  return has_word_of(name, kSideMatter) || is_number_of_comments(name);
}

// Posts of others that an article shows are quotations in a box that is called so.
constexpr auto kBoxesOfPosts = std::to_array<std::string_view>({"social", "tweet", "widget"});

bool is_side_matter_but_posts(std::string_view name) {
  const bool other = any_word(name, [](std::string_view word) {
    return is_one_of(word, kSideMatter) && !is_one_of(word, kBoxesOfPosts);
  });
  return other || is_number_of_comments(name);
}

bool is_lead(std::string_view name) {
  return has_word_of(name, kLeads);
}

}  // namespace

bool is_block_element(std::string_view name) {
  return is_one_of(name, kBlockElements);
}

bool is_article_body(const MarkupTree& tree, MarkupTree::NodeNumber node) {
  return tree.attribute(node, "itemprop") == "articleBody" ||
         tree.attribute(node, "property") == "articleBody";
}

HtmlEvidence::HtmlEvidence(const MarkupTree& tree, MarkupTree::NodeNumber top, Comments comments)
    : tree_(tree),
      top_(top),
      comments_(comments),
      text_bytes_(tree.end_of(top) - top, 0),
      quotes_(text_bytes_.size(), false) {
  for (MarkupTree::NodeNumber node = tree.end_of(top); node-- > top;) {
    const MarkupTree::NodeNumber parent = tree.parent(node);
    if (tree.is_text(node)) {
      const std::string_view text = trim_spaces(tree.text(node));
      text_bytes_[node - top] = static_cast<std::uint32_t>(text.size());
    }
    const bool counts = !is_one_of(tree.name(node), kElementsWithoutText) && tree.name(node) != "a";
    if (tree.name(node) == "blockquote") quotes_[node - top] = true;
    note_article(node);
    if (node == top || parent < top || parent == MarkupTree::kNone) continue;
    if (counts) text_bytes_[parent - top] += text_bytes_[node - top];
    if (quotes_[node - top]) quotes_[parent - top] = true;
  }
}

bool HtmlEvidence::speaks_against(MarkupTree::NodeNumber node) const {
  const std::string_view name = tree_.name(node);
  if (is_one_of(name, kElementsWithoutText)) return true;
  if (is_one_of(name, kNeverSideMatter)) return false;
  if (is_hidden(node) || (comments_ == Comments::left_out && is_comment_section(node))) return true;
  const bool framing = is_one_of(name, kPageFrames) && (name == "aside" || !lies_in_article(node));
  const bool against =
      framing || is_one_of(tree_.attribute(node, "role"), kRolesWithoutText) ||
      is_named(node, holds_quotation(node) ? is_side_matter_but_posts : is_side_matter);
  return against && !holds_most_text(node);
}

bool HtmlEvidence::is_called_lead(MarkupTree::NodeNumber node) const {
  if (tree_.name(node) == "meta") return false;
  return tree_.attribute(node, "itemprop") == "description" || is_named(node, is_lead);
}

bool HtmlEvidence::lies_openly(MarkupTree::NodeNumber node) const {
  if (!lies_in_article(node)) return false;
  for (; node != MarkupTree::kNone && node > top_; node = tree_.parent(node)) {
    if (speaks_against(node)) return false;
  }
  return true;
}

bool HtmlEvidence::is_hidden(MarkupTree::NodeNumber node) const {
  if (tree_.has_attribute(node, "hidden")) return true;
  if (tree_.attribute(node, "aria-hidden") == "true") return true;
  const std::string_view style = tree_.attribute(node, "style");
  if (style.empty()) return false;
  std::string squeezed = ascii_lower(style.substr(0, 1000));
  std::erase(squeezed, ' ');
  return squeezed.find("display:none") != std::string::npos ||
         squeezed.find("visibility:hidden") != std::string::npos;
}

bool HtmlEvidence::is_named(MarkupTree::NodeNumber node,
                            bool (*is_wanted)(std::string_view)) const {
  return any_name(tree_.attribute(node, "class"), is_wanted) ||
         any_name(tree_.attribute(node, "id"), is_wanted);
}

// Called from the last node to the first, so that the first of each kind stays. Each comment may be
// an element `article`, too.
void HtmlEvidence::note_article(MarkupTree::NodeNumber node) {
  const std::string_view name = tree_.name(node);
  if (is_article_body(tree_, node)) first_body_ = node;
  if (name == "h1") first_heading_ = node;
  if (name != "article" || is_named(node, is_comments)) return;
  if (tree_.attribute(node, "itemprop") != "comment") first_article_ = node;
}

bool HtmlEvidence::is_comment_section(MarkupTree::NodeNumber node) const {
  if (is_one_of(tree_.name(node), kNeverSideMatter) || !is_named(node, is_comments)) return false;
  const MarkupTree::NodeNumber end = tree_.end_of(node);
  const auto holds = [&](MarkupTree::NodeNumber each) { return each >= node && each < end; };
  return !holds(first_body_) && !holds(first_heading_) && !holds(first_article_);
}

bool HtmlEvidence::holds_most_text(MarkupTree::NodeNumber node) const {
  return std::uint64_t{text_bytes_[node - top_]} * 2 > text_bytes_[0];
}

bool HtmlEvidence::holds_quotation(MarkupTree::NodeNumber node) const {
  return quotes_[node - top_];
}

bool HtmlEvidence::lies_in_article(MarkupTree::NodeNumber node) const {
  for (auto above = tree_.parent(node); above != MarkupTree::kNone; above = tree_.parent(above)) {
    if (tree_.name(above) == "article" || tree_.name(above) == "main") return true;
  }
  return false;
}

}  // namespace newsdex
