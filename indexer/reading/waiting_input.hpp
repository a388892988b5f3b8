// Input that is waited for, such as a pipe from another program, by a run that may be asked to stop
// meanwhile.
#pragma once

#include <atomic>
#include <streambuf>
#include <string>
#include <vector>

namespace newsdex {

/// What a descriptor gives, as the source of a std::istream. Once `*stop` is true, the stream ends
/// within a fifth of a second, whether or not a signal interrupts the wait: one that comes just
/// before a read begins would not.
class WaitingInput : public std::streambuf {
 public:
  /// Neither closes `descriptor` nor owns `stop`, which may be null.
  WaitingInput(int descriptor, const std::atomic<bool>* stop);

  /// Why the stream ended before its end, in the system's words; empty unless it did.
  [[nodiscard]] const std::string& error() const { return error_; }

 protected:
  int_type underflow() override;

 private:
  // Whether there is something to read, be it the end or an error.
  [[nodiscard]] bool wait() const;

  int descriptor_;
  const std::atomic<bool>* stop_;
  std::vector<char> block_;
  std::string error_;
};

}  // namespace newsdex
