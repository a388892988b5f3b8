// An interactive view of search results, by fzf: results as you type, the article beside them with
// its marks and tags, and keys that add a value of a facet to the query.
//
// fzf runs newsdex-search again for each list and each article. What it puts into those commands
// are the query, which it quotes for the shell, and the number of a line; nothing that comes from
// an article does.
#pragma once

#include <string>
#include <vector>

#include "cli/searcher_options.hpp"

namespace newsdex {

/// Returns the exit status. Throws Error{usage} where there is no fzf or no terminal.
int browse(const SearcherOptions& options);

/// Answers what fzf asks, `--browse-list INDEX SORT QUERY` and `--browse-show INDEX SORT QUERY
/// NUMBER`, these words without the first; false if it is neither. Throws Error.
bool answer_browser(const std::string& command, const std::vector<std::string>& words);

}  // namespace newsdex
