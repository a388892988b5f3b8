#include "engine/period_counts.hpp"

#include <fmt/format.h>

#include <chrono>

namespace newsdex {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day calendar(Day day) {
  return sys_days(days(day));
}

// 1970-01-01 was a Thursday: three days into its week.
constexpr std::int32_t kMondayOffset = 3;

std::int32_t floor_divide(std::int32_t a, std::int32_t b) {
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

// ISO 8601: a week belongs to the year that its Thursday lies in.
std::string week_name(std::int32_t week) {
  const Day thursday = week * 7 - kMondayOffset + 3;
  const int year = static_cast<int>(calendar(thursday).year());
  const auto january_first = sys_days(std::chrono::year(year) / 1 / 1).time_since_epoch().count();
  return fmt::format("{:04}-W{:02}", year, (thursday - january_first) / 7 + 1);
}

}  // namespace

Field field_of(TimelineUnit unit) {
  if (unit == TimelineUnit::year) return Field::year;
  return unit == TimelineUnit::month ? Field::month : Field::date;
}

std::int32_t period_of(Day day, TimelineUnit unit) {
  const year_month_day date = calendar(day);
  switch (unit) {
    case TimelineUnit::year:
      return static_cast<int>(date.year());
    case TimelineUnit::month:
      return static_cast<int>(date.year()) * 12 +
             static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    case TimelineUnit::week:
      return floor_divide(day + kMondayOffset, 7);
    case TimelineUnit::day:
      break;
  }
  return day;
}

std::string period_name(std::int32_t period, TimelineUnit unit) {
  switch (unit) {
    case TimelineUnit::year:
      return fmt::format("{:04}", period);
    case TimelineUnit::month:
      return fmt::format("{:04}-{:02}", period / 12, period % 12 + 1);
    case TimelineUnit::week:
      return week_name(period);
    case TimelineUnit::day:
      break;
  }
  return to_string(to_partial_date(period));
}

PeriodCounts::PeriodCounts(const DayCounter& days, TimelineUnit unit)
    : unit_(unit), unplaced_(days.undated()) {
  days.for_each([&](Day first, Day last, std::uint64_t count) {
    const std::int32_t period = period_of(first, unit_);
    if (first == last || period == period_of(last, unit_)) {
      counts_[period] += count;
    } else {
      unplaced_ += count;
    }
  });
}

std::uint64_t PeriodCounts::bars() const {
  if (counts_.empty()) return 0;
  return static_cast<std::uint64_t>(counts_.rbegin()->first - counts_.begin()->first) + 1;
}

Timeline PeriodCounts::timeline(std::string_view query) const {
  Timeline timeline;
  timeline.unit = unit_;
  timeline.unplaced = unplaced_;
  if (counts_.empty()) return timeline;
  for (std::int32_t p = counts_.begin()->first; p <= counts_.rbegin()->first; ++p) {
    const auto found = counts_.find(p);
    const std::string period = period_name(p, unit_);
    timeline.bars.push_back({period, found == counts_.end() ? 0 : found->second,
                             fmt::format("{}date:{}", query, period)});
  }
  return timeline;
}

Timeline PeriodCounts::timeline_along(const Timeline& other, std::string_view query) const {
  Timeline timeline;
  timeline.unit = unit_;
  timeline.unplaced = unplaced_;
  auto next = counts_.begin();
  for (const TimelineBar& bar : other.bars) {
    const bool has = next != counts_.end() && period_name(next->first, unit_) == bar.period;
    timeline.bars.push_back(
        {bar.period, has ? next->second : 0, fmt::format("{}date:{}", query, bar.period)});
    if (has) ++next;
  }
  return timeline;
}

}  // namespace newsdex
