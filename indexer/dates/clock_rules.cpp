// Rules for times of the day, alone and with a day. The argument says how many numbers the time
// takes besides seconds, so that the day of a date is found after them.
#include "dates/admissions.hpp"
#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

constexpr auto kClockRules = std::to_array<Rule>({
    {"clock", "HH : SS : SS? MERIDIEM? ZONE?", resolve_clock, 2, admits_bare_clock},
    {"clock", "HH : SS : SS? MERIDIEM ZONE?", resolve_clock, 2, is_whole_clock},
    {"clock", "HH : SS : SS? ZONE", resolve_clock, 2, is_whole_clock},
    {"clock", "HH MERIDIEM ZONE?", resolve_clock, 1},
    {"clock", "HH oclock", resolve_clock, 1},
    {"clock", "HH oclock in the morning|afternoon|evening", resolve_clock, 1},
    {"clock", "HHMM ZONE", resolve_clock, 1},
    {"clock", "HH ZONE", resolve_clock, 1, admits_dotted_clock},
    {"clock", "CLOCK ZONE?", resolve_clock, 0},
    {"clock-day", "HH : SS : SS? MERIDIEM? ZONE? on? , WEEKDAY|RELDAY", resolve_clock, 2,
     is_whole_clock},
    {"clock-day", "HH MERIDIEM ZONE? on? , WEEKDAY|RELDAY", resolve_clock, 1},
    {"clock-day", "HHMM ZONE on? , WEEKDAY|RELDAY", resolve_clock, 1},
    {"clock-day", "CLOCK ZONE? on? , WEEKDAY|RELDAY", resolve_clock, 0},
    {"clock-date", "HH : SS : SS? MERIDIEM? ZONE? on? , WEEKDAY? , MONTH DAY , YEAR?",
     resolve_clock, 2, is_whole_clock},
    {"clock-date", "HH MERIDIEM ZONE? on? , WEEKDAY? , MONTH DAY , YEAR?", resolve_clock, 1},
    {"clock-date", "CLOCK ZONE? on? , WEEKDAY? , MONTH DAY , YEAR?", resolve_clock, 0},
    {"clock-date", "HH : SS : SS? MERIDIEM? ZONE? on? , WEEKDAY? , DAY MONTH , YEAR", resolve_clock,
     2, is_whole_clock},
    {"date-clock", "WEEKDAY? , MONTH DAY , YEAR , HH : SS : SS? MERIDIEM? ZONE?",
     resolve_date_clock},
    {"date-clock", "WEEKDAY? , DAY of? MONTH , YEAR , HH : SS : SS? MERIDIEM? ZONE?",
     resolve_date_clock},
    {"date-clock", "WEEKDAY? , MONTH DAY , YEAR , CLOCK ZONE?", resolve_date_clock},
    {"date-clock", "WEEKDAY? , DAY of? MONTH , YEAR , CLOCK ZONE?", resolve_date_clock},
});

}  // namespace

std::span<const Rule> clock_rules() {
  return kClockRules;
}

}  // namespace newsdex
