// The command line of newsdex-search.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "newsdex/index_searcher.hpp"
#include "newsdex/query.hpp"
#include "printing/answer_printer.hpp"
#include "terminal/terminal.hpp"

namespace CLI {
class App;
}

namespace newsdex {

inline constexpr double kMaxTimeout = 1e6;  // seconds
inline constexpr double kLeastShardTimeout = 0.001;

/// A value of an option that equals a field of the query.
struct FilterOption {
  Field field = Field::actor;
  std::string value;
  bool excluded = false;
};

/// Hits on a page, where nothing else is said.
inline constexpr std::uint32_t kDefaultLimit = 10;

struct SearcherOptions {
  std::vector<std::string> words;  // the query's arguments
  std::string index;
  std::vector<FilterOption> filters;
  std::string since;
  std::string until;
  std::vector<std::string> facets;  // "actor" or "actor:20"
  std::string timeline;             // name of a unit, or empty
  std::string timeline_by;          // "actor" or "actor:5", or empty
  std::string matrix;               // "actor:platform", or empty
  std::string matrix_size;          // "20x10", or empty
  bool matrix_queries = false;
  std::optional<std::uint32_t> limit;  // not given: by what is printed
  std::uint64_t offset = 0;
  SortOrder sort = SortOrder::relevance;
  bool no_fold = false;
  bool expand = false;
  OutputFormat format = OutputFormat::text;
  OutputPart part = OutputPart::all;
  bool null_separated = false;
  std::string fields;  // names separated by commas, or empty
  int width = 0;       // 0: the terminal's
  ColorWhen color = ColorWhen::automatic;
  ColorWhen hyperlinks = ColorWhen::automatic;
  std::string hyperlink_format = "default";
  bool batch = false;
  bool explain_query = false;
  double timeout = 5;        // seconds; 0 for as long as it takes
  double shard_timeout = 0;  // seconds; 0 for what the list of shards says
  bool require_all = false;
  bool no_shard_cache = false;
  std::string save_query;  // name, or empty
  std::string delete_query;
  bool list_queries = false;
  bool no_pager = false;
  bool browse = false;
};

/// What main is to do; see ParsedIndexerOptions.
struct ParsedSearcherOptions {
  SearcherOptions options;
  std::optional<int> exit_status;
};

/// The definition of the command line, which parses into `options`.
void define_searcher(CLI::App& app, SearcherOptions& options);

ParsedSearcherOptions parse_searcher_options(int argc, char** argv);

/// One line of a batch: a query, and options of its own after " -- ". Options not given there are
/// as in `defaults`.
tl::expected<SearcherOptions, QueryError> parse_batch_line(std::string_view line,
                                                           const SearcherOptions& defaults);

}  // namespace newsdex
