#include "reading/child_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

extern char** environ;

namespace newsdex {
namespace {

using Clock = std::chrono::steady_clock;

/// Closes a descriptor when destroyed.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

// A file in memory, so that a child that never reads its input blocks nobody.
Descriptor file_of(std::string_view bytes) {
  Descriptor file(::memfd_create("newsdex-input", MFD_CLOEXEC));
  for (std::size_t at = 0; file.is_open() && at < bytes.size();) {
    const ssize_t written = ::write(file.number(), bytes.data() + at, bytes.size() - at);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return Descriptor();
    at += static_cast<std::size_t>(written);
  }
  if (file.is_open() && ::lseek(file.number(), 0, SEEK_SET) != 0) return Descriptor();
  return file;
}

/// A running child; killed and waited for when destroyed.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (id_ <= 0) return;
    ::kill(id_, SIGKILL);
    wait();
  }

  void limit(const ChildLimits& limits) const {
    const auto seconds = static_cast<rlim_t>(limits.time.count());
    const rlimit memory = {limits.memory_bytes, limits.memory_bytes};
    const rlimit time = {seconds, seconds + 1};
    const rlimit no_file = {0, 0};
    ::prlimit(id_, RLIMIT_AS, &memory, nullptr);
    ::prlimit(id_, RLIMIT_CPU, &time, nullptr);
    ::prlimit(id_, RLIMIT_CORE, &no_file, nullptr);
  }

  // Whether it ended well.
  bool wait() {
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = 0;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  pid_t id_;
};

// 0 or an error number; the child's id in `id`.
int spawn(const std::vector<std::string>& command, const Descriptor& input,
          const Descriptor& output, pid_t& id) {
  std::vector<char*> arguments;
  for (const std::string& each : command) arguments.push_back(const_cast<char*>(each.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, input.number(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, output.number(), STDOUT_FILENO);
  ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const int error =
      ::posix_spawnp(&id, arguments.front(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

int milliseconds_until(Clock::time_point deadline) {
  const auto left =
      std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return left <= 0 ? 0 : static_cast<int>(left) + 1;
}

tl::expected<std::string, ChildFailure> read_output(const Descriptor& pipe,
                                                    const ChildLimits& limits) {
  const Clock::time_point deadline = Clock::now() + limits.time;
  std::string output;
  std::array<char, 65536> block{};
  while (true) {
    const int wait = milliseconds_until(deadline);
    pollfd waiting = {pipe.number(), POLLIN, 0};
    const int ready = wait == 0 ? 0 : ::poll(&waiting, 1, wait);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return tl::unexpected(ChildFailure::timeout);
    const ssize_t got = ::read(pipe.number(), block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(ChildFailure::failed);
    if (got == 0) return output;
    output.append(block.data(), static_cast<std::size_t>(got));
    if (output.size() > limits.output_bytes) return tl::unexpected(ChildFailure::too_much);
  }
}

}  // namespace

tl::expected<std::string, ChildFailure> run_filter(const std::vector<std::string>& command,
                                                   std::string_view input,
                                                   const ChildLimits& limits) {
  const Descriptor file = file_of(input);
  std::array<int, 2> ends = {-1, -1};
  if (!file.is_open() || ::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return tl::unexpected(ChildFailure::no_start);
  }
  const Descriptor from_child(ends[0]);
  Descriptor to_parent(ends[1]);
  pid_t id = 0;
  if (const int error = spawn(command, file, to_parent, id)) {
    return tl::unexpected(error == ENOENT ? ChildFailure::not_installed : ChildFailure::no_start);
  }
  Child child(id);
  child.limit(limits);
  to_parent = Descriptor();
  auto output = read_output(from_child, limits);
  if (output && !child.wait()) return tl::unexpected(ChildFailure::failed);
  return output;
}

}  // namespace newsdex
