// Calendar values as articles give them: a year, a month or a day, never more than was said.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace newsdex {

/// A day as the number of days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;

/// A closed range of days.
struct DaySpan {
  Day first = 0;
  Day last = 0;

  bool operator==(const DaySpan&) const = default;
};

enum class DatePrecision : std::uint8_t { none, year, month, day, minute };

/// "none", "year", "month", "day", "minute": the words of JSON and of `--help`.
std::string_view to_string(DatePrecision precision);

/// A date known to a certain precision. Fields finer than `precision` are zero and mean nothing.
/// `minute_of_day` is in the article's own zone, which lies `offset_minutes` east of UTC when
/// known: days are counted in that zone.
struct PartialDate {
  DatePrecision precision = DatePrecision::none;
  std::int16_t year = 0;
  std::uint8_t month = 0;  // 1..12
  std::uint8_t day = 0;    // 1..31
  std::uint16_t minute_of_day = 0;
  std::optional<std::int16_t> offset_minutes;

  bool operator==(const PartialDate&) const = default;
};

/// First and last day covered by `date`; both need `precision != none`.
Day first_day(const PartialDate& date);
Day last_day(const PartialDate& date);

/// ISO 8601 cut to the precision: "2018", "2018-04", "2018-04-30", "2018-04-30T18:45+04:30"; empty
/// for `none`.
std::string to_string(const PartialDate& date);

/// The date with precision `day` of a Day.
PartialDate to_partial_date(Day day);

/// The minute of a point in time, counted in nanoseconds since 1970, in this machine's time zone.
PartialDate local_minute(std::int64_t ns);

/// Today in this machine's time zone.
Day local_today();

/// Reads one date written as a metadata field gives it: ISO 8601 in all its precisions (with time,
/// seconds and offset), RFC 2822 ("Mon, 30 Apr 2018 18:45:00 +0430"), "30 April 2018",
/// "April 30, 2018", "April 2018", "20180430", "2018/04/30". Surrounding white space is ignored.
/// An impossible date (2018-02-30, month 13), or anything else, gives nullopt. Years 1000..2999.
std::optional<PartialDate> parse_date(std::string_view text);

/// Where a publication date was found, most trusted first.
enum class DateSource : std::uint8_t {
  none,
  sidecar,  // the user's file of dates
  metadata,
  dateline,
  byline,
  url,
  filename,
  text,
  mtime
};
inline constexpr DateSource kLastDateSource = DateSource::mtime;

/// "none", "metadata", "dateline", ...: the words of JSON and of `date-source:`.
std::string_view to_string(DateSource source);

struct PublicationDate {
  PartialDate value;
  DateSource source = DateSource::none;

  bool operator==(const PublicationDate&) const = default;
};

/// A closed range of days; either end may be open.
struct DateRange {
  std::optional<Day> first;
  std::optional<Day> last;

  bool operator==(const DateRange&) const = default;
};

/// Whether the range ends before it begins.
bool is_reversed(const DateRange& range);

/// Whether all of `days` is in the range.
bool lies_within(DaySpan days, const DateRange& range);

/// The year or month that the range is to the day.
std::optional<PartialDate> whole_period(const DateRange& range);

/// Reads a stretch of days that a query may name by other words; nullopt for what it does not know.
using DaySpanReader = std::function<std::optional<DaySpan>(std::string_view)>;

/// Reads a date or a range of the query language: what parse_date reads, weeks ("2018-W18"),
/// quarters ("2018-Q2"), halves ("2018-H1"), seasons ("2018-SP", "-SU", "-FA", "-WI") and decades
/// ("2010s"), a year, month, season, quarter, half or decade of Iran's calendar ("1397", "1397-02",
/// "1397-SP", "1390s"; years 1300 to 1420), and ranges of them: "2018-04..2018-06", "..2018-06",
/// "2018-04..". Both ends are inclusive and stand for all they cover. An end that is none of these
/// is given to `other`, if any. nullopt where the text is no date. What is_reversed is for the
/// caller to refuse.
std::optional<DateRange> parse_date_range(std::string_view text, const DaySpanReader& other = {});

}  // namespace newsdex
