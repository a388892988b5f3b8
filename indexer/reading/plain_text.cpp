// A text without marks: the first line is the title, if it is of a title's length.
#include <algorithm>

#include "reading/format.hpp"
#include "reading/text_lines.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxTitleLength = 300;      // characters
constexpr std::size_t kMaxLoneTitleLength = 200;  // of a title without any text below it

std::size_t length_in_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

std::string_view without_heading_mark(std::string_view line) {
  return line.starts_with("# ") ? trim_spaces(line.substr(2)) : line;
}

}  // namespace

Article article_of_plain_text(std::string_view text, std::uint32_t first_line) {
  Article article;
  LineCursor lines(text, first_line);
  if (!lines.next_with_text()) return article;
  article.line = saturate(lines.number());
  const std::string_view line = trim_spaces(lines.line());
  const std::string_view below = without_blank_ends(lines.rest());
  const std::size_t length = length_in_characters(line);
  if (length > (below.empty() ? kMaxLoneTitleLength : kMaxTitleLength)) {
    article.body = without_blank_ends(text);
  } else {
    article.title = without_heading_mark(line);
    article.body = below;
  }
  return article;
}

bool looks_like_plain_text(std::string_view, const FileHints& /*hints*/) {
  return true;
}

void read_plain_text(const TextInput& input) {
  Article article = article_of_plain_text(input.text, 1);
  if (article.title.empty() && article.body.empty()) {
    return input.handlers.error(unread(input.path, 0, std::string(kNoText)));
  }
  article.path = input.path;
  input.handlers.article(std::move(article));
}

}  // namespace newsdex
