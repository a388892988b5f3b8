#include "indexing/stage_times.hpp"

#include <ctime>

namespace newsdex {
namespace {

double thread_seconds() {
  timespec time = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

}  // namespace

StageClock::StageClock(StageTimes* times) : times_(times) {
  skip();
}

void StageClock::charge(Stage stage) {
  if (times_ == nullptr) return;
  const double now = thread_seconds();
  (*times_)[static_cast<std::size_t>(stage)] += now - last_;
  last_ = now;
}

void StageClock::skip() {
  if (times_ != nullptr) last_ = thread_seconds();
}

}  // namespace newsdex
