#include "entities/line_ends.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

// In columns. What is wider is a paragraph in one line; what is narrower, a headline or an item.
constexpr std::size_t kWidest = 120;
constexpr std::size_t kNarrowest = 36;
constexpr std::size_t kMostBytes = 4 * (kWidest + 1);

// The line that begins at `begin`, or the head of it if it is wider than any page.
std::string_view line_from(std::string_view text, std::size_t begin) {
  if (begin >= text.size()) return {};
  const std::string_view rest = text.substr(begin, kMostBytes);
  return trim_spaces(rest.substr(0, std::min(rest.find('\n'), rest.size())));
}

// The line that ends before `end`, or the tail of it.
std::string_view line_before(std::string_view text, std::size_t end) {
  const std::size_t from = end - std::min(end, kMostBytes);
  const std::string_view head = text.substr(from, end - from);
  const std::size_t feed = head.rfind('\n');
  return trim_spaces(feed == std::string_view::npos ? head : head.substr(feed + 1));
}

// The line above the one that ends before `feed`.
std::string_view line_above(std::string_view text, std::size_t feed) {
  const std::size_t begin = feed - std::min(feed, kMostBytes);
  const std::size_t own_feed = text.substr(begin, feed - begin).rfind('\n');
  return own_feed == std::string_view::npos ? std::string_view{}
                                            : line_before(text, begin + own_feed);
}

std::size_t first_word_columns(std::string_view line) {
  return count_characters(line.substr(0, std::min(line.find(' '), line.size())));
}

// Whether the word that `next` begins with had no room in a line of `width` after this one.
bool is_full(std::string_view line, std::string_view next, std::size_t width) {
  return count_characters(line) + 1 + first_word_columns(next) > width;
}

}  // namespace

bool ends_block(std::string_view text, std::size_t feed) {
  // Most articles have a paragraph to a line and an empty line between: soon told.
  if (feed + 1 >= text.size() || text[feed + 1] == '\n') return true;
  // So is a paragraph in one line that follows.
  const std::string_view next = line_from(text, feed + 1);
  const std::size_t next_width = count_characters(next);
  if (next.empty() || next_width > kWidest) return true;
  const std::string_view line = line_before(text, feed);
  const std::size_t line_width = count_characters(line);
  if (line.empty() || line_width > kWidest) return true;
  const std::size_t width =
      std::max({line_width, next_width, count_characters(line_above(text, feed))});
  if (width > kWidest || width < kNarrowest || !is_full(line, next, width)) return true;
  const std::size_t next_feed = text.find('\n', feed + 1);
  if (next_feed == std::string_view::npos) return false;
  const std::string_view after = line_from(text, next_feed + 1);
  return !after.empty() && !is_full(next, after, line_width);
}

}  // namespace newsdex
