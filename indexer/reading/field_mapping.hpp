// Which names of a record, the keys of JSON or the columns of a table, stand for which field.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "newsdex/article.hpp"

namespace newsdex {

/// Fields by the names that records have for them. A name may lead into objects within the record,
/// by dots ("feed.name"); a record's own key of that very name comes first.
struct FieldMapping {
  struct Row {
    std::string Article::*field;
    std::vector<std::string> names;  // the first that gives anything counts
    std::string constant;            // where none does
  };
  std::vector<Row> rows;
  std::vector<std::string> body;  // all that give anything, in this order, a paragraph each
  std::string records;            // of a JSON document: where its list of records is, by dots
};

/// Reads a mapping file, YAML or JSON: a map from the names of article fields (id, title, body,
/// date, source, url, author, language) to a name, to a list of names, or, after "=", to a text
/// that holds for all records; and from `records`. The error says what is wrong, with the line.
tl::expected<FieldMapping, std::string> parse_field_mapping(const std::string& text);

/// The same of a file. Throws Error{usage} for what is no mapping or cannot be read.
FieldMapping read_field_mapping(const std::string& path);

/// The names of the mapping for which there is nothing, in words; empty where there are none. Of a
/// field one name is enough, of the body all are wanted.
std::string missing_names(const FieldMapping& mapping,
                          const std::function<bool(const std::string& name)>& is_there);

/// Names of columns or keys for a message: "\"kop\", \"datum\"", the first of many.
std::string names_in_words(const std::vector<std::string>& names);

/// What columns of tables are commonly called, lower case.
const FieldMapping& usual_columns();

}  // namespace newsdex
