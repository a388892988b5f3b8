// What can be done with a query but searching: explain it, save it, list and delete saved ones.
#pragma once

#include "cli/searcher_options.hpp"
#include "newsdex/index_searcher.hpp"

namespace newsdex {

/// Prints the tree and then, where there is an index, each leaf with the articles that it finds by
/// itself. The error is for what the index refuses.
tl::expected<int, QueryError> explain_query(const SearcherOptions& options,
                                            const SearchRequest& request);

/// Each returns the exit status. Throw Error.
int save_query(const SearcherOptions& options, const SearchRequest& request);
int list_queries();
int delete_query(const SearcherOptions& options);

}  // namespace newsdex
