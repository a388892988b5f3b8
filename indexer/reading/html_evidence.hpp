// What the names of elements, their roles and their classes tell of what stands in them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/markup_tree.hpp"

namespace newsdex {

/// Whether text before and after an element of this name is parted.
bool is_block_element(std::string_view name);

/// Whether the element says that it holds the text of the article.
bool is_article_body(const MarkupTree& tree, MarkupTree::NodeNumber node);

/// What is done with sections that their names call comments. They are read only where a page has
/// no other text, for then something else is called so.
enum class Comments : std::uint8_t { left_out, read };

/// Knows how much text of `top` stands below each of its elements, for what holds most of a page's
/// text is no side matter, whatever it is called.
class HtmlEvidence {
 public:
  /// `tree` must outlive it.
  HtmlEvidence(const MarkupTree& tree, MarkupTree::NodeNumber top,
               Comments comments = Comments::left_out);

  /// Whether the element holds no text of an article.
  [[nodiscard]] bool speaks_against(MarkupTree::NodeNumber node) const;

  /// Whether the element's names call it readers' comments, and the article does not lie in it.
  [[nodiscard]] bool is_comment_section(MarkupTree::NodeNumber node) const;

  /// Whether the element's names call it the lead of an article.
  [[nodiscard]] bool is_called_lead(MarkupTree::NodeNumber node) const;

  /// Whether the element lies in an article, and in nothing that speaks against it.
  [[nodiscard]] bool lies_openly(MarkupTree::NodeNumber node) const;

 private:
  [[nodiscard]] bool is_hidden(MarkupTree::NodeNumber node) const;
  [[nodiscard]] bool is_named(MarkupTree::NodeNumber node,
                              bool (*is_wanted)(std::string_view name)) const;
  void note_article(MarkupTree::NodeNumber node);
  [[nodiscard]] bool holds_most_text(MarkupTree::NodeNumber node) const;
  [[nodiscard]] bool holds_quotation(MarkupTree::NodeNumber node) const;
  [[nodiscard]] bool lies_in_article(MarkupTree::NodeNumber node) const;

  const MarkupTree& tree_;
  MarkupTree::NodeNumber top_;
  Comments comments_;
  MarkupTree::NodeNumber first_body_ = MarkupTree::kNone;
  MarkupTree::NodeNumber first_heading_ = MarkupTree::kNone;
  MarkupTree::NodeNumber first_article_ = MarkupTree::kNone;
  std::vector<std::uint32_t> text_bytes_;  // by node from `top_` on, as the next
  std::vector<bool> quotes_;               // whether it is or holds a block quotation
};

}  // namespace newsdex
