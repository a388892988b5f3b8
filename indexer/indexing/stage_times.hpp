// Processor time by stage of indexing, to see where it goes.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace newsdex {

enum class Stage { read, analyse, recognise, discover, date, collect, write };
inline constexpr std::array<std::string_view, 7> kStageNames = {
    "read", "analyse", "recognise", "discover", "date", "collect", "write"};

/// Seconds of processor time, summed over threads.
using StageTimes = std::array<double, kStageNames.size()>;

/// Charges the time of its thread to one stage after another. Without times to charge it does
/// nothing, as asking for a thread's time costs a system call.
class StageClock {
 public:
  /// `times`, if any, must outlive the clock. Starts now.
  explicit StageClock(StageTimes* times);

  /// The time since the last call was spent on `stage`.
  void charge(Stage stage);
  /// The time since the last call is nobody's.
  void skip();

 private:
  StageTimes* times_;
  double last_ = 0;
};

}  // namespace newsdex
