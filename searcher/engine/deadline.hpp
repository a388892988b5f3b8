// When a search has to stop, be it done or not.
#pragma once

#include <chrono>
#include <optional>

namespace newsdex {

/// Thrown where a search finds that its time is up, and caught where it was begun.
struct TimeIsUp {};

class Deadline {
 public:
  /// None.
  Deadline() = default;
  /// So long from now; none for zero.
  explicit Deadline(std::chrono::milliseconds time) {
    if (time.count() > 0) end_ = std::chrono::steady_clock::now() + time;
  }

  /// Throws TimeIsUp. To be called where some ten microseconds of work begin.
  void check() const {
    if (end_ && std::chrono::steady_clock::now() >= *end_) throw TimeIsUp();
  }

 private:
  std::optional<std::chrono::steady_clock::time_point> end_;
};

}  // namespace newsdex
