#include "storage/xapian_connection.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <csignal>
#include <ctime>
#include <utility>

namespace newsdex {
namespace {

// Writing to a connection that the server has closed must not end the program; the signal is taken
// away from this thread before anybody sees it.
class WithoutSigpipe {
 public:
  WithoutSigpipe() {
    sigset_t waiting;
    ::sigpending(&waiting);
    was_waiting_ = ::sigismember(&waiting, SIGPIPE) == 1;
    ::sigemptyset(&pipe_);
    ::sigaddset(&pipe_, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~WithoutSigpipe() {
    constexpr timespec kNoTime = {0, 0};
    if (!was_waiting_) ::sigtimedwait(&pipe_, nullptr, &kNoTime);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  WithoutSigpipe(const WithoutSigpipe&) = delete;
  WithoutSigpipe& operator=(const WithoutSigpipe&) = delete;

 private:
  sigset_t pipe_ = {};
  sigset_t before_ = {};
  bool was_waiting_ = false;
};

template <typename Action>
auto talking(Action&& action) {
  const WithoutSigpipe quiet;
  try {
    return std::forward<Action>(action)();
  } catch (const Xapian::Error& error) {
    const char* const system = error.get_error_string();
    throw ConnectionFailure(system == nullptr ? error.get_msg()
                                              : fmt::format("{} ({})", error.get_msg(), system));
  }
}

}  // namespace

struct XapianConnection::Remote {
  ~Remote() {
    const WithoutSigpipe quiet;
    database = Xapian::Database();
  }
  Xapian::Database database;
};

XapianConnection::XapianConnection(const std::string& host, std::uint16_t port,
                                   std::chrono::milliseconds timeout)
    : remote_(std::make_unique<Remote>()) {
  const auto milliseconds = static_cast<unsigned>(timeout.count());
  talking(
      [&] { remote_->database = Xapian::Remote::open(host, port, milliseconds, milliseconds); });
}

XapianConnection::~XapianConnection() = default;
XapianConnection::XapianConnection(XapianConnection&&) noexcept = default;
XapianConnection& XapianConnection::operator=(XapianConnection&&) noexcept = default;

std::string XapianConnection::metadata(const std::string& key) {
  return talking([&] { return remote_->database.get_metadata(key); });
}

}  // namespace newsdex
