#include "cli/indexer_commands.hpp"

#include <array>
#include <iostream>

#include "terminal/completion.hpp"

namespace newsdex {

int run_completion(const IndexerOptions& options) {
  std::cout << completion_script(options.shell);
  return 0;
}

int run_indexer(const IndexerOptions& options) {
  // By IndexerCommand.
  constexpr std::array kCommands = {run_build, run_update,      run_tag,       run_explain,
                                    run_check, run_stats,       run_merge,     run_retag,
                                    run_names, run_names_check, run_completion};
  return kCommands[static_cast<std::size_t>(options.command)](options);
}

}  // namespace newsdex
