// What a time expression means.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dates/calendars.hpp"
#include "dates/granule.hpp"
#include "dates/lexeme.hpp"
#include "newsdex/date_tagger.hpp"

namespace newsdex {

struct Timex {
  TimexType type = TimexType::date;
  std::string value;
  std::string_view mod;
  std::optional<DaySpan> days;
  std::optional<Granule> granule;       // what later expressions ("the next day") may refer to
  std::optional<Granule> until;         // of a row of dates ("April 5-7"), the last
  std::optional<int> minute = {};       // of the day, where it is a time to the minute
  std::optional<Granule> between = {};  // of a row of three ("April 3, 4 and 5"), the second
};

/// What a rule finds that is written as a date but is none ("Feb. 29, 2019"): it is no mention, and
/// neither is a part of it. The one Timex without a value.
Timex no_such_day();

/// A date that is all of `granule`; nullopt where that lies outside the calendar.
std::optional<Timex> date_of(Granule granule);

/// A date that is all of `days`, with the value of `granule`.
Timex date_of(Granule granule, DaySpan days);

/// "PAST_REF", "PRESENT_REF" or "FUTURE_REF", for -1, 0 and 1.
Timex reference_of(int direction);

/// `value` without calendar days.
Timex unanchored(TimexType type, std::string value);

/// "P3Y", "PT2.5H", "PXM": an amount of units in thousandths; nullopt where nobody knows it.
std::string duration_value(std::optional<std::int64_t> thousandths, Unit unit);

/// What is known of a stretch of `unit` of which nobody knows where it lies: "XXXX-WXX".
std::string_view unknown_value(Unit unit);

/// "MO", "MI", "AF", "EV", "NI", "DT".
std::string_view daypart_code(DayPart part);

/// The mod set, and the days of the span cut to the third that it names; beside today to those up
/// to `today` or from it on, and not at all where it lies elsewhere.
void apply_modifier(Timex& timex, Modifier modifier, std::optional<Granule> today);

}  // namespace newsdex
