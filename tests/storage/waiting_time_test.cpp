#include "storage/waiting_time.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <thread>

namespace newsdex {
namespace {

using std::chrono::milliseconds;

TEST(WaitingTime, CountsWaitsOfSeveralThreadsOnce) {
  WaitingTime time;
  EXPECT_EQ(time.total().count(), 0);
  const auto begin = WaitingTime::Clock::now();
  std::optional<WaitingTime::Wait> first(std::in_place, time);
  std::this_thread::sleep_for(milliseconds(20));
  std::optional<WaitingTime::Wait> second(std::in_place, time);
  EXPECT_GE(time.total(), milliseconds(20)) << "while it goes on";
  first.reset();
  std::this_thread::sleep_for(milliseconds(20));
  second.reset();
  EXPECT_GE(time.total(), milliseconds(40));
  EXPECT_LE(time.total(), WaitingTime::Clock::now() - begin);
  const auto total = time.total();
  std::this_thread::sleep_for(milliseconds(5));
  EXPECT_EQ(time.total(), total) << "when nobody waits";
}

}  // namespace
}  // namespace newsdex
