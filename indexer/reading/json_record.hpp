// One JSON object to one article.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "newsdex/article.hpp"
#include "reading/field_mapping.hpp"

namespace newsdex {

/// Keeps the parser's memory from record to record.
class JsonRecordReader {
 public:
  /// Without a mapping, keys are those of newsdex itself. A mapping must outlive the reader.
  explicit JsonRecordReader(const FieldMapping* mapping = nullptr) : mapping_(mapping) {}

  /// The article of `json`, without path, record and line; the error is a reason for ReadError.
  /// Nesting beyond simdjson's limit of 1,024 is an error like any other.
  tl::expected<Article, std::string> read(std::string_view json);

  /// That the mapping names keys that none of several records had, as a reason for ReadError; empty
  /// otherwise. A lone record may lack anything.
  [[nodiscard]] std::string missing_keys() const;

 private:
  void note_keys(const simdjson::dom::object& record);
  tl::expected<Article, std::string> parse(std::string_view json);

  const FieldMapping* mapping_;
  simdjson::dom::parser parser_;
  std::uint64_t records_ = 0;
  std::set<std::string, std::less<>> keys_;  // of all records, where there is a mapping
};

/// What `path` leads to from `element`: its own key of that name, else keys one in another, apart
/// by dots; nullopt when there is nothing, or null.
std::optional<simdjson::dom::element> find_by_path(simdjson::dom::element element,
                                                   std::string_view path);

/// The place after the string of JSON whose opening quotation mark stands at `at`.
std::size_t end_of_json_string(std::string_view json, std::size_t at);

/// simdjson's message as a reason for ReadError.
std::string json_reason(simdjson::error_code code);

}  // namespace newsdex
