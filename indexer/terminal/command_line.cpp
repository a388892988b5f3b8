#include "terminal/command_line.hpp"

#include <algorithm>
#include <iostream>

#include "terminal/program.hpp"

namespace newsdex {

std::optional<int> parse_command_line(CLI::App& app, int argc, char** argv) {
  return parse_command_line(app, std::vector<std::string>(argv + 1, argv + argc));
}

std::optional<int> parse_command_line(CLI::App& app, std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them last first
  try {
    app.parse(std::move(arguments));
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error, std::cout, std::cerr);
    print_problem(app.get_name(), error.what(), app.get_name() + " --help lists what there is");
    return 2;
  }
}

}  // namespace newsdex
