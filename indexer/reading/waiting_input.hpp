// Input that is waited for, such as a pipe from another program, by a run that may be asked to stop
// meanwhile.
#pragma once

#include <atomic>
#include <span>
#include <string>
#include <vector>

#include "reading/byte_source.hpp"

namespace newsdex {

/// What a descriptor gives. Once `*stop` is true, the stream ends
/// within a fifth of a second, whether or not a signal interrupts the wait: one that comes just
/// before a read begins would not.
class WaitingInput : public ByteSource {
 public:
  /// Neither closes `descriptor` nor owns `stop`, which may be null.
  WaitingInput(int descriptor, const std::atomic<bool>* stop);

  /// Waits for as much.
  std::string_view peek() override;

  /// In the system's words.
  [[nodiscard]] const std::string& error() const override { return error_; }

 protected:
  int_type underflow() override;

 private:
  // Whether there is something to read, be it the end or an error.
  [[nodiscard]] bool wait() const;
  // How many bytes came; none at the end, be it an error or what was asked for, and never again
  // then: a terminal would have to be told its end once more.
  std::size_t read_some(std::span<char> into);

  int descriptor_;
  const std::atomic<bool>* stop_;
  std::vector<char> block_;
  std::string error_;
  bool ended_ = false;
};

}  // namespace newsdex
