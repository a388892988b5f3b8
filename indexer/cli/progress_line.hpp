// How far a run is, on one line of the terminal.
#pragma once

#include <chrono>

#include "newsdex/index_builder.hpp"

namespace newsdex {

/// Redraws a line on standard error a few times a second: articles, rate, share done and time left.
/// Prints nothing when standard error is no terminal.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const Progress& progress);
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool enabled_;
  Clock::time_point started_ = Clock::now();
  Clock::time_point next_ = started_;
  bool drawn_ = false;
};

}  // namespace newsdex
