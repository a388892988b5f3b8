// The frame that both programs run in: what ends a run is caught here, and nowhere else.
#pragma once

#include <functional>
#include <string_view>

#include "newsdex/article.hpp"

namespace newsdex {

/// Runs `body` and returns its exit status. An Error is printed to standard error as
/// "PROGRAM: message" and "PROGRAM: hint: ...", escaped, and gives its own exit status; any other
/// exception is a defect or exhausted memory and gives 2, as does standard output that cannot be
/// written.
int run_program(std::string_view program, const std::function<int()>& body);

/// Prints "PROGRAM: message" and, if there is one, the hint, to standard error. Both are escaped.
void print_problem(std::string_view program, std::string_view message, std::string_view hint = {});

/// Prints "PROGRAM: hint: ..." alone, of what standard output has told.
void print_hint(std::string_view program, std::string_view hint);

/// Prints "PROGRAM: PATH:LINE: reason", without the line where the whole file is meant,
/// "PATH: MEMBER:LINE" within an archive; escaped.
void print_read_error(std::string_view program, const ReadError& error);

}  // namespace newsdex
