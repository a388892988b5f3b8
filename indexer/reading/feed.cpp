// Feeds: RSS 0.9 to 2.0, RSS 1.0 and Atom. Each item is an article, as much of it as the feed
// gives.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "dates/stated_date.hpp"
#include "reading/character_references.hpp"
#include "reading/format.hpp"
#include "reading/html_blocks.hpp"
#include "reading/markup_start.hpp"
#include "reading/markup_tree.hpp"
#include "reading/metadata.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct FeedName {
  std::string_view element;
  std::string Article::*field;
};

// Of a field the first in this table that an item has counts.
constexpr auto kItemNames = std::to_array<FeedName>({
    {"title", &Article::title},
    {"dc:title", &Article::title},
    {"pubDate", &Article::date},
    {"published", &Article::date},
    {"issued", &Article::date},
    {"dc:date", &Article::date},
    {"dc:issued", &Article::date},
    {"dc:creator", &Article::author},
    {"author", &Article::author},
    {"source", &Article::source},
    {"dc:publisher", &Article::source},
    {"dc:language", &Article::language},
    {"language", &Article::language},
    {"content:encoded", &Article::body},
    {"content", &Article::body},
    {"description", &Article::body},
    {"summary", &Article::body},
    {"media:description", &Article::body},
    {"link", &Article::url},
    {"guid", &Article::record_key},
    {"id", &Article::record_key},
});

NodeNumber child_named(const MarkupTree& tree, NodeNumber node, std::string_view name) {
  for (NodeNumber child = tree.first_child(node); child != kNone;
       child = tree.next_sibling(child)) {
    if (tree.name(child) == name) return child;
  }
  return kNone;
}

std::string text_of(const MarkupTree& tree, NodeNumber node) {
  return node == kNone ? std::string() : std::string(trim_spaces(tree.all_text(node)));
}

bool holds_elements(const MarkupTree& tree, NodeNumber node) {
  for (NodeNumber child = tree.first_child(node); child != kNone;
       child = tree.next_sibling(child)) {
    if (!tree.is_text(child)) return true;
  }
  return false;
}

// HTML as elements of the feed, as escaped text, or no HTML at all.
std::string prose_of(const MarkupTree& tree, NodeNumber node) {
  if (holds_elements(tree, node)) {
    std::string out;
    for (const TextBlock& block : text_blocks(tree, node)) {
      out.append(out.empty() ? "" : "\n").append(block.text);
    }
    return out;
  }
  std::string text = text_of(tree, node);
  if (tree.attribute(node, "type") == "text") return text;
  return text.find_first_of("<&") == std::string::npos ? text : plain_text_of_html(text);
}

// "desk@example.org (Jane Roe)" is Jane Roe; in Atom the name is an element.
std::string author_of(const MarkupTree& tree, NodeNumber node) {
  const NodeNumber name = child_named(tree, node, "name");
  std::string text = text_of(tree, name != kNone ? name : node);
  const std::size_t open = text.find('(');
  if (text.find('@') < open && open != std::string::npos && text.ends_with(')')) {
    text = text.substr(open + 1, text.size() - open - 2);
  }
  return single_spaced(text);
}

// Atom has links of several kinds.
std::string link_of(const MarkupTree& tree, NodeNumber node) {
  const std::string_view relation = tree.attribute(node, "rel");
  if (!relation.empty() && relation != "alternate") return {};
  const std::string_view address = tree.attribute(node, "href");
  return address.empty() ? text_of(tree, node) : std::string(address);
}

std::string value_of(const MarkupTree& tree, NodeNumber node, std::string Article::*field) {
  if (field == &Article::body) return prose_of(tree, node);
  if (field == &Article::title) return single_spaced(prose_of(tree, node));
  if (field == &Article::author) return author_of(tree, node);
  if (field == &Article::url) return link_of(tree, node);
  if (field == &Article::source && holds_elements(tree, node)) {
    return text_of(tree, child_named(tree, node, "title"));
  }
  return text_of(tree, node);
}

// Dates of something else, for items without one of publication.
constexpr auto kWeakerDates = std::to_array<std::string_view>({"created", "updated", "modified"});

