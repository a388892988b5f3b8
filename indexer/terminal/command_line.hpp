// How both programs read their command lines.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace newsdex {

inline constexpr const char* kVersionLine = "newsdex " NEWSDEX_VERSION;

/// Parses the arguments into what `app` was told. An exit status when there is nothing left to do:
/// help or version was printed (0), or the command line is wrong and the complaint was printed (2).
std::optional<int> parse_command_line(CLI::App& app, int argc, char** argv);

/// The same for arguments in order, without the program's name.
std::optional<int> parse_command_line(CLI::App& app, std::vector<std::string> arguments);

/// The same for who tells of faults in his own way: what is wrong with the arguments, if anything.
/// `app` has neither help nor version.
std::optional<std::string> command_line_fault(CLI::App& app, std::vector<std::string> arguments);

}  // namespace newsdex
