// How long a search waits for others.
#pragma once

#include <chrono>
#include <mutex>

namespace newsdex {

/// Time in which one thread at least waited. May be used from several threads.
class WaitingTime {
 public:
  using Clock = std::chrono::steady_clock;

  /// While it lives, its thread waits.
  class Wait {
   public:
    explicit Wait(WaitingTime& time);
    ~Wait();
    Wait(const Wait&) = delete;
    Wait& operator=(const Wait&) = delete;

   private:
    WaitingTime& time_;
  };

  /// Up to now, with waits that go on.
  [[nodiscard]] Clock::duration total() const;

 private:
  mutable std::mutex mutex_;
  unsigned waiting_ = 0;  // threads
  Clock::time_point since_ = {};
  Clock::duration before_ = {};
};

}  // namespace newsdex
