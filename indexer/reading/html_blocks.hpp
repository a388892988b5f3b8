// A page as a row of blocks of text: what a reader sees as paragraphs, headings, items, cells.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading/html_evidence.hpp"
#include "reading/markup_tree.hpp"

namespace newsdex {

struct TextBlock {
  std::string text;        // one space between words, \n where the page breaks a line
  std::size_t words = 0;   // parted by white space
  std::size_t linked = 0;  // of them within links
  std::size_t spoken = 0;  // words with a letter in no link
  bool is_heading = false;
  MarkupTree::NodeNumber element = 0;  // the block element it stands in
};

/// Words of `block` within links, as a share.
double link_density(const TextBlock& block);

/// The blocks within `top`, without what is no text of the article: scripts, forms, menus, what is
/// hidden, and what its names call a share bar, a comment, a box of related articles.
std::vector<TextBlock> text_blocks(const MarkupTree& tree, MarkupTree::NodeNumber top,
                                   Comments comments = Comments::left_out);

/// The text of HTML that stands within other data: all blocks, a line each.
std::string plain_text_of_html(std::string_view html);

}  // namespace newsdex
