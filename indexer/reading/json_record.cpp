#include "reading/json_record.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <utility>

#include "reading/encoding.hpp"
#include "reading/format.hpp"
#include "reading/html_blocks.hpp"
#include "reading/json_dates.hpp"
#include "reading/record_names.hpp"
#include "reading/text_lines.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

namespace dom = simdjson::dom;

// A parser takes up to some twelve bytes for each byte of the longest record it has seen. After a
// giant they are given back.
constexpr std::size_t kGiantRecord = std::size_t{4} << 20;

// Records with more different keys than these have them for data.
constexpr std::size_t kMostKeys = 1000;

// Halves of surrogate pairs, which a program has cut apart, become U+FFFD, and so do bytes that are
// no UTF-8; a record in a legacy encoding is decoded.
std::string with_sound_strings(std::string_view json) {
  const auto decoded = decode_text(json);
  std::string text = decoded ? decoded->text : to_valid_utf8(json);
  const auto unit_at = [&](std::size_t at) {
    unsigned unit = 0;
    if (text.compare(at, 2, "\\u") != 0 || at + 6 > text.size()) return 0U;
    const char* const end = text.data() + at + 6;
    const auto [stop, error] = std::from_chars(text.data() + at + 2, end, unit, 16);
    return error == std::errc() && stop == end ? unit : 0U;
  };
  for (std::size_t at = text.find('\\'); at < text.size(); at = text.find('\\', at)) {
    const unsigned unit = unit_at(at);
    const bool high = unit >= 0xD800 && unit < 0xDC00;
    const unsigned next = high ? unit_at(at + 6) : 0;
    if (high && next >= 0xDC00 && next < 0xE000) {
      at += 12;
      continue;
    }
    if (unit >= 0xD800 && unit < 0xE000) text.replace(at, 6, "\\ufffd");
    at += unit != 0 ? 6 : 2;
  }
  return text;
}

/// The value of a key, or nothing when it is absent or null.
std::optional<dom::element> given(const dom::object& object, std::string_view key) {
  dom::element value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
  return value;
}

// The same whatever its case, and by dots within objects.
std::optional<dom::element> named(const dom::object& object, std::string_view name) {
  dom::element value;
  if (object.at_key_case_insensitive(name).get(value) == simdjson::SUCCESS && !value.is_null()) {
    return value;
  }
  const std::size_t dot = name.find('.');
  dom::object inner;
  if (dot == std::string_view::npos ||
      object.at_key_case_insensitive(name.substr(0, dot)).get(inner) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  return named(inner, name.substr(dot + 1));
}

// A text, that of an object, or those of a list apart by `separator`.
std::string text_in(dom::element value, std::string_view separator, int depth = 0) {
  constexpr int kMaxNesting = 4;
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(trim_spaces(text));
  if (depth > kMaxNesting) return {};
  dom::object object;
  if (value.get(object) == simdjson::SUCCESS) {
    for (const std::string_view name : kInnerNames) {
      const auto inner = given(object, name);
      std::string found = inner ? text_in(*inner, separator, depth + 1) : std::string();
      if (!found.empty()) return found;
    }
    return {};
  }
  dom::array list;
  std::string texts;
  if (value.get(list) != simdjson::SUCCESS) return {};
  for (const dom::element each : list) {
    const std::string more = text_in(each, separator, depth + 1);
    if (!more.empty()) texts.append(texts.empty() ? "" : separator).append(more);
  }
  return texts;
}

// Databases number their records.
std::optional<std::string> whole_number(dom::element value) {
  std::int64_t number = 0;
  if (value.get(number) == simdjson::SUCCESS) return fmt::to_string(number);
  std::uint64_t large_number = 0;
  if (value.get(large_number) == simdjson::SUCCESS) return fmt::to_string(large_number);
  return std::nullopt;
}

// What newsdex's own names stand for has to be of the right kind.
tl::expected<std::string, std::string> own_value(const dom::object& object,
                                                 const MetadataKey& key) {
  const std::optional<dom::element> value = given(object, key.name);
  if (!value) return std::string();
  std::string_view text;
  if (value->get(text) == simdjson::SUCCESS) return std::string(text);
  if (key.field == &Article::date) return json_date_text(*value);
  const bool number = key.field == &Article::id;
  if (const auto whole = number ? whole_number(*value) : std::nullopt) return *whole;
  std::string inner = number ? std::string() : text_in(*value, ", ");
  if (!inner.empty()) return inner;
  return tl::unexpected(fmt::format(
      "\"{}\" is {}", key.name, number ? "neither a string nor a whole number" : "not a string"));
}

std::string foreign_value(dom::element value, std::string Article::*field) {
  if (field == &Article::date) return json_date_text(value);
  const bool number = field == &Article::id;
  if (const auto whole = number ? whole_number(value) : std::nullopt) return *whole;
  return text_in(value, ", ");
}

// Fills what is empty from the names that others have; whether there was anything.
bool fill_from_others(const dom::object& object, Article& article) {
  bool any = false;
  const auto fill = [&](const MetadataKey& key) {
    std::string& field = article.*key.field;
    if (!field.empty()) return;
    if (const auto value = named(object, key.name)) field = foreign_value(*value, key.field);
    any = any || !field.empty();
  };
  for (const MetadataKey& key : kMetadataSynonyms) fill(key);
  for (const MetadataKey& key : kRecordNames) fill(key);
  return any;
}

// Of a list only if it is one of paragraphs.
std::string prose_in(dom::element value) {
  dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const dom::element each : list) {
      if (!each.is_string()) return {};
    }
  }
  std::string text = text_in(value, "\n");
  const bool html = text.find("</") != std::string::npos || text.find("<p>") != std::string::npos ||
                    text.find("<br") != std::string::npos;
  return html ? plain_text_of_html(text) : text;
}

