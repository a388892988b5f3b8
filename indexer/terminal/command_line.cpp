#include "terminal/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "terminal/program.hpp"

namespace newsdex {
namespace {

// CLI11 takes them last first.
void parse_in_order(CLI::App& app, std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());
  app.parse(std::move(arguments));
}

}  // namespace

std::optional<int> parse_command_line(CLI::App& app, int argc, char** argv) {
  return parse_command_line(app, std::vector<std::string>(argv + 1, argv + argc));
}

std::optional<int> parse_command_line(CLI::App& app, std::vector<std::string> arguments) {
  try {
    parse_in_order(app, std::move(arguments));
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error, std::cout, std::cerr);
    print_problem(app.get_name(), error.what(), app.get_name() + " --help lists what there is");
    return 2;
  }
}

std::optional<std::string> command_line_fault(CLI::App& app, std::vector<std::string> arguments) {
  try {
    parse_in_order(app, std::move(arguments));
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    return error.what();
  }
}

}  // namespace newsdex
