// newsdex-search from validated options to its exit status.
#pragma once

#include "cli/searcher_options.hpp"

namespace newsdex {

/// Runs one search, or a batch from standard input. Throws Error for what ends the run.
int run_searcher(const SearcherOptions& options);

}  // namespace newsdex
