#include "terminal/program.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <csignal>
#include <exception>
#include <iostream>

#include "newsdex/error.hpp"
#include "text/escape.hpp"

namespace newsdex {

void print_problem(std::string_view program, std::string_view message, std::string_view hint) {
  std::cerr << fmt::format("{}: {}\n", program, escape_for_terminal(message));
  if (!hint.empty()) print_hint(program, hint);
}

void print_hint(std::string_view program, std::string_view hint) {
  std::cerr << fmt::format("{}: hint: {}\n", program, escape_for_terminal(hint));
}

void print_read_error(std::string_view program, const ReadError& error) {
  std::string place = error.path;
  if (!error.member.empty()) place += fmt::format(": {}", error.member);
  if (error.line != 0) place += fmt::format(":{}", error.line);
  print_problem(program, fmt::format("{}: {}", place, error.reason));
}

namespace {

// Each segment of an index keeps some files open, more than the usual soft limit may allow.
void allow_many_open_files() {
  rlimit limit = {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// So that a file that may not grow any further is reported as a full disk is.
void outlive_file_limits() {
  std::signal(SIGXFSZ, SIG_IGN);
}

// What was printed must have arrived: a full disk is no success.
int checked(std::string_view program, int status) {
  if (std::cout.flush()) return status;
  print_problem(program, "cannot write to standard output", "is the disk full?");
  return 2;
}

}  // namespace

int run_program(std::string_view program, const std::function<int()>& body) {
  allow_many_open_files();
  outlive_file_limits();
  try {
    return checked(program, body());
  } catch (const Error& error) {
    print_problem(program, error.what(), error.hint());
    return exit_status(error.code());
  } catch (const std::exception& error) {
    print_problem(program, error.what());
    return 2;
  }
}

}  // namespace newsdex
