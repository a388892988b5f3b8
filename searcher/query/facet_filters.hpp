// The part of a query that chooses articles by their values, apart from the part that ranks them.
//
// Facets need the filters on their own: a field is counted as if its own filter were not there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "newsdex/query.hpp"

namespace newsdex {

/// Articles that match at least one of the choices, or none of them where they are excluded. An
/// article must pass every filter.
struct FacetFilter {
  /// Of the choices: of a date of publication the facet that has it as a value, year or month, or
  /// `date`, if it is a value of neither.
  Field field = Field::actor;
  std::vector<Query> choices;  // ValueQuery or DateQuery
  bool excluded = false;
};

/// Whether the facet is counted as if filters of that field were not there: its own, and for year
/// and month those by other dates of publication.
bool is_own_filter(Field facet, Field filter);

struct SplitQuery {
  Query rest;
  std::vector<FacetFilter> filters;
};

/// The query as it is searched: values of one field that stand side by side are an OrQuery.
Query with_alternatives_joined(const Query& query);

/// Takes the values and dates, and the NOTs of such, out of the conjunctions at the root. Values of
/// one field that stand side by side become one filter, as does an OR of values of one field, or a
/// NOT of either; under an explicit AND each is a filter of its own, and so is a date of `date`
/// wherever it stands. `rest` is what remains, AllQuery if nothing does; in it, too, values of one
/// field that stand side by side have become an OrQuery.
SplitQuery split_filters(const Query& query);

}  // namespace newsdex
