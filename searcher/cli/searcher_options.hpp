// The command line of newsdex-search.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "newsdex/index_searcher.hpp"
#include "newsdex/query.hpp"
#include "terminal/terminal.hpp"

namespace newsdex {

enum class OutputFormat : std::uint8_t { text, json };

/// A value of an option that equals a field of the query.
struct FilterOption {
  Field field = Field::actor;
  std::string value;
};

struct SearcherOptions {
  std::vector<std::string> words;  // the query's arguments
  std::string index;
  std::vector<FilterOption> filters;
  std::string since;
  std::string until;
  std::vector<std::string> facets;  // "actor" or "actor:20"
  std::string timeline;             // name of a unit, or empty
  std::uint32_t limit = 10;
  std::uint64_t offset = 0;
  SortOrder sort = SortOrder::relevance;
  bool no_fold = false;
  OutputFormat format = OutputFormat::text;
  ColorWhen color = ColorWhen::automatic;
  bool batch = false;
  bool explain_query = false;
  double timeout = 5;      // seconds; 0 for as long as it takes
  std::string save_query;  // name, or empty
  std::string delete_query;
  bool list_queries = false;
  bool no_pager = false;  // as there is no pager, it changes nothing
};

/// What main is to do; see ParsedIndexerOptions.
struct ParsedSearcherOptions {
  SearcherOptions options;
  std::optional<int> exit_status;
};

ParsedSearcherOptions parse_searcher_options(int argc, char** argv);

/// One line of a batch: a query, and options of its own after " -- ". Options not given there are
/// as in `defaults`.
ParsedSearcherOptions parse_batch_line(std::string_view line, const SearcherOptions& defaults);

}  // namespace newsdex
