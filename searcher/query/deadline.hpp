// When a search has to stop, be it done or not.
#pragma once

#include <chrono>
#include <cstddef>
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

/// Looks at a deadline once in so many steps of work: for loops of which one turn is too little to
/// ask the clock, and all together may be far too much.
class DeadlineWatch {
 public:
  explicit DeadlineWatch(const Deadline& deadline) : deadline_(deadline) {}

  /// To be called before or after so many steps, of some nanoseconds each. Throws TimeIsUp.
  void count(std::size_t steps) {
    done_ += steps;
    if (done_ < kStepsBetween) return;
    done_ = 0;
    deadline_.check();
  }

 private:
  static constexpr std::size_t kStepsBetween = 16384;

  Deadline deadline_;
  std::size_t done_ = 0;
};

}  // namespace newsdex
