// Counts articles by the days that they may be from: what period facets and the timeline are made
// of, so that each article is looked at once and calendars are asked about days, not articles.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "engine/window.hpp"
#include "storage/segment.hpp"

namespace newsdex {

class DayCounter {
 public:
  /// Adds the articles of a window of the segment with these columns.
  void add(const SegmentColumns& columns, const Window& window, const WindowSet& articles);

  void merge(const DayCounter& other);

  /// Calls `action(first, last, count)` for each first and last possible day that articles have.
  template <typename Action>
  void for_each(Action&& action) const {
    for (std::size_t i = 0; i < exact_.size(); ++i) {
      const Day day = begin_ + static_cast<Day>(i);
      if (exact_[i] > 0) action(day, day, exact_[i]);
    }
    for (const auto& [days, count] : ranges_) action(days.first, days.second, count);
  }

  /// Articles without a date.
  [[nodiscard]] std::uint64_t undated() const { return undated_; }

 private:
  void add_exact(Day day, std::uint64_t count);
  void make_room(Day day);

  Day begin_ = 0;                     // the day of the first of exact_
  std::vector<std::uint64_t> exact_;  // of articles whose day is known
  std::map<std::pair<Day, Day>, std::uint64_t> ranges_;
  std::uint64_t undated_ = 0;
};

}  // namespace newsdex
