// Periods of the calendar, and how many articles were published in each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "engine/day_counter.hpp"
#include "newsdex/search_result.hpp"

namespace newsdex {

/// Periods are numbered so that the next one has the next number: years, months since year 0,
/// ISO weeks (Monday to Sunday) and days since 1970.
class PeriodCounts {
 public:
  /// An article counts where its first and its last possible day lie in one period.
  PeriodCounts(const DayCounter& days, TimelineUnit unit);

  [[nodiscard]] const std::map<std::int32_t, std::uint64_t>& counts() const { return counts_; }

  /// How many bars the timeline has.
  [[nodiscard]] std::uint64_t bars() const;

  /// `query` is what stands in the query of a bar before its date.
  [[nodiscard]] Timeline timeline(std::string_view query) const;

  /// The same over the periods of another timeline, of the same unit, that has all of this one's.
  [[nodiscard]] Timeline timeline_along(const Timeline& other, std::string_view query) const;

 private:
  TimelineUnit unit_;
  std::map<std::int32_t, std::uint64_t> counts_;
  std::uint64_t unplaced_;
};

/// The facet that has periods of the unit as its values; `date` if none has.
Field field_of(TimelineUnit unit);

/// Whether it is a facet that counts periods of publication.
constexpr bool is_period(Field field) {
  return spec(field).kind == FieldKind::period;
}

/// The number of the period in which `day` lies.
std::int32_t period_of(Day day, TimelineUnit unit);

/// "2018", "2018-04", "2018-W18" (ISO 8601), "2018-04-30".
std::string period_name(std::int32_t period, TimelineUnit unit);

}  // namespace newsdex
