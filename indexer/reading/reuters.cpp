// The SGML of the Reuters-21578 collection: articles between <REUTERS ...> and </REUTERS>, in
// which tags do not nest beyond what is looked for here.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "reading/format.hpp"
#include "reading/markup_start.hpp"
#include "reading/metadata.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kOpen = "<REUTERS";
constexpr std::string_view kClose = "</REUTERS>";

constexpr auto kEntities = std::to_array<std::pair<std::string_view, char>>(
    {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}});

// Characters by number are controls of the wire and mean nothing.
std::size_t length_of_numbered(std::string_view text) {
  constexpr std::size_t kLongest = 8;
  if (!text.starts_with("&#")) return 0;
  const std::size_t end = text.substr(0, kLongest).find(';');
  return end == std::string_view::npos ? 0 : end + 1;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const auto known = std::find_if(kEntities.begin(), kEntities.end(), [&](const auto& entity) {
      return rest.starts_with(entity.first);
    });
    if (rest.front() != '&') {
      const std::size_t length = std::min(rest.find('&'), rest.size());
      out += rest.substr(0, length);
      at += length;
    } else if (known != kEntities.end()) {
      out += known->second;
      at += known->first.size();
    } else if (const std::size_t length = length_of_numbered(rest)) {
      at += length;
    } else {
      out += '&';
      ++at;
    }
  }
  return out;
}

std::optional<std::string_view> between(std::string_view text, std::string_view tag) {
  const std::string open = std::string("<").append(tag);
  std::size_t begin = text.find(open);
  while (begin != std::string_view::npos &&
         text.substr(begin + open.size(), 1).find_first_of("> ") == std::string_view::npos) {
    begin = text.find(open, begin + 1);
  }
  if (begin == std::string_view::npos) return std::nullopt;
  begin = text.find('>', begin);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = text.find(std::string("</").append(tag).append(">"), ++begin);
  return text.substr(begin, end == std::string_view::npos ? end : end - begin);
}

std::string line_of(std::string_view text, std::string_view tag) {
  return single_spaced(trim_spaces(unescaped(between(text, tag).value_or(""))));
}

std::string attribute_of(std::string_view element, std::string_view name) {
  const std::string_view tag = element.substr(0, element.find('>'));
  const std::string mark = std::string(" ").append(name).append("=\"");
  const std::size_t begin = tag.find(mark);
  if (begin == std::string_view::npos) return {};
  const std::string_view value = tag.substr(begin + mark.size());
  return std::string(value.substr(0, value.find('"')));
}

// The wire broke its lines, began paragraphs by spaces, and ended by its name.
std::string sgml_paragraphs(std::string_view text) {
  std::string out;
  for (LineCursor lines(text); lines.next_with_text();) {
    const bool begins = lines.line().starts_with("  ") || lines.line().starts_with('\t') ||
                        ascii_lower(trim_spaces(lines.line())) == "reuter";
    if (!out.empty()) out += begins ? '\n' : ' ';
    out += trim_spaces(lines.line());
  }
  return out;
}

// "26-FEB-1987 15:01:01.79" without its hundredths of seconds.
std::string date_of(std::string_view element) {
  std::string date = line_of(element, "DATE");
  const std::size_t clock = date.find(':');
  return clock == std::string::npos ? date : date.substr(0, date.find('.', clock));
}

Article article_of(std::string_view element) {
  Article article;
  article.title = line_of(element, "TITLE");
  article.date = date_of(element);
  article.author = line_of(element, "AUTHOR");
  article.source = "Reuters";
  const std::string_view text = between(element, "TEXT").value_or("");
  if (const auto body = between(text, "BODY")) {
    const std::string dateline = line_of(text, "DATELINE");
    article.body = sgml_paragraphs(unescaped(*body));
    if (!dateline.empty()) article.body = dateline + " " + article.body;
  } else if (text.find("<TITLE") == std::string_view::npos) {
    article.body = sgml_paragraphs(unescaped(text));
  }
  article.record_key = attribute_of(element, "NEWID");
  tidy_metadata(article);
  return article;
}

}  // namespace

bool looks_like_reuters(std::string_view text, const FileHints& /*hints*/) {
  return first_element(text) == "reuters";
}

void read_reuters(const TextInput& input) {
  std::string_view rest = input.text;
  std::uint64_t line = 1;
  std::uint64_t record = 0;
  for (std::size_t begin = rest.find(kOpen); begin != std::string_view::npos;
       begin = rest.find(kOpen)) {
    line += static_cast<std::uint64_t>(std::count(rest.begin(), rest.begin() + begin, '\n'));
    rest.remove_prefix(begin);
    const std::size_t end = rest.find(kClose);
    if (end == std::string_view::npos) {
      return input.handlers.error({input.path, line, "an article that no </REUTERS> ends"});
    }
    ++record;
    Article article = article_of(rest.substr(0, end));
    if (article.title.empty() && article.body.empty()) {
      input.handlers.error(unread(input.path, line, std::string(kNoText)));
    } else {
      article.path = input.path;
      if (article.record_key.empty()) article.record = saturate(record);
      article.line = saturate(line);
      input.handlers.article(std::move(article));
    }
    line += static_cast<std::uint64_t>(std::count(rest.begin(), rest.begin() + end, '\n'));
    rest.remove_prefix(end);
  }
  if (record == 0) input.handlers.error(unread(input.path, 0, std::string(kNoText)));
}

}  // namespace newsdex
