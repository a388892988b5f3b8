// newsdex-index: builds and keeps an index of news articles.
#include "cli/indexer_commands.hpp"
#include "terminal/program.hpp"

int main(int argc, char** argv) {
  return newsdex::run_program("newsdex-index", [&] {
    const newsdex::ParsedIndexerOptions parsed = newsdex::parse_indexer_options(argc, argv);
    return parsed.exit_status ? *parsed.exit_status : newsdex::run_indexer(parsed.options);
  });
}
