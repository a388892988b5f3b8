// Counts articles by the period they were published in.
#pragma once

#include <cstdint>
#include <map>

#include "engine/article_set.hpp"
#include "newsdex/search_result.hpp"
#include "storage/segment.hpp"

namespace newsdex {

/// Periods are numbered so that the next one has the next number: years, months since year 0,
/// ISO weeks (Monday to Sunday) and days since 1970.
class TimelineCounter {
 public:
  explicit TimelineCounter(TimelineUnit unit) : unit_(unit) {}

  /// Adds the articles of `matched`, a set of the segment with these columns. An article counts
  /// where its first and its last possible day lie in one period.
  void add(const SegmentColumns& columns, const ArticleSet& matched);

  /// How many bars the result has.
  [[nodiscard]] std::uint64_t bars() const;

  [[nodiscard]] Timeline result() const;

 private:
  TimelineUnit unit_;
  std::map<std::int32_t, std::uint64_t> counts_;
  std::uint64_t unplaced_ = 0;
};

/// The number of the period in which `day` lies.
std::int32_t period_of(Day day, TimelineUnit unit);

/// "2018", "2018-04", "2018-W18" (ISO 8601), "2018-04-30".
std::string period_name(std::int32_t period, TimelineUnit unit);

}  // namespace newsdex
