#include "terminal/program.hpp"

#include <fmt/format.h>

#include <exception>
#include <iostream>

#include "newsdex/error.hpp"
#include "text/escape.hpp"

namespace newsdex {

void print_problem(std::string_view program, std::string_view message, std::string_view hint) {
  std::cerr << fmt::format("{}: {}\n", program, escape_for_terminal(message));
  if (!hint.empty()) std::cerr << fmt::format("{}: hint: {}\n", program, escape_for_terminal(hint));
}

int run_program(std::string_view program, const std::function<int()>& body) {
  try {
    return body();
  } catch (const Error& error) {
    print_problem(program, error.what(), error.hint());
    return exit_status(error.code());
  } catch (const std::exception& error) {
    print_problem(program, error.what());
    return 2;
  }
}

}  // namespace newsdex
