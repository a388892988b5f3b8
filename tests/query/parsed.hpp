// Queries as text, for tables.
#pragma once

#include <string>
#include <string_view>

#include "newsdex/query.hpp"

namespace newsdex {

/// The tree of `text` as an S-expression, or why it was refused.
inline std::string parsed(std::string_view text) {
  const auto query = parse_query(text);
  return query ? to_string(*query) : "refused: " + query.error().message;
}

/// What was typed and what is made of it.
struct Reading {
  std::string_view text;
  std::string_view expected;
};

}  // namespace newsdex
