#include "reading/html_blocks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    const auto lower = static_cast<unsigned char>(value | 0x20U);
    return value >= 0xC0 || (lower >= 'a' && lower <= 'z');
  });
}

class BlockCollector {
 public:
  BlockCollector(const MarkupTree& tree, MarkupTree::NodeNumber top, Comments comments)
      : tree_(tree), evidence_(tree, top, comments) {
    block_.element = top;
  }

  std::vector<TextBlock> collect(MarkupTree::NodeNumber top) {
    visit_children(top);
    end_block();
    return std::move(blocks_);
  }

 private:
  void visit(MarkupTree::NodeNumber node) {
    if (tree_.is_text(node)) return add_text(tree_.text(node));
    const std::string_view name = tree_.name(node);
    if (name == "br") return break_line();
    if (evidence_.speaks_against(node)) return;
    const bool link = name == "a" && tree_.has_attribute(node, "href");
    if (link) ++links_;
    if (is_block_element(name)) {
      visit_block(node);
    } else {
      visit_children(node);
    }
    if (link) --links_;
  }

  void visit_children(MarkupTree::NodeNumber node) {
    for (auto child = tree_.first_child(node); child != MarkupTree::kNone;
         child = tree_.next_sibling(child)) {
      visit(child);
    }
  }

  void visit_block(MarkupTree::NodeNumber node) {
    end_block();
    const MarkupTree::NodeNumber outer = std::exchange(block_.element, node);
    const bool heading = std::exchange(in_heading_, in_heading_ || is_heading_element(node));
    visit_children(node);
    end_block();
    block_.element = outer;
    in_heading_ = heading;
  }

  [[nodiscard]] bool is_heading_element(MarkupTree::NodeNumber node) const {
    const std::string_view name = tree_.name(node);
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  }

  // Two breaks in a row part paragraphs in pages that have no paragraphs.
  void break_line() {
    if (broken_) return end_block();
    broken_ = true;
  }

  void add_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      if (is_space(text[at])) {
        gap_ = true;
        ++at;
        continue;
      }
      const auto* const end = std::find_if(text.begin() + at, text.end(), is_space);
      const auto length = static_cast<std::size_t>(end - text.begin()) - at;
      add_word(text.substr(at, length));
      at += length;
    }
  }

  void add_word(std::string_view word) {
    const bool begins = gap_ || broken_ || block_.text.empty();
    if (begins && !block_.text.empty()) block_.text += broken_ ? '\n' : ' ';
    gap_ = false;
    broken_ = false;
    block_.text += word;
    if (!begins) return;
    ++block_.words;
    if (links_ > 0) {
      ++block_.linked;
    } else if (has_letter(word)) {
      ++block_.spoken;
    }
  }

  void end_block() {
    gap_ = false;
    broken_ = false;
    const MarkupTree::NodeNumber element = block_.element;
    if (!block_.text.empty()) {
      block_.is_heading = in_heading_;
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
    block_.element = element;
  }

  const MarkupTree& tree_;
  HtmlEvidence evidence_;
  std::vector<TextBlock> blocks_;
  TextBlock block_;
  int links_ = 0;
  bool gap_ = false;
  bool broken_ = false;
  bool in_heading_ = false;
};

}  // namespace

double link_density(const TextBlock& block) {
  if (block.words == 0) return 0;
  return static_cast<double>(block.linked) / static_cast<double>(block.words);
}

std::vector<TextBlock> text_blocks(const MarkupTree& tree, MarkupTree::NodeNumber top,
                                   Comments comments) {
  return BlockCollector(tree, top, comments).collect(top);
}

std::string plain_text_of_html(std::string_view html) {
  const auto tree = parse_html(html);
  if (!tree) return {};
  std::string out;
  for (const TextBlock& block : text_blocks(*tree, MarkupTree::kRoot)) {
    if (!out.empty()) out += '\n';
    out += block.text;
  }
  return out;
}

}  // namespace newsdex
