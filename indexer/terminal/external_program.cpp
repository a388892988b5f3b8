#include "terminal/external_program.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "newsdex/error.hpp"
#include "terminal/environment.hpp"

namespace newsdex {
namespace {

constexpr int kNotStarted = 127;

struct Pipe {
  Pipe() {
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
      throw Error(ErrorCode::io, "no other program can be started");
    }
  }
  ~Pipe() {
    close_end(0);
    close_end(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  void close_end(std::size_t end) {
    if (ends.at(end) >= 0) ::close(ends.at(end));
    ends.at(end) = -1;
  }

  std::array<int, 2> ends = {-1, -1};
};

[[noreturn]] void become(const std::vector<std::string>& arguments,
                         const std::vector<std::string>& environment, const Pipe& in,
                         const Pipe& out) {
  ::dup2(in.ends[0], STDIN_FILENO);
  ::dup2(out.ends[1], STDOUT_FILENO);
  for (const std::string& variable : environment) {
    const std::size_t equals = variable.find('=');
    ::setenv(variable.substr(0, equals).c_str(), variable.substr(equals + 1).c_str(), 1);
  }
  std::vector<char*> words;
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.data()));
  words.push_back(nullptr);
  ::execvp(words.front(), words.data());
  ::_exit(kNotStarted);
}

// A program need not read its input to the end.
void write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string read_all(int file) {
  std::string text;
  std::array<char, 4096> block = {};
  while (true) {
    const ssize_t size = ::read(file, block.data(), block.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return text;
    text.append(block.data(), static_cast<std::size_t>(size));
  }
}

}  // namespace

std::string find_program(std::string_view name) {
  std::string_view folders = environment("PATH");
  while (!folders.empty()) {
    const std::size_t end = std::min(folders.find(':'), folders.size());
    const std::string path = fmt::format("{}/{}", folders.substr(0, end), name);
    if (end > 0 && ::access(path.c_str(), X_OK) == 0) return path;
    folders.remove_prefix(std::min(end + 1, folders.size()));
  }
  return "";
}

std::string shell_word(std::string_view text) {
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'') {
      word += "'\\''";
    } else {
      word += c;
    }
  }
  return word + "'";
}

ProgramOutput run_with_input(const std::vector<std::string>& arguments, std::string_view input,
                             const std::vector<std::string>& environment) {
  Pipe in;
  Pipe out;
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  const pid_t child = ::fork();
  if (child < 0) throw Error(ErrorCode::io, "no other program can be started");
  if (child == 0) {
    std::signal(SIGPIPE, SIG_DFL);  // NOLINT(cert-err33-c)
    become(arguments, environment, in, out);
  }
  in.close_end(0);
  out.close_end(1);
  write_all(in.ends[1], input);
  in.close_end(1);
  ProgramOutput result;
  result.text = read_all(out.ends[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::signal(SIGPIPE, before);  // NOLINT(cert-err33-c)
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : kNotStarted;
  return result;
}

}  // namespace newsdex
