// newsdex-search: answers queries from an index of news articles.
#include "cli/searcher_run.hpp"
#include "terminal/program.hpp"

int main(int argc, char** argv) {
  return newsdex::run_program("newsdex-search", [&] {
    const newsdex::ParsedSearcherOptions parsed = newsdex::parse_searcher_options(argc, argv);
    return parsed.exit_status ? *parsed.exit_status : newsdex::run_searcher(parsed.options);
  });
}
