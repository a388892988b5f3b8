#include "query/deadline.hpp"

#include <gtest/gtest.h>

#include <thread>

namespace newsdex {
namespace {

using std::chrono::milliseconds;

TEST(Deadline, IsNoneForZero) {
  EXPECT_NO_THROW(Deadline().check());
  EXPECT_NO_THROW(Deadline(milliseconds(0)).check());
}

TEST(Deadline, ComesAfterItsTime) {
  const Deadline deadline(milliseconds(1));
  std::this_thread::sleep_for(milliseconds(2));
  EXPECT_THROW(deadline.check(), TimeIsUp);
}

TEST(Deadline, IsPutOffByWhatIsNotCounted) {
  Deadline::Clock::duration waited = std::chrono::hours(1);
  const Deadline deadline(milliseconds(1), [&] { return waited; });
  std::this_thread::sleep_for(milliseconds(2));
  EXPECT_THROW(deadline.check(), TimeIsUp) << "what was waited before it began";
  waited += std::chrono::hours(1);
  EXPECT_NO_THROW(deadline.check());
}

}  // namespace
}  // namespace newsdex
