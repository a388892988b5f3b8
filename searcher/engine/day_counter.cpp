#include "engine/day_counter.hpp"

#include <algorithm>

namespace newsdex {
namespace {

// Dates lie in the years 1000 to 2999; others, which only a damaged index holds, are no dates.
constexpr Day kFirst = -354285;
constexpr Day kLast = 376199;

constexpr Day kRoom = 366;

}  // namespace

void DayCounter::add(const SegmentColumns& columns, const Window& window,
                     const WindowSet& articles) {
  const auto first_days = columns.first_days().subspan(window.begin, window.size());
  const auto last_days = columns.last_days().subspan(window.begin, window.size());
  articles.for_each([&](std::uint32_t offset) {
    const Day first = first_days[offset];
    const Day last = last_days[offset];
    if (first < kFirst || last > kLast || first > last) {
      ++undated_;
    } else if (first == last) {
      add_exact(first, 1);
    } else {
      ++ranges_[{first, last}];
    }
  });
}

void DayCounter::merge(const DayCounter& other) {
  other.for_each([&](Day first, Day last, std::uint64_t count) {
    if (first == last) {
      add_exact(first, count);
    } else {
      ranges_[{first, last}] += count;
    }
  });
  undated_ += other.undated_;
}

void DayCounter::add_exact(Day day, std::uint64_t count) {
  if (day < begin_ || day - begin_ >= static_cast<Day>(exact_.size())) make_room(day);
  exact_[static_cast<std::size_t>(day - begin_)] += count;
}

void DayCounter::make_room(Day day) {
  if (exact_.empty()) begin_ = day;
  if (day < begin_) {
    const Day begin = std::max(kFirst, day - kRoom);
    exact_.insert(exact_.begin(), static_cast<std::size_t>(begin_ - begin), 0);
    begin_ = begin;
  }
  const auto needed = static_cast<std::size_t>(day - begin_) + 1;
  if (needed > exact_.size()) exact_.resize(needed + kRoom);
}

}  // namespace newsdex
