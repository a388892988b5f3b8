#include "engine/worker_pool.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace newsdex::testing {
namespace {

TEST(WorkerPool, DoesEachTaskOnceHoweverOftenItRuns) {
  WorkerPool pool(4);
  for (const std::size_t tasks : {0U, 1U, 3U, 1000U, 2U}) {
    std::vector<std::atomic<int>> done(tasks);
    pool.run(tasks, [&](unsigned worker, std::size_t i) {
      EXPECT_LT(worker, pool.workers());
      ++done[i];
    });
    for (const auto& times : done) EXPECT_EQ(times, 1);
  }
}

TEST(WorkerPool, ThrowsOnWhatATaskThrowsAndGoesOnWorking) {
  WorkerPool pool(3);
  const auto failing = [](unsigned, std::size_t i) {
    if (i == 5) throw std::runtime_error("five");
  };
  EXPECT_THROW(pool.run(100, failing), std::runtime_error);
  std::atomic<int> done = 0;
  pool.run(100, [&](unsigned, std::size_t) { ++done; });
  EXPECT_EQ(done, 100);
}

TEST(WorkerPool, OfOneIsTheCaller) {
  WorkerPool pool(1);
  std::size_t sum = 0;
  pool.run(10, [&](unsigned worker, std::size_t i) { sum += i + worker; });
  EXPECT_EQ(sum, 45U);
}

}  // namespace
}  // namespace newsdex::testing
