// One JSON object to one article.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "newsdex/article.hpp"

namespace newsdex {

/// Keeps the parser's memory from record to record.
class JsonRecordReader {
 public:
  /// The article of `json`, without path, record and line; the error is a reason for ReadError.
  /// Nesting beyond simdjson's limit of 1,024 is an error like any other.
  tl::expected<Article, std::string> read(std::string_view json);

 private:
  tl::expected<Article, std::string> parse(std::string_view json);

  simdjson::dom::parser parser_;
};

/// simdjson's message as a reason for ReadError.
std::string json_reason(simdjson::error_code code);

}  // namespace newsdex
