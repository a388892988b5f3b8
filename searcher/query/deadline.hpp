// When a search has to stop, be it done or not.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>

namespace newsdex {

/// Thrown where a search finds that its time is up, and caught where it was begun.
struct TimeIsUp {};

class Deadline {
 public:
  using Clock = std::chrono::steady_clock;
  /// A sum that only grows of time that a search does not answer for, such as waiting for others.
  using NotCounted = std::function<Clock::duration()>;

  /// None.
  Deadline() = default;
  /// So long from now, `not_counted` apart; none for zero.
  explicit Deadline(std::chrono::milliseconds time, NotCounted not_counted = {}) {
    if (time.count() == 0) return;
    end_ = Clock::now() + time;
    if (!not_counted) return;
    *end_ -= not_counted();
    not_counted_ = std::move(not_counted);
  }

  /// Throws TimeIsUp. To be called where some ten microseconds of work begin.
  void check() const {
    if (!end_) return;
    const Clock::time_point now = Clock::now();
    if (now >= *end_ && now >= *end_ + (not_counted_ ? not_counted_() : Clock::duration::zero()))
      throw TimeIsUp();
  }

 private:
  std::optional<Clock::time_point> end_;
  NotCounted not_counted_;
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
