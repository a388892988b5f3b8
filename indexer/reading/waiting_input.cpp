#include "reading/waiting_input.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "reading/regular_file.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kInputBlockBytes = std::size_t{64} << 10;
constexpr int kLookAtStopMs = 200;

}  // namespace

WaitingInput::WaitingInput(int descriptor, const std::atomic<bool>* stop)
    : descriptor_(descriptor), stop_(stop), block_(kInputBlockBytes) {}

bool WaitingInput::wait() const {
  while (stop_ == nullptr || !*stop_) {
    pollfd waiting = {descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, kLookAtStopMs) > 0) return true;
  }
  return false;
}

WaitingInput::int_type WaitingInput::underflow() {
  if (gptr() < egptr()) return traits_type::to_int_type(*gptr());
  ssize_t got = -1;
  do {
    if (!wait()) return traits_type::eof();
    got = ::read(descriptor_, block_.data(), block_.size());
  } while (got < 0 && (errno == EINTR || errno == EAGAIN));
  if (got < 0) error_ = fmt::format("cannot be read: {}", system_reason(errno));
  if (got <= 0) return traits_type::eof();
  setg(block_.data(), block_.data(), block_.data() + got);
  return traits_type::to_int_type(*gptr());
}

}  // namespace newsdex
