#include "terminal/pager.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "newsdex/error.hpp"
#include "terminal/environment.hpp"
#include "terminal/external_program.hpp"

namespace newsdex {
namespace {

[[noreturn]] void become_pager(const std::string& command, const std::array<int, 2>& ends) {
  ::dup2(ends[0], STDIN_FILENO);
  ::close(ends[0]);
  ::close(ends[1]);
  ::setenv("LESS", "FRX", 0);
  ::setenv("LV", "-c", 0);
  ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  ::_exit(127);
}

// Whether there is the program that a command begins with: without it the answer would be lost.
// What only the shell can tell, such as "LESS=R less", is left to it.
bool can_be_run(std::string_view command) {
  const std::string_view program = command.substr(0, command.find(' '));
  const bool is_plain = std::all_of(program.begin(), program.end(), [](unsigned char byte) {
    return std::isalnum(byte) != 0 || byte == '-' || byte == '_' || byte == '.' || byte == '/';
  });
  if (!is_plain) return true;
  if (program.find('/') != std::string_view::npos)
    return ::access(std::string(program).c_str(), X_OK) == 0;
  return !find_program(program).empty();
}

}  // namespace

std::string pager_command() {
  if (environment("TERM") == "dumb") return "";  // nothing can be paged there
  for (const char* name : {"NEWSDEX_PAGER", "PAGER"}) {
    if (std::getenv(name) == nullptr) continue;
    const std::string chosen(environment(name));
    if (chosen.empty() || chosen == "cat") return "";
    if (can_be_run(chosen)) return chosen;
  }
  return find_program("less").empty() ? "" : "less";
}

Pager::Pager(const std::string& command) {
  if (command.empty() || ::isatty(STDOUT_FILENO) == 0) return;
  std::array<int, 2> ends = {};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw Error(ErrorCode::io, "no pager can be started");
  std::cout.flush();
  child_ = ::fork();
  if (child_ == 0) become_pager(command, ends);
  ::close(ends[0]);
  if (child_ > 0) {
    terminal_ = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
    ::dup2(ends[1], STDOUT_FILENO);
    // Ctrl-C is the pager's: it must not be left behind with the terminal in its hands.
    interrupt_ = std::signal(SIGINT, SIG_IGN);
    // A reader who leaves early has seen enough.
    broken_pipe_ = std::signal(SIGPIPE, SIG_IGN);
  }
  ::close(ends[1]);
  if (child_ < 0) throw Error(ErrorCode::io, "no pager can be started");
}

Pager::~Pager() {
  if (child_ < 0) return;
  std::cout.flush();
  std::cout.clear();
  ::dup2(terminal_, STDOUT_FILENO);
  ::close(terminal_);
  while (::waitpid(child_, nullptr, 0) < 0 && errno == EINTR) {
  }
  std::signal(SIGINT, interrupt_);     // NOLINT(cert-err33-c)
  std::signal(SIGPIPE, broken_pipe_);  // NOLINT(cert-err33-c)
}

}  // namespace newsdex
