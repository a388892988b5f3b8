// Dates of JSON records, in the shapes that programs write them.
#pragma once

#include <simdjson.h>

#include <string>

namespace newsdex {

/// What `value` states as a date, for read_stated_date: a text; a number, counted in seconds or
/// milliseconds; what stands under "$date" or "$numberLong", as MongoDB exports it, or under a name
/// such as "value"; of a list that of each element, a line each. Anything else as JSON, cut, so
/// that it is reported as a date that cannot be read. Empty for null and an empty list.
std::string json_date_text(simdjson::dom::element value);

/// `json` with the numbers that no machine word holds as strings, for a parser that refuses them.
std::string with_large_numbers_quoted(std::string_view json);

}  // namespace newsdex
