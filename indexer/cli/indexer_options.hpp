// The command line of newsdex-index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newsdex {

enum class IndexerCommand {
  build,
  update,
  tag,
  explain,
  check,
  stats,
  merge,
  retag,
  names,
  names_check,
  completion
};

struct IndexerOptions {
  IndexerCommand command = IndexerCommand::build;
  std::vector<std::string> sources;
  std::string index;
  std::vector<std::string> name_lists;
  unsigned jobs = 1;
  std::uint64_t memory = std::uint64_t{1} << 30;  // bytes
  std::string writer = "direct";
  std::string date_corrections;
  bool file_dates = false;
  std::string format;
  std::string mapping;
  std::uint64_t max_file_bytes = std::uint64_t{64} << 20;
  bool xapian_tables = false;
  bool timings = false;
  unsigned shards = 0;  // 0: one index
  std::optional<bool> discovery;
  bool repair = false;
  std::string input = "-";     // of tag
  std::string date;            // of tag
  std::string article;         // of explain
  std::string entity;          // of explain
  std::uint64_t articles = 3;  // of names check: how many must have an unlisted name
  std::string shell;           // of completion
};

/// What main is to do: run a command, or leave with `exit_status` as all that was asked for has
/// been printed (help, version, a complaint).
struct ParsedIndexerOptions {
  IndexerOptions options;
  std::optional<int> exit_status;
};

/// Also answers `--complete WORD...`, which shells ask, and `--manual`, which the build asks.
ParsedIndexerOptions parse_indexer_options(int argc, char** argv);

}  // namespace newsdex
