#include "reading/html_content.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "reading/html_blocks.hpp"
#include "reading/html_evidence.hpp"
#include "reading/html_linked_text.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// Thresholds of NumWordsRules.
constexpr std::size_t kFewWords = 16;
constexpr std::size_t kNextWords = 15;
constexpr std::size_t kPreviousWords = 4;
constexpr double kLinkedPrevious = 0.555556;
constexpr std::size_t kManyWords = 40;
constexpr std::size_t kNextWordsAfterLinks = 17;

bool is_good_block(const TextBlock& before, const TextBlock& block, const TextBlock& after) {
  if (is_mostly_links(block)) return false;
  if (link_density(before) > kLinkedPrevious) {
    return block.words > kManyWords || after.words > kNextWordsAfterLinks;
  }
  return block.words > kFewWords || after.words > kNextWords || before.words > kPreviousWords;
}

// What a block is judged by of what stands before it: the paragraph before it of the same element,
// where only links stand between them, else the block before it.
const TextBlock& block_before(const MarkupTree& tree, const std::vector<TextBlock>& blocks,
                              std::size_t number) {
  constexpr std::size_t kMostLinks = 20;
  const NodeNumber home = tree.parent(blocks[number].element);
  for (std::size_t i = number; i-- > 0 && number - i <= kMostLinks;) {
    if (is_mostly_links(blocks[i])) continue;
    if (tree.parent(blocks[i].element) == home) return blocks[i];
    break;
  }
  return blocks[number - 1];
}

std::vector<bool> good_blocks(const MarkupTree& tree, const std::vector<TextBlock>& blocks) {
  const TextBlock nothing;
  std::vector<bool> good(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const TextBlock& before = i == 0 ? nothing : block_before(tree, blocks, i);
    const TextBlock& after = i + 1 == blocks.size() ? nothing : blocks[i + 1];
    good[i] = is_good_block(before, blocks[i], after);
  }
  return good;
}

bool is_main(const MarkupTree& tree, NodeNumber node) {
  return tree.name(node) == "main" || tree.attribute(node, "role") == "main";
}

bool is_article(const MarkupTree& tree, NodeNumber node) {
  return tree.name(node) == "article";
}

std::size_t unlinked_words(const std::vector<TextBlock>& blocks) {
  std::size_t words = 0;
  for (const TextBlock& block : blocks) words += block.words - block.linked;
  return words;
}

// The only element of its kind, not counting those within it, or the one that holds most of the
// text of all of them: a page of many teasers marks each as an article. Comments may be marked,
// too.
std::optional<NodeNumber> marked_element(const MarkupTree& tree, const HtmlEvidence& evidence,
                                         bool (*is_marked)(const MarkupTree&, NodeNumber)) {
  constexpr std::size_t kMostMarked = 200;
  std::size_t count = 0;
  std::size_t all = 0;
  std::size_t most = 0;
  std::optional<NodeNumber> largest;
  std::vector<bool> inside(tree.size());
  for (NodeNumber node = 1; node < tree.size(); ++node) {
    const bool within = tree.parent(node) != kNone && inside[tree.parent(node)];
    const bool marked = is_marked(tree, node);
    inside[node] = within || marked || evidence.is_comment_section(node);
    if (within || !marked) continue;
    if (++count > kMostMarked) return std::nullopt;
    const std::size_t words = unlinked_words(text_blocks(tree, node));
    all += words;
    if (words > most || !largest) {
      most = words;
      largest = node;
    }
  }
  return most * 2 > all ? largest : std::nullopt;
}

std::optional<NodeNumber> first_named(const MarkupTree& tree, std::string_view name) {
  for (NodeNumber node = 1; node < tree.size(); ++node) {
    if (tree.name(node) == name) return node;
  }
  return std::nullopt;
}

// What the page marks as its article; nothing that is but a small part of its text.
struct Marked {
  NodeNumber element = MarkupTree::kRoot;
  bool is_body = false;  // all of it is the article's text
};

Marked marked_content(const MarkupTree& tree) {
  constexpr std::size_t kFewestWords = 40;
  const HtmlEvidence evidence(tree, MarkupTree::kRoot);
  for (const auto is_marked : {is_article_body, is_article, is_main}) {
    const auto element = marked_element(tree, evidence, is_marked);
    if (!element) continue;
    const std::size_t words = unlinked_words(text_blocks(tree, *element));
    if (words < kFewestWords) continue;
    return {*element, is_marked == is_article_body};
  }
  return {first_named(tree, "body").value_or(MarkupTree::kRoot), false};
}

// The deepest element with three quarters of the words of good blocks.
NodeNumber densest_element(const MarkupTree& tree, NodeNumber top,
                           const std::vector<TextBlock>& blocks, const std::vector<bool>& good) {
  std::vector<std::size_t> words(tree.size() - top, 0);
  std::size_t all = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!good[i]) continue;
    all += blocks[i].words;
    for (NodeNumber node = blocks[i].element; node != kNone && node >= top;
         node = tree.parent(node)) {
      words[node - top] += blocks[i].words;
    }
  }
  NodeNumber densest = top;
  for (NodeNumber node = top; node != kNone;) {
    densest = node;
    node = tree.first_child(densest);
    while (node != kNone && words[node - top] * 4 < all * 3) node = tree.next_sibling(node);
    if (all == 0) break;
  }
  // A page of one paragraph still has its headings and lists beside it.
  const bool lone_paragraph = tree.name(densest) == "p" && densest != top;
  return lone_paragraph ? tree.parent(densest) : densest;
}

bool lies_in(const MarkupTree& tree, NodeNumber node, NodeNumber top) {
  while (node != kNone && node > top) node = tree.parent(node);
  return node == top;
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  });
}

