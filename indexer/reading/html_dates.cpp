#include "reading/html_dates.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/one_of.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr auto kOtherMatter = std::to_array<std::string_view>(
    {"article", "aside", "blockquote", "figcaption", "figure", "footer", "nav"});
constexpr auto kHeadings = std::to_array<std::string_view>({"h1", "h2", "h3", "h4", "h5", "h6"});
constexpr auto kProse = std::to_array<std::string_view>({"dd", "li", "p", "td"});

constexpr std::size_t kProseBytes = 80;  // a byline is shorter

std::size_t text_bytes(const MarkupTree& tree, NodeNumber node) {
  return trim_spaces(tree.all_text(node)).size();
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return text.find(word) != text.npos; });
}

// A text that stands in no paragraph.
bool is_long_text(const MarkupTree& tree, NodeNumber node) {
  constexpr auto kNoProse = std::to_array<std::string_view>({"p", "script", "style"});
  return tree.is_text(node) && trim_spaces(tree.text(node)).size() >= kProseBytes &&
         !is_one_of(tree.name(tree.parent(node)), kNoProse);
}

NodeNumber ancestor(const MarkupTree& tree, NodeNumber node, int levels) {
  for (; levels > 0; --levels) {
    const NodeNumber parent = tree.parent(node);
    if (parent == kNone || parent == MarkupTree::kRoot) break;
    const std::string_view name = tree.name(parent);
    if (name == "body" || name == "html") break;
    node = parent;
  }
  return node;
}

}  // namespace

DatePlaces::DatePlaces(const MarkupTree& tree) : tree_(tree), evidence_(tree, MarkupTree::kRoot) {
  find_title();
  find_text();
}

// The first heading of the first rank within an article, else the first of all.
void DatePlaces::find_title() {
  NodeNumber article = kNone;
  for (NodeNumber node = 1; node < tree_.size(); ++node) {
    const std::string_view name = tree_.name(node);
    if (name == "article" && article == kNone) article = node;
    if (name != "h1") continue;
    const bool within = article != kNone && node < tree_.end_of(article);
    if (title_ == kNone || within) title_ = node;
    if (within) break;
  }
  constexpr int kLevels = 3;
  if (title_ == kNone) {
    begin_ = article == kNone ? tree_.size() : article;
    title_ = article;
    return;
  }
  const bool within = article != kNone && title_ > article && title_ < tree_.end_of(article);
  begin_ = within ? article : ancestor(tree_, title_, kLevels);
}

// The text begins after a lead or two: what stands above it is the header.
void DatePlaces::find_text() {
  constexpr int kLeads = 2;
  constexpr NodeNumber kMostNodes = 20'000;
  text_ = tree_.size();
  if (title_ == kNone) return;
  int paragraphs = 0;
  const NodeNumber end = std::min<NodeNumber>(tree_.size(), title_ + kMostNodes);
  for (NodeNumber node = title_; node < end; ++node) {
    const std::string_view name = tree_.name(node);
    const bool paragraph = name == "p" && text_bytes(tree_, node) >= kProseBytes;
    if ((paragraph || is_long_text(tree_, node)) && ++paragraphs > kLeads) {
      text_ = node;
      return;
    }
  }
}

bool DatePlaces::holds_title(NodeNumber node) const {
  return title_ != kNone && node <= title_ && title_ < tree_.end_of(node);
}

DatePlace DatePlaces::place_of(NodeNumber node) const {
  for (NodeNumber each = node; each != kNone && each != MarkupTree::kRoot && !holds_title(each);
       each = tree_.parent(each)) {
    if (parts_from_article(each)) return DatePlace::elsewhere;
  }
  if (title_ == kNone) return DatePlace::inside;
  const bool header = node >= begin_ && node < text_ && !stands_in_prose(node);
  return header ? DatePlace::header : DatePlace::inside;
}

bool DatePlaces::parts_from_article(NodeNumber node) const {
  const std::string_view name = tree_.name(node);
  if (name == "time" || name == "meta" || name == "head") return false;
  if (name == "footer" && node > begin_ && node < tree_.end_of(begin_)) return false;
  return is_one_of(name, kOtherMatter) || is_scope_of_other(node) ||
         evidence_.speaks_against(node) || is_teaser(node);
}

// A thing with properties of its own: a comment, a related article.
bool DatePlaces::is_scope_of_other(NodeNumber node) const {
  return title_ != kNone && tree_.has_attribute(node, "itemscope");
}

// Small, with a heading or a long link of its own.
bool DatePlaces::is_teaser(NodeNumber node) const {
  constexpr NodeNumber kMostNodes = 100;
  constexpr std::size_t kLongLink = 25;
  const NodeNumber end = tree_.end_of(node);
  if (end - node > kMostNodes) return false;
  for (NodeNumber each = node; each < end; ++each) {
    const std::string_view name = tree_.name(each);
    if (is_one_of(name, kHeadings)) return true;
    if (name == "a" && text_bytes(tree_, each) >= kLongLink) return true;
  }
  return false;
}

bool DatePlaces::stands_in_prose(NodeNumber node) const {
  constexpr NodeNumber kMostNodes = 100;  // no byline has more
  for (NodeNumber each = tree_.parent(node); each != kNone; each = tree_.parent(each)) {
    if (!is_one_of(tree_.name(each), kProse)) continue;
    if (tree_.end_of(each) - each > kMostNodes) return true;
    return text_bytes(tree_, each) >= text_bytes(tree_, node) + kProseBytes;
  }
  return false;
}

bool is_date_of_change(const MarkupTree& tree, NodeNumber node) {
  const std::string item = ascii_lower(tree.attribute(node, "itemprop"));
  const std::string style = ascii_lower(tree.attribute(node, "class"));
  if (has_any(item, {"datepublished"}) || has_any(style, {"publish", "posted", "pubdate"})) {
    return false;
  }
  if (has_any(item, {"datemodified"}) || has_any(style, {"updated", "modified"})) return true;
  constexpr NodeNumber kMostNodes = 30;
  const NodeNumber parent = tree.parent(node);
  if (parent == kNone || tree.end_of(parent) - parent > kMostNodes) return false;
  std::string words;
  for (NodeNumber each = parent + 1; each < node; ++each) words += tree.text(each);
  return has_any(ascii_lower(words), {"updated", "modified", "changed"}) &&
         !has_any(ascii_lower(words), {"publish", "posted"});
}

}  // namespace newsdex