// The body under its own names; nullopt where there is none.
tl::expected<std::optional<std::string>, std::string> own_body(const dom::object& object) {
  std::optional<std::string> found;
  for (const std::string_view key : {"body", "text"}) {
    const std::optional<dom::element> value = given(object, key);
    if (!value) continue;
    std::string_view text;
    std::string body;
    if (value->get(text) == simdjson::SUCCESS) {
      body = text;
    } else if (body = prose_in(*value); body.empty()) {
      return tl::unexpected(fmt::format("\"{}\" is not a string", key));
    }
    if (!found || trim_spaces(*found).empty()) found = std::move(body);
  }
  return found;
}

std::string foreign_body(const dom::object& object) {
  for (const std::string_view name : kFullTexts) {
    const auto value = named(object, name);
    std::string text = value ? prose_in(*value) : std::string();
    if (!text.empty()) return text;
  }
  std::string all;
  for (const std::string_view name : kShortTexts) {
    const auto value = named(object, name);
    const std::string text = value ? prose_in(*value) : std::string();
    if (!text.empty() && all.find(text) == std::string::npos) {
      all.append(all.empty() ? "" : "\n").append(text);
    }
  }
  return all;
}

// Lists of headlines are all that some services give: those are known by their names.
tl::expected<Article, std::string> article_of(const dom::object& object) {
  Article article;
  for (const MetadataKey& key : kMetadataKeys) {
    auto value = own_value(object, key);
    if (!value) return tl::unexpected(std::move(value.error()));
    article.*key.field = std::move(*value);
  }
  auto body = own_body(object);
  if (!body) return tl::unexpected(std::move(body.error()));
  const bool foreign = fill_from_others(object, article);
  article.body = body->value_or(std::string());
  if (trim_spaces(article.body).empty()) {
    std::string other = foreign_body(object);
    const bool headline = foreign && !trim_spaces(article.title).empty();
    if (other.empty() && !*body && !headline) return tl::unexpected(std::string(kNoBody));
    if (!other.empty()) article.body = std::move(other);
  }
  unify_line_ends(article.body);
  tidy_metadata(article);
  if (article.title.empty() && trim_spaces(article.body).empty()) {
    return tl::unexpected(std::string(kNoText));
  }
  return article;
}

// A database wraps the record in what it knows of it.
dom::object record_in(dom::object object) {
  dom::object inner;
  return object.at_key("_source").get(inner) == simdjson::SUCCESS ? inner : object;
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
      const auto found = find_by_path(record, name);
      if (!found) continue;
      value = row.field == &Article::date ? json_date_text(*found) : words_of(*found, ", ");
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
    return tl::unexpected(std::string(kNoMappedText));
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

std::size_t end_of_json_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\') ++at;
  }
  return std::min(at + 1, json.size());
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
  simdjson::error_code error = parser_.parse(json.data(), json.size()).get(root);
  std::string mended;
  if (error == simdjson::NUMBER_ERROR) {
    mended = with_large_numbers_quoted(json);
    error = parser_.parse(mended).get(root);
  }
  if (error == simdjson::STRING_ERROR || error == simdjson::UTF8_ERROR) {
    mended = with_sound_strings(mended.empty() ? json : mended);
    error = parser_.parse(mended).get(root);
  }
  if (error != simdjson::SUCCESS) return tl::unexpected(json_reason(error));
  dom::object object;
  if (root.get(object) != simdjson::SUCCESS) {
    return tl::unexpected(std::string("not a JSON object"));
  }
  if (mapping_ == nullptr) return article_of(record_in(object));
  note_keys(object);
  return mapped_article(root, *mapping_);
}

void JsonRecordReader::note_keys(const dom::object& record) {
  ++records_;
  for (const auto field : record) {
    if (keys_.size() == kMostKeys) return;
    if (!keys_.contains(field.key)) keys_.emplace(field.key);
  }
}

std::string JsonRecordReader::missing_keys() const {
  if (records_ < 2 || keys_.size() == kMostKeys) return {};
  const std::string missing = missing_names(*mapping_, [&](const std::string& name) {
    return keys_.contains(name) || keys_.contains(name.substr(0, name.find('.')));
  });
  if (missing.empty()) return {};
  return fmt::format("no record has {} of the mapping, only {}", missing,
                     names_in_words({keys_.begin(), keys_.end()}));
}

}  // namespace newsdex
