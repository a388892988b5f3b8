// The part of a query that chooses articles by their values, apart from the part that ranks them.
//
// Facets need the filters on their own: a field is counted as if its own filter were not there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "newsdex/query.hpp"

namespace newsdex {

/// Articles that carry at least one of the values, or none of them where they are excluded. An
/// article must pass every filter.
struct FacetFilter {
  Field field = Field::actor;
  std::vector<std::string> values;
  std::vector<std::uint32_t> columns;  // where each value begins in the query; 0 when not known
  bool excluded = false;
};

struct SplitQuery {
  Query rest;
  std::vector<FacetFilter> filters;
};

/// Takes the values, and the NOTs of values, out of the conjunctions at the root. Values of one
/// field that stand side by side become one filter, as does an OR of values of one field, or a NOT
/// of either; under an explicit AND each is a filter of its own. `rest` is what remains, AllQuery
/// if nothing does; in it, too, values of one field that stand side by side have become an OrQuery.
SplitQuery split_filters(const Query& query);

}  // namespace newsdex
