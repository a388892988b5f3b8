#include "query/nearness.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <random>

namespace newsdex::testing {
namespace {

using Places = std::vector<PositionSpan>;

bool follows(const PositionSpan& a, const PositionSpan& b, std::uint32_t distance) {
  return b.first > a.last && b.first - a.last <= distance;
}

// Tries every row of places.
std::vector<Places> rows_tried(const std::vector<Places>& operands, std::uint32_t distance,
                               bool ordered) {
  std::vector<Places> kept(operands.size());
  Places row;
  const std::function<void()> extend = [&] {
    if (row.size() == operands.size()) {
      for (std::size_t i = 0; i < row.size(); ++i) kept[i].push_back(row[i]);
      return;
    }
    for (const PositionSpan& place : operands[row.size()]) {
      const bool near = row.empty() || follows(row.back(), place, distance) ||
                        (!ordered && follows(place, row.back(), distance));
      if (!near) continue;
      row.push_back(place);
      extend();
      row.pop_back();
    }
  };
  extend();
  for (Places& places : kept) {
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
  }
  return kept;
}

Places random_places(std::mt19937& random) {
  Places places;
  for (std::size_t i = random() % 9; i > 0; --i) {
    const auto first = static_cast<std::uint32_t>(random() % 30);
    places.push_back({first, first + static_cast<std::uint32_t>(random() % 4)});
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

TEST(Nearness, KeepsWhatTryingEveryRowKeeps) {
  std::mt19937 random(7);
  for (int i = 0; i < 5000; ++i) {
    std::vector<Places> operands(2 + random() % 3);
    for (Places& places : operands) places = random_places(random);
    const auto distance = static_cast<std::uint32_t>(1 + random() % 6);
    const bool ordered = random() % 2 == 0;
    const std::vector<Places> expected = rows_tried(operands, distance, ordered);
    keep_near(operands, distance, ordered);
    ASSERT_EQ(operands, expected) << "case " << i;
  }
}

TEST(Nearness, ReachesNeitherBelowTheFirstWordNorAboveTheLast) {
  std::vector<Places> operands = {{{0, 0}, {UINT32_MAX, UINT32_MAX}}, {{1, 1}}};
  keep_near(operands, 100, false);
  EXPECT_EQ(operands, (std::vector<Places>{{{0, 0}}, {{1, 1}}}));
}

TEST(Nearness, StopsWhenTheTimeIsUp) {
  const Deadline over(std::chrono::milliseconds(1));
  while (true) {
    try {
      over.check();
    } catch (const TimeIsUp&) {
      break;
    }
  }
  std::vector<Places> operands(3, Places{{1, 1}});
  EXPECT_THROW(keep_near(operands, 1, false, over), TimeIsUp);
}

}  // namespace
}  // namespace newsdex::testing
