#include "reading/json_record.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "reading/metadata.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

namespace dom = simdjson::dom;

// A parser takes up to some twelve bytes for each byte of the longest record it has seen. After a
// giant they are given back.
constexpr std::size_t kGiantRecord = std::size_t{4} << 20;

/// The value of a key, or nothing when it is absent or null.
std::optional<dom::element> given(const dom::object& object, std::string_view key) {
  dom::element value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

tl::expected<std::string, std::string> text_of(const dom::object& object, std::string_view key) {
  const std::optional<dom::element> value = given(object, key);
  if (!value) return std::string();
  std::string_view text;
  if (value->get(text) == simdjson::SUCCESS) return std::string(text);
  return tl::unexpected(fmt::format("\"{}\" is not a string", key));
}

// Databases number their records and count seconds.
tl::expected<std::string, std::string> text_or_number_of(const dom::object& object,
                                                         std::string_view key) {
  const std::optional<dom::element> value = given(object, key);
  if (!value || value->is_string()) return text_of(object, key);
  std::int64_t number = 0;
  if (value->get(number) == simdjson::SUCCESS) return fmt::to_string(number);
  std::uint64_t large_number = 0;
  if (value->get(large_number) == simdjson::SUCCESS) return fmt::to_string(large_number);
  return tl::unexpected(fmt::format("\"{}\" is neither a string nor a whole number", key));
}

tl::expected<std::string, std::string> body_of(const dom::object& object) {
  std::string found;
  bool any = false;
  for (const std::string_view key : {"body", "text"}) {
    auto text = text_of(object, key);
    if (!text) return text;
    any = any || given(object, key);
    if (trim_spaces(found).empty()) found = std::move(*text);
  }
  if (!any) return tl::unexpected(std::string(R"(no "body" or "text")"));
  return found;
}

tl::expected<Article, std::string> article_of(const dom::object& object) {
  Article article;
  for (const MetadataKey& key : kMetadataKeys) {
    const bool may_be_number = key.field == &Article::id || key.field == &Article::date;
    auto value = may_be_number ? text_or_number_of(object, key.name) : text_of(object, key.name);
    if (!value) return tl::unexpected(std::move(value.error()));
    article.*key.field = std::move(*value);
  }
  auto body = body_of(object);
  if (!body) return tl::unexpected(std::move(body.error()));
  article.body = std::move(*body);
  unify_line_ends(article.body);
  tidy_metadata(article);
  if (article.title.empty() && trim_spaces(article.body).empty()) {
    return tl::unexpected(std::string("no text"));
  }
  return article;
}

// Texts, numbers and truth values; of a list those in it, apart by `separator`.
std::string words_of(dom::element value, std::string_view separator, int depth = 0) {
  constexpr int kMaxNesting = 4;
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (value.is_number() || value.is_bool()) return simdjson::minify(value);
  dom::array list;
  if (depth > kMaxNesting || value.get(list) != simdjson::SUCCESS) return {};
  std::string words;
  for (const dom::element each : list) {
    const std::string more = words_of(each, separator, depth + 1);
    if (!words.empty() && !more.empty()) words += separator;
    words += more;
  }
  return words;
}

tl::expected<Article, std::string> mapped_article(dom::element record,
                                                  const FieldMapping& mapping) {
  Article article;
  for (const FieldMapping::Row& row : mapping.rows) {
    std::string& value = article.*row.field;
    for (const std::string& name : row.names) {
      if (!value.empty()) break;
      if (const auto found = find_by_path(record, name)) value = words_of(*found, ", ");
    }
    if (value.empty()) value = row.constant;
  }
  for (const std::string& name : mapping.body) {
    const auto found = find_by_path(record, name);
    const std::string text = found ? words_of(*found, "\n") : std::string();
    if (!text.empty() && !article.body.empty()) article.body += '\n';
    article.body += text;
  }
  unify_line_ends(article.body);
  tidy_metadata(article);
  if (article.title.empty() && trim_spaces(article.body).empty()) {
    return tl::unexpected(std::string("no text under the names of the mapping"));
  }
  return article;
}

}  // namespace

std::optional<dom::element> find_by_path(dom::element element, std::string_view path) {
  dom::object object;
  if (element.get(object) != simdjson::SUCCESS) return std::nullopt;
  if (auto whole = given(object, path)) return whole;
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const auto inner = given(object, path.substr(0, dot));
  return inner ? find_by_path(*inner, path.substr(dot + 1)) : std::nullopt;
}

std::string json_reason(simdjson::error_code code) {
  std::string reason = simdjson::error_message(code);
  while (!reason.empty() && (reason.back() == '.' || reason.back() == ' ')) reason.pop_back();
  return "not readable as JSON: " + reason;
}

tl::expected<Article, std::string> JsonRecordReader::read(std::string_view json) {
  auto article = parse(json);
  if (json.size() > kGiantRecord) parser_ = simdjson::dom::parser();
  return article;
}

tl::expected<Article, std::string> JsonRecordReader::parse(std::string_view json) {
  dom::element root;
  const simdjson::error_code error = parser_.parse(json.data(), json.size()).get(root);
  if (error != simdjson::SUCCESS) return tl::unexpected(json_reason(error));
  dom::object object;
  if (root.get(object) != simdjson::SUCCESS) {
    return tl::unexpected(std::string("not a JSON object"));
  }
  return mapping_ == nullptr ? article_of(object) : mapped_article(root, *mapping_);
}

}  // namespace newsdex
