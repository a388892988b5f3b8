#include "cli/indexer_commands.hpp"

#include <array>

namespace newsdex {

int run_indexer(const IndexerOptions& options) {
  // By IndexerCommand.
  constexpr std::array kCommands = {run_build, run_update, run_tag,   run_explain, run_check,
                                    run_stats, run_merge,  run_retag, run_names,   run_names_check};
  return kCommands[static_cast<std::size_t>(options.command)](options);
}

}  // namespace newsdex
