// JSON Lines, one JSON value, or no JSON at all.
//
// What a text begins with decides: an object, or an array of objects, is JSON, while "[Update]" or
// "{{Infobox" is not. A name that ends like JSON makes it JSON whatever it holds, so that a broken
// file is reported and not indexed as prose.
#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "reading/field_mapping.hpp"
#include "reading/format.hpp"
#include "reading/json_record.hpp"
#include "reading/record_names.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

bool has_extension(const std::string& path, std::string_view extension) {
  return path.size() > extension.size() &&
         ascii_lower(std::string_view(path).substr(path.size() - extension.size())) == extension;
}

bool is_named_json_lines(const std::string& path) {
  return has_extension(path, ".jsonl") || has_extension(path, ".ndjson");
}

/// Whether `text` starts with `bracket` and then, after white space, one of `next`.
bool begins(std::string_view text, char bracket, std::string_view next) {
  if (!text.starts_with(bracket)) return false;
  const std::size_t at = text.find_first_not_of(" \t\r\n", 1);
  return at != std::string_view::npos && next.find(text[at]) != std::string_view::npos;
}

bool begins_object(std::string_view text) {
  return begins(text, '{', "\"}");
}

// Brackets with nothing between them may also be a box to tick before some text.
bool begins_array(std::string_view text) {
  if (begins(text, '[', "{")) return true;
  return begins(text, '[', "]") && trim_spaces(text.substr(text.find(']') + 1)).empty();
}

std::string_view without_beginning(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::size_t at = text.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

// Of an object spread over lines, the first line ends where something must follow. A line that
// was to be a whole record and is broken is known by the next line being another. A first line
// without an end may be all that is known of a long one.
bool has_object_a_line(std::string_view text) {
  LineCursor lines(text);
  if (!lines.next_with_text()) return false;
  const char last = trim_spaces(lines.line()).back();
  if (last == '}' || lines.rest().empty()) return true;
  if (std::string_view("{[:").find(last) != std::string_view::npos) return false;
  return lines.next_with_text() && trim_spaces(lines.line()).starts_with('{');
}

std::size_t after_space(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

bool is_record_list(std::string_view path) {
  return std::find(kRecordLists.begin(), kRecordLists.end(), path) != kRecordLists.end();
}

// Whether one of the first two levels of an object has a list of objects under a name that services
// give theirs, as far as the text goes.
bool begins_answer(std::string_view text) {
  std::vector<std::string_view> open;  // names of the values that are open, from the outermost on
  std::string_view name;
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (byte == '"') {
      const std::size_t end = end_of_json_string(text, at);
      const std::size_t colon = after_space(text, end);
      const bool is_name = colon < text.size() && text[colon] == ':';
      if (is_name) name = text.substr(at + 1, end - at - 2);
      at = is_name ? colon + 1 : end;
      continue;
    }
    const bool list = byte == '[' && text.substr(after_space(text, at + 1)).starts_with('{');
    if (list && open.size() == 1 && is_record_list(name)) return true;
    if (list && open.size() == 2 && is_record_list(fmt::format("{}.{}", open[1], name)))
      return true;
    if (byte == '{' || byte == '[') open.push_back(std::exchange(name, {}));
    if ((byte == '}' || byte == ']') && !open.empty()) open.pop_back();
    ++at;
  }
  return false;
}

// The answer of a service on one line, and nothing after it.
bool is_lone_answer(std::string_view text) {
  LineCursor lines(text);
  return lines.next_with_text() && trim_spaces(lines.rest()).empty() && begins_answer(text);
}

}  // namespace

bool looks_like_json_lines(std::string_view text, const FileHints& hints) {
  text = without_beginning(text);
  if (hints.mapping != nullptr && !hints.mapping->records.empty()) return false;
  if (begins_object(text) && has_object_a_line(text)) {
    return is_named_json_lines(hints.path) || hints.mapping != nullptr || !is_lone_answer(text);
  }
  return is_named_json_lines(hints.path) && !begins_object(text) && !begins_array(text);
}

bool looks_like_json_document(std::string_view text, const FileHints& hints) {
  text = without_beginning(text);
  return begins_object(text) || begins_array(text) || has_extension(hints.path, ".json");
}

}  // namespace newsdex
