// Text that is mostly links and stands in an article: its own, or a box of other articles.
#pragma once

#include <cstddef>
#include <vector>

#include "reading/html_blocks.hpp"
#include "reading/markup_tree.hpp"

namespace newsdex {

/// Whether more than a third of its words are links.
bool is_mostly_links(const TextBlock& block);

/// Rows of blocks of mostly links within one element, as the items of a list are.
class LinkedRuns {
 public:
  /// Both must outlive it.
  LinkedRuns(const MarkupTree& tree, const std::vector<TextBlock>& blocks)
      : tree_(tree), blocks_(blocks) {}

  /// The block after the run that begins with block `begin`.
  [[nodiscard]] std::size_t end_of(std::size_t begin) const;

  /// Whether the run, which stands after a paragraph of the article, is its own text: a quotation,
  /// names with something said of each, a sentence, or what the paragraph announces by a colon.
  /// `between` tells whether paragraphs follow it, too; then names will do.
  [[nodiscard]] bool is_own_text(std::size_t begin, std::size_t end, bool between) const;

 private:
  [[nodiscard]] MarkupTree::NodeNumber home_of(const TextBlock& block) const;
  [[nodiscard]] bool is_quoted(const TextBlock& block) const;
  [[nodiscard]] bool is_announced(std::size_t begin) const;
  [[nodiscard]] bool says_something_of_names(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool are_names(std::size_t begin, std::size_t end) const;

  const MarkupTree& tree_;
  const std::vector<TextBlock>& blocks_;
};

}  // namespace newsdex
