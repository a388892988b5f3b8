#include "reading/html_linked_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "reading/boilerplate.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr double kLinkedShare = 1.0 / 3;
constexpr std::size_t kLongestName = 5;  // words; headlines have more

bool ends_with_any(std::string_view text, std::span<const std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

// The end of a sentence, in scripts that have one.
bool is_sentence(std::string_view text) {
  static constexpr auto kEnds = std::to_array<std::string_view>(
      {".", "!", "?", ".\"", "!\"", "?\"", ".”", "!”", "?”", ".’", ".»", ".)", "؟", "۔", "。"});
  return ends_with_any(text, kEnds);
}

bool is_link_list_heading(std::string_view text) {
  return !find_boilerplate(std::string("Text.\n").append(text)).empty();
}

// Words with a capital, but for short ones between ("bin", "de"); in scripts without capitals any.
bool looks_like_name(std::string_view text) {
  constexpr std::size_t kShort = 3;
  std::size_t words = 0;
  for (std::size_t at = text.find_first_not_of(' '); at < text.size();
       at = text.find_first_not_of(' ', at)) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const char first = text[at];
    const bool lower = first >= 'a' && first <= 'z';
    if (lower && end - at > kShort) return false;
    ++words;
    at = end;
  }
  return words >= 2 && words <= kLongestName;
}

}  // namespace

bool is_mostly_links(const TextBlock& block) {
  return link_density(block) > kLinkedShare;
}

std::size_t LinkedRuns::end_of(std::size_t begin) const {
  const MarkupTree::NodeNumber home = home_of(blocks_[begin]);
  std::size_t end = begin + 1;
  while (end < blocks_.size() && is_mostly_links(blocks_[end]) && home_of(blocks_[end]) == home) {
    ++end;
  }
  return end;
}

// The list that it is an item of, else the element around it.
MarkupTree::NodeNumber LinkedRuns::home_of(const TextBlock& block) const {
  constexpr int kMostLevels = 4;
  const MarkupTree::NodeNumber around = tree_.parent(block.element);
  MarkupTree::NodeNumber node = around;
  for (int level = 0; level < kMostLevels && node != MarkupTree::kNone; ++level) {
    if (tree_.name(node) == "ul" || tree_.name(node) == "ol") return node;
    node = tree_.parent(node);
  }
  return around;
}

bool LinkedRuns::is_own_text(std::size_t begin, std::size_t end, bool between) const {
  if (is_quoted(blocks_[begin])) return true;
  if (begin > 0 && is_link_list_heading(blocks_[begin - 1].text)) return false;
  if (is_announced(begin) || says_something_of_names(begin, end)) return true;
  if (between && end > begin + 1 && are_names(begin, end)) return true;
  const TextBlock& first = blocks_[begin];
  return between && end == begin + 1 && first.spoken > 0 && is_sentence(first.text);
}

bool LinkedRuns::is_quoted(const TextBlock& block) const {
  for (auto node = block.element; node != MarkupTree::kNone; node = tree_.parent(node)) {
    if (tree_.name(node) == "blockquote") return true;
  }
  return false;
}

bool LinkedRuns::is_announced(std::size_t begin) const {
  static constexpr auto kColons = std::to_array<std::string_view>({":", "："});
  constexpr std::size_t kFewestWords = 3;
  if (begin == 0) return false;
  const TextBlock& before = blocks_[begin - 1];
  return before.words >= kFewestWords && !before.is_heading && ends_with_any(before.text, kColons);
}

// "Jane Doe, a lawyer" of links on names, or as good as sentences.
bool LinkedRuns::says_something_of_names(std::size_t begin, std::size_t end) const {
  constexpr std::size_t kManyWords = 4;
  if (end == begin + 1) return false;
  std::size_t named = 0;
  std::size_t spoken = 0;
  for (std::size_t i = begin; i < end; ++i) {
    spoken += blocks_[i].spoken;
    if (blocks_[i].linked <= kLongestName && blocks_[i].spoken > 0) ++named;
  }
  return named * 2 > end - begin || spoken >= kManyWords * (end - begin);
}

bool LinkedRuns::are_names(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (!looks_like_name(blocks_[i].text)) return false;
  }
  return true;
}

}  // namespace newsdex
