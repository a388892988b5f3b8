#include "storage/waiting_time.hpp"

namespace newsdex {

WaitingTime::Wait::Wait(WaitingTime& time) : time_(time) {
  const std::lock_guard lock(time_.mutex_);
  if (time_.waiting_++ == 0) time_.since_ = Clock::now();
}

WaitingTime::Wait::~Wait() {
  const std::lock_guard lock(time_.mutex_);
  if (--time_.waiting_ == 0) time_.before_ += Clock::now() - time_.since_;
}

WaitingTime::Clock::duration WaitingTime::total() const {
  const std::lock_guard lock(mutex_);
  return waiting_ == 0 ? before_ : before_ + (Clock::now() - since_);
}

}  // namespace newsdex
