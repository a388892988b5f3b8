// The commands of newsdex-index.
#pragma once

#include "cli/indexer_options.hpp"

namespace newsdex {

/// How newsdex-index names itself.
inline constexpr const char* kIndexer = "newsdex-index";

/// Exit status of a run that is done but for articles that could not be read.
inline constexpr int kNothingToExplain = 1;
inline constexpr int kSomeUnread = 3;

/// Runs the chosen command and returns its exit status. Throws Error for what ends it.
int run_indexer(const IndexerOptions& options);

int run_build(const IndexerOptions& options);
int run_update(const IndexerOptions& options);
int run_merge(const IndexerOptions& options);
int run_tag(const IndexerOptions& options);
int run_explain(const IndexerOptions& options);
int run_check(const IndexerOptions& options);
int run_stats(const IndexerOptions& options);
int run_retag(const IndexerOptions& options);
int run_names(const IndexerOptions& options);
int run_names_check(const IndexerOptions& options);
int run_completion(const IndexerOptions& options);

}  // namespace newsdex
