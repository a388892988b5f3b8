// A file that is one JSON value as a whole: an object, or an array of them, over any number of
// lines.
//
// simdjson's on-demand parser finds where each element begins and ends, and each is then read as a
// record of its own: an element that is no article leaves the others readable, and errors have a
// line.
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "reading/format.hpp"
#include "reading/json_record.hpp"
#include "reading/record_names.hpp"
#include "reading/text_lines.hpp"

namespace newsdex {
namespace {

namespace ondemand = simdjson::ondemand;

// Counts line feeds up to places that only move forward.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  std::uint64_t line_of(const char* place) {
    place = std::min(place, end_);
    if (place > at_) {
      line_ += static_cast<std::uint64_t>(std::count(at_, place, '\n'));
      at_ = place;
    }
    return line_;
  }

 private:
  const char* at_;
  const char* end_;
  std::uint64_t line_ = 1;
};

struct Element {
  std::string_view json;  // empty when it is no object
  const char* place = nullptr;
};

simdjson::error_code locate(simdjson::simdjson_result<ondemand::value> found, Element& element) {
  ondemand::value value;
  if (const auto error = found.get(value)) return error;
  element = {{}, value.raw_json_token().data()};
  ondemand::json_type type{};
  if (const auto error = value.type().get(type)) return error;
  if (type != ondemand::json_type::object) return simdjson::SUCCESS;
  ondemand::object object;
  if (const auto error = value.get_object().get(object)) return error;
  return object.raw_json().get(element.json);
}

class ArrayReader {
 public:
  ArrayReader(const TextInput& input, std::string_view text)
      : input_(input), lines_(text), records_(input.options.mapping) {}

  /// Whether it came to the end: elements after a place where the array is broken cannot be told.
  bool read(ondemand::array array) {
    for (auto found : array) {
      Element element;
      if (const auto error = locate(found, element)) {
        fail(element.place, json_reason(error));
        return false;
      }
      ++record_;
      read(element);
    }
    if (const std::string missing = records_.missing_keys(); !missing.empty()) {
      input_.handlers.error({input_.path, 0, missing, true});
    }
    return true;
  }

  void fail(const char* place, std::string reason) {
    const std::uint64_t line = place == nullptr ? last_line_ : lines_.line_of(place);
    input_.handlers.error(unread(input_.path, line, std::move(reason)));
  }

 private:
  void read(const Element& element) {
    last_line_ = lines_.line_of(element.place);
    if (element.json.empty()) return fail(element.place, "not a JSON object");
    auto article = records_.read(element.json);
    if (!article) return fail(element.place, std::move(article.error()));
    article->path = input_.path;
    article->record = saturate(record_);
    article->line = saturate(last_line_);
    input_.handlers.article(std::move(*article));
  }

  const TextInput& input_;
  LineCounter lines_;
  JsonRecordReader records_;
  std::uint64_t record_ = 0;
  std::uint64_t last_line_ = 1;
};

void read_array(const TextInput& input) {
  const simdjson::padded_string text(input.text);
  ArrayReader reader(input, text);
  ondemand::parser parser;
  ondemand::document document;
  ondemand::array array;
  auto error = parser.iterate(text).get(document);
  if (!error) error = document.get_array().get(array);
  if (error) return reader.fail(nullptr, json_reason(error));
  const char* trailing = nullptr;
  if (reader.read(array) && document.current_location().get(trailing) == simdjson::SUCCESS) {
    reader.fail(trailing, json_reason(simdjson::TRAILING_CONTENT));
  }
}

/// Finds the list of records in a document that is an object.
class ListSearch {
 public:
  explicit ListSearch(const simdjson::padded_string& text) : text_(text) {}

  /// At `path`, names one in another, apart by dots; a name that has dots of its own comes first.
  std::optional<ondemand::array> at(std::string_view path) {
    ondemand::object object;
    if (parser_.iterate(text_).get(document_) || document_.get_object().get(object)) return {};
    ondemand::array list;
    return find(object, path, list) ? std::optional(list) : std::nullopt;
  }

  /// The first list of objects under a name that services give theirs.
  std::optional<ondemand::array> known() {
    for (const std::string_view path : kRecordLists) {
      if (at(path) && holds_objects_) return at(path);
    }
    return std::nullopt;
  }

  /// Whether the object has the text of an article itself.
  bool has_text() {
    ondemand::object object;
    if (parser_.iterate(text_).get(document_) || document_.get_object().get(object)) return false;
    for (auto field : object) {
      std::string_view name;
      ondemand::json_type type{};
      if (field.unescaped_key().get(name)) return false;
      const std::string lower = ascii_lower(name);
      if (field.value().type().get(type)) return false;
      const bool known = std::find(kFullTexts.begin(), kFullTexts.end(), lower) != kFullTexts.end();
      if (known && type == ondemand::json_type::string) return true;
    }
    return false;
  }

 private:
  bool find(ondemand::object object, std::string_view path, ondemand::array& list) {
    ondemand::value value;
    const auto error = object.find_field_unordered(path).get(value);
    if (!error) return take(value, list);
    const std::size_t dot = path.find('.');
    if (error != simdjson::NO_SUCH_FIELD || dot == std::string_view::npos) return false;
    ondemand::object inner;
    if (object.find_field_unordered(path.substr(0, dot)).get(value)) return false;
    return !value.get_object().get(inner) && find(inner, path.substr(dot + 1), list);
  }

  bool take(ondemand::value value, ondemand::array& list) {
    const char* const begin = value.raw_json_token().data();
    const std::string_view rest(begin,
                                static_cast<std::size_t>(text_.data() + text_.size() - begin));
    const std::size_t first = rest.find_first_not_of(" \t\r\n", 1);
    holds_objects_ = first != std::string_view::npos && rest[first] == '{';
    return !value.get_array().get(list);
  }

  const simdjson::padded_string& text_;
  ondemand::parser parser_;
  ondemand::document document_;
  bool holds_objects_ = false;
};

void read_lone_record(const TextInput& input) {
  LineCursor lines(input.text);
  lines.next_with_text();
  JsonRecordReader records(input.options.mapping);
  auto article = records.read(input.text);
  if (!article) {
    return input.handlers.error(unread(input.path, lines.number(), std::move(article.error())));
  }
  article->path = input.path;
  article->line = saturate(lines.number());
  input.handlers.article(std::move(*article));
}

// The answer of a service, or one article.
void read_object(const TextInput& input) {
  const simdjson::padded_string text(input.text);
  ListSearch search(text);
  if (input.options.mapping != nullptr || search.has_text()) return read_lone_record(input);
  const auto list = search.known();
  if (!list) return read_lone_record(input);
  ArrayReader(input, text).read(*list);
}

// The list of records that a mapping names.
void read_inner_list(const TextInput& input, std::string_view path) {
  const simdjson::padded_string text(input.text);
  ListSearch search(text);
  ArrayReader reader(input, text);
  const auto list = search.at(path);
  if (!list) return reader.fail(nullptr, fmt::format("no list at \"{}\"", path));
  reader.read(*list);
}

}  // namespace

void read_json_document(const TextInput& input) {
  const FieldMapping* const mapping = input.options.mapping;
  if (mapping != nullptr && !mapping->records.empty()) {
    return read_inner_list(input, mapping->records);
  }
  trim_spaces(input.text).starts_with('[') ? read_array(input) : read_object(input);
}

}  // namespace newsdex
