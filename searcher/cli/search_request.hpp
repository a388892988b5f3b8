// From options to a request the engine understands.
#pragma once

#include <string>
#include <tl/expected.hpp>

#include "cli/searcher_options.hpp"
#include "newsdex/index_searcher.hpp"

namespace newsdex {

/// The query with its filters, the facets (actor and platform unless told otherwise) and the
/// timeline. The error is for a bad query, date, facet or field.
tl::expected<SearchRequest, QueryError> make_request(const SearcherOptions& options,
                                                     const SavedQueries& saved);

/// How shards on other machines are to be treated.
ShardOptions shard_options(const SearcherOptions& options);

}  // namespace newsdex
