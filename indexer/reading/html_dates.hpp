// Which dates within a page are those of its article, and not of a teaser, a comment or an event.
#pragma once

#include <cstdint>

#include "reading/html_evidence.hpp"
#include "reading/markup_tree.hpp"

namespace newsdex {

/// Where an element with a date stands.
enum class DatePlace : std::uint8_t {
  elsewhere,  // in something else, or in running text
  inside,     // of the article, but anywhere in it: what the element says of itself decides
  header,     // beside the article's title, or above its text
};

/// Knows the page's title and where its text begins. Costs a pass over the page.
class DatePlaces {
 public:
  /// `tree` must outlive it.
  explicit DatePlaces(const MarkupTree& tree);

  [[nodiscard]] DatePlace place_of(MarkupTree::NodeNumber node) const;

 private:
  using NodeNumber = MarkupTree::NodeNumber;

  void find_title();
  void find_text();
  [[nodiscard]] bool holds_title(NodeNumber node) const;
  [[nodiscard]] bool parts_from_article(NodeNumber node) const;
  [[nodiscard]] bool is_teaser(NodeNumber node) const;
  [[nodiscard]] bool stands_in_prose(NodeNumber node) const;
  [[nodiscard]] bool is_scope_of_other(NodeNumber node) const;

  const MarkupTree& tree_;
  HtmlEvidence evidence_;
  NodeNumber title_ = MarkupTree::kNone;
  NodeNumber begin_ = 0;  // of what holds the article
  NodeNumber text_ = 0;   // where its text begins, a lead or two left out
};

/// Whether the element says that it is the date of a change: class "updated", itemprop
/// "dateModified", "Updated:" before it.
bool is_date_of_change(const MarkupTree& tree, MarkupTree::NodeNumber node);

}  // namespace newsdex