class ContentChoice {
 public:
  ContentChoice(const MarkupTree& tree, std::string_view title, Comments comments)
      : tree_(tree), title_(single_spaced(title)), marked_(marked_content(tree)) {
    blocks_ = text_blocks(tree, marked_.element, comments);
    good_ = good_blocks(tree_, blocks_);
  }

  PageContent content() {
    PageContent content;
    content.heading = heading();
    if (title_.empty()) title_ = content.heading;
    if (!marked_.is_body) narrow();
    fill_gaps();
    if (std::find(good_.begin(), good_.end(), true) == good_.end()) take_all();
    drop_title();
    drop_headings_at_end();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (good_[i]) append(content.text, blocks_[i].text);
    }
    if (const std::string lead = lead_before(); !lead.empty()) {
      const bool repeated = content.text.find(lead) != std::string::npos || lead == title_;
      if (!repeated) content.text = lead + "\n" + content.text;
    }
    return content;
  }

 private:
  // Of the marked text, else the only one of the page.
  [[nodiscard]] std::string heading() const {
    std::string found;
    std::size_t headings = 0;
    for (NodeNumber node = 1; node < tree_.size(); ++node) {
      if (tree_.name(node) != "h1") continue;
      const std::string text = single_spaced(trim_spaces(tree_.all_text(node)));
      if (text.empty()) continue;
      if (marked_.element != MarkupTree::kRoot && lies_in(tree_, node, marked_.element) &&
          tree_.name(marked_.element) != "body") {
        return text;
      }
      ++headings;
      found = text;
    }
    return headings == 1 ? found : std::string();
  }

  void narrow() {
    const NodeNumber densest = densest_element(tree_, marked_.element, blocks_, good_);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      good_[i] = good_[i] && lies_in(tree_, blocks_[i].element, densest);
    }
    within_ = densest;
  }

  // Headings, items and short paragraphs between what is good; in a marked body all but links.
  void fill_gaps() {
    const auto first = std::find(good_.begin(), good_.end(), true);
    const auto last = std::find(good_.rbegin(), good_.rend(), true);
    const auto begin = marked_.is_body ? 0 : static_cast<std::size_t>(first - good_.begin());
    const auto end = marked_.is_body ? good_.size() : static_cast<std::size_t>(good_.rend() - last);
    for (std::size_t i = begin; i < end; ++i) {
      good_[i] = good_[i] || is_short_content(blocks_[i]);
    }
    take_linked_text(begin, end);
  }

  // What is mostly links and the article's own all the same, up to what directly follows its text.
  void take_linked_text(std::size_t begin, std::size_t end) {
    const LinkedRuns runs(tree_, blocks_);
    for (std::size_t i = begin; i < blocks_.size() && i <= end;) {
      if (good_[i] || !within_content(blocks_[i]) || !is_mostly_links(blocks_[i])) {
        ++i;
        continue;
      }
      const std::size_t run_end = runs.end_of(i);
      const bool after_text = i > 0 && good_[i - 1];
      if (after_text && runs.is_own_text(i, run_end, run_end < end)) {
        std::fill(good_.begin() + static_cast<std::ptrdiff_t>(i),
                  good_.begin() + static_cast<std::ptrdiff_t>(run_end), true);
        end = std::max(end, run_end);
      }
      i = run_end;
    }
  }

  [[nodiscard]] bool within_content(const TextBlock& block) const {
    return lies_in(tree_, block.element, within_.value_or(marked_.element));
  }

  [[nodiscard]] bool is_short_content(const TextBlock& block) const {
    return !is_mostly_links(block) && has_letters(block.text) && within_content(block);
  }

  // A page of a few words.
  void take_all() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) good_[i] = is_short_content(blocks_[i]);
  }

  void drop_title() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const bool is_title = !title_.empty() && single_spaced(blocks_[i].text) == title_;
      if (is_title) good_[i] = false;
    }
  }

  // Of what came after them and was left out.
  void drop_headings_at_end() {
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (!good_[i]) continue;
      const bool alone = std::count(good_.begin(), good_.end(), true) == 1;
      if (!blocks_[i].is_heading || alone) return;
      good_[i] = false;
    }
  }

  // The paragraph above the text that its name calls its lead.
  [[nodiscard]] std::string lead_before() const {
    int left = 20;  // pages may call anything so
    const NodeNumber top = within_.value_or(marked_.element);
    const HtmlEvidence evidence(tree_, MarkupTree::kRoot);
    for (NodeNumber node = 1; node < top && left > 0; ++node) {
      if (tree_.is_text(node) || !evidence.is_called_lead(node)) continue;
      --left;
      if (tree_.end_of(node) > top || !evidence.lies_openly(node)) continue;
      if (std::string lead = lead_of(node); !lead.empty()) return lead;
    }
    return {};
  }

  [[nodiscard]] std::string lead_of(NodeNumber node) const {
    constexpr std::size_t kFewestWords = 4;
    std::string lead;
    std::size_t words = 0;
    for (const TextBlock& block : text_blocks(tree_, node)) {
      if (is_mostly_links(block) || single_spaced(block.text) == title_) continue;
      words += block.words;
      append(lead, block.text);
    }
    return words < kFewestWords ? std::string() : lead;
  }

  static void append(std::string& text, std::string_view block) {
    if (!text.empty()) text += '\n';
    text += block;
  }

  const MarkupTree& tree_;
  std::string title_;
  Marked marked_;
  std::optional<NodeNumber> within_;
  std::vector<TextBlock> blocks_;
  std::vector<bool> good_;
};

}  // namespace

PageContent main_text(const MarkupTree& tree, std::string_view title, Comments comments) {
  return ContentChoice(tree, title, comments).content();
}

}  // namespace newsdex
