#include "reading/waiting_input.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "reading/regular_file.hpp"

namespace newsdex {
namespace {

constexpr int kLookAtStopMs = 200;

}  // namespace

WaitingInput::WaitingInput(int descriptor, const std::atomic<bool>* stop)
    : descriptor_(descriptor), stop_(stop), block_(kPeekBytes) {}

bool WaitingInput::wait() const {
  while (stop_ == nullptr || !*stop_) {
    pollfd waiting = {descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, kLookAtStopMs) > 0) return true;
  }
  return false;
}

std::size_t WaitingInput::read_some(std::span<char> into) {
  ssize_t got = -1;
  do {
    ended_ = ended_ || !wait();
    if (ended_) return 0;
    got = ::read(descriptor_, into.data(), into.size());
  } while (got < 0 && (errno == EINTR || errno == EAGAIN));
  ended_ = got <= 0;
  if (got < 0) error_ = fmt::format("cannot be read: {}", system_reason(errno));
  return static_cast<std::size_t>(std::max<ssize_t>(got, 0));
}

std::string_view WaitingInput::peek() {
  if (gptr() == egptr()) {
    std::size_t filled = 0;
    for (std::size_t got = 1; got > 0 && filled < block_.size(); filled += got)
      got = read_some(std::span(block_).subspan(filled));
    setg(block_.data(), block_.data(), block_.data() + filled);
  }
  return {gptr(), static_cast<std::size_t>(egptr() - gptr())};
}

WaitingInput::int_type WaitingInput::underflow() {
  if (gptr() < egptr()) return traits_type::to_int_type(*gptr());
  const std::size_t got = read_some(block_);
  if (got == 0) return traits_type::eof();
  setg(block_.data(), block_.data(), block_.data() + got);
  return traits_type::to_int_type(*gptr());
}

}  // namespace newsdex