// All dates of publication that can be read, a line each.
std::string dates_of(const MarkupTree& tree, NodeNumber item) {
  StatedTexts dates;
  const auto add_all = [&](std::string_view name) {
    for (NodeNumber child = tree.first_child(item); child != kNone;
         child = tree.next_sibling(child)) {
      if (tree.name(child) == name) dates.add(text_of(tree, child));
    }
  };
  for (const FeedName& name : kItemNames) {
    if (name.field == &Article::date) add_all(name.element);
  }
  for (const std::string_view name : kWeakerDates) {
    if (!dates.any_read()) add_all(name);
  }
  return std::move(dates).joined();
}

// Names of extensions, such as the player of a video, are not looked at.
void take_named(const MarkupTree& tree, NodeNumber item, Article& article) {
  article.date = dates_of(tree, item);
  for (const FeedName& name : kItemNames) {
    std::string& value = article.*name.field;
    if (!value.empty() || name.field == &Article::date) continue;
    for (NodeNumber child = tree.first_child(item); child != kNone;
         child = tree.next_sibling(child)) {
      if (tree.name(child) != name.element || !value.empty()) continue;
      value = value_of(tree, child, name.field);
    }
  }
}

class FeedReader {
 public:
  FeedReader(const TextInput& input, const MarkupTree& tree) : input_(input), tree_(tree) {}

  void read() {
    for (NodeNumber node = 1; node < tree_.size(); ++node) {
      const std::string_view name = tree_.name(node);
      if (name == "channel" || name == "feed") take_channel(node);
      if (name == "item" || name == "entry") take_item(node);
    }
    if (tree_.is_cut()) {
      input_.handlers.error(
          {input_.path, last_line(), "a feed that breaks off, or is no XML from there on"});
    } else if (items_ == 0) {
      input_.handlers.error({input_.path, 0, "a feed without items"});
    }
  }

 private:
  [[nodiscard]] std::uint64_t last_line() const { return tree_.line(tree_.size() - 1); }

  void take_channel(NodeNumber node) {
    source_ = single_spaced(text_of(tree_, child_named(tree_, node, "title")));
    language_ = text_of(tree_, child_named(tree_, node, "language"));
    if (language_.empty()) language_ = tree_.attribute(node, "xml:lang");
  }

  void take_item(NodeNumber node) {
    ++items_;
    if (tree_.is_cut_within(node)) return;  // an update must not cut what an index has whole
    Article article;
    take_named(tree_, node, article);
    if (article.source.empty()) article.source = source_;
    if (article.language.empty()) article.language = tree_.attribute(node, "xml:lang");
    if (article.language.empty()) article.language = language_;
    tidy_metadata(article);
    article.body = to_valid_utf8(without_blank_ends(article.body));
    if (article.title.empty() && article.body.empty()) {
      return input_.handlers.error({input_.path, tree_.line(node), "an item without text", true});
    }
    number(article, node);
    input_.handlers.article(std::move(article));
  }

  // New items stand before the old ones, so that numbers would tell nothing apart.
  void number(Article& article, NodeNumber node) {
    std::string key = article.record_key.empty() ? article.url : article.record_key;
    article.record_key = single_spaced(to_valid_utf8(key));
    article.path = input_.path;
    constexpr std::size_t kLongestKey = 512;
    const bool good = !article.record_key.empty() && article.record_key.size() <= kLongestKey;
    if (good && keys_.insert(article.record_key).second) return;
    article.record_key.clear();
    article.record = saturate(items_);
    article.line = tree_.line(node);
  }

  const TextInput& input_;
  const MarkupTree& tree_;
  std::string source_;
  std::string language_;
  std::set<std::string> keys_;
  std::uint64_t items_ = 0;
};

}  // namespace

bool looks_like_feed(std::string_view text, const FileHints& /*hints*/) {
  const std::string name = first_element(text);
  return name == "rss" || name == "feed" || name == "rdf:rdf" || name == "atom:feed";
}

void read_feed(const TextInput& input) {
  const auto tree = parse_xml(with_escaped_html(input.text));
  if (!tree) return input.handlers.error({input.path, 0, tree.error()});
  FeedReader(input, *tree).read();
}

}  // namespace newsdex
