#include "dates/stated_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "dates/arithmetic.hpp"
#include "dates/calendars.hpp"
#include "dates/date_readings.hpp"
#include "dates/worded_date.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxDateBytes = 128;

// Eight digits are a day, and fewer than nine seconds are before any news kept by machines.
std::optional<PartialDate> unix_time(std::string_view text) {
  constexpr std::int64_t kFirst = 315'532'800;     // 1980
  constexpr std::int64_t kBeyond = 4'102'444'800;  // 2100
  constexpr std::int64_t kSecondsPerMinute = 60;
  const std::size_t dot = std::min(text.find('.'), text.size());
  const std::string_view fraction = text.substr(std::min(dot + 1, text.size()));
  if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;
  std::int64_t seconds = 0;
  const char* const end = text.data() + dot;
  const auto [stop, error] = std::from_chars(text.data(), end, seconds);
  if (error != std::errc() || stop != end || !is_digit(text.front())) return std::nullopt;
  if (seconds >= kFirst * kThousand) seconds /= kThousand;
  if (seconds < kFirst || seconds >= kBeyond) return std::nullopt;
  const std::int64_t minutes = seconds / kSecondsPerMinute;
  PartialDate date = to_partial_date(static_cast<Day>(minutes / kMinutesPerDay));
  date.precision = DatePrecision::minute;
  date.minute_of_day = static_cast<std::uint16_t>(minutes % kMinutesPerDay);
  date.offset_minutes = std::int16_t{0};
  return date;
}

// What stands after a day and is meant for a time: digits after a "T", or with a colon.
bool is_meant_for_clock(std::string_view rest) {
  const bool mark = rest.front() == 'T' || rest.front() == 't';
  rest = trim_spaces(rest.substr(1));
  if (rest.empty() || !is_digit(rest.front())) return false;
  return mark || rest.substr(0, 3).find(':') != std::string_view::npos;
}

std::optional<PartialDate> day_before_clock(std::string_view text) {
  for (std::size_t at = text.size(); at-- > 1;) {
    constexpr std::string_view kBeforeClock = "Tt ,";
    if (kBeforeClock.find(text[at]) == std::string_view::npos) continue;
    if (!is_meant_for_clock(text.substr(at))) continue;
    const std::optional<PartialDate> day = parse_date(text.substr(0, at));
    if (day && day->precision == DatePrecision::day) return day;
  }
  return std::nullopt;
}

// The year that holds all of `days`.
std::optional<PartialDate> year_around(const std::optional<DaySpan>& days) {
  if (!days) return std::nullopt;
  PartialDate year;
  year.precision = DatePrecision::year;
  year.year = to_partial_date(days->first).year;
  if (to_partial_date(days->last).year != year.year) return std::nullopt;
  return year;
}

// "1397/02", "۱۳۹۷-۲".
std::optional<PartialDate> jalali_month(std::string_view text) {
  constexpr std::size_t kMonthDigits = 7;
  const auto range = parse_date_range(text);
  const bool month = text.find_first_of("-/") != std::string_view::npos;
  if (!month || text.size() > 2 * kMonthDigits || !range || !range->first || !range->last) {
    return std::nullopt;
  }
  const Day middle = *range->first + (*range->last - *range->first) / 2;
  const CalendarYear year{CalendarKind::jalali, year_of(middle, CalendarKind::jalali)};
  for (int each = 1; each <= 12; ++each) {
    const auto days = days_of(year, each, 0);
    if (days == DaySpan{*range->first, *range->last}) return year_around(days);
  }
  return std::nullopt;
}

PartialDate with_clock(PartialDate day, const Clock& clock) {
  if (!clock.minute_of_day) return day;
  day.precision = DatePrecision::minute;
  day.minute_of_day = static_cast<std::uint16_t>(*clock.minute_of_day);
  if (clock.offset_minutes) day.offset_minutes = static_cast<std::int16_t>(*clock.offset_minutes);
  return day;
}

// A month of ours stays one.
std::optional<PartialDate> worded_date(std::string_view text) {
  const auto written = read_worded_date(text);
  const auto days = written ? days_of(*written) : std::nullopt;
  if (!days) return std::nullopt;
  if (written->day != 0) return with_clock(to_partial_date(days->first), written->clock);
  if (written->calendar != CalendarKind::gregorian) return year_around(days);
  PartialDate month = to_partial_date(days->first);
  month.precision = DatePrecision::month;
  month.day = 0;
  return month;
}

}  // namespace

std::optional<StatedDate> read_stated_date(std::string_view text) {
  text = trim_spaces(text);
  if (text.empty() || text.size() > kMaxDateBytes) return std::nullopt;
  for (const auto read : {parse_date, unix_time, worded_date, jalali_month}) {
    if (const auto date = read(text)) return StatedDate{*date};
  }
  if (const auto day = day_before_clock(text)) return StatedDate{*day, true};
  return std::nullopt;
}

std::vector<PartialDate> ambiguous_readings(std::string_view text) {
  std::vector<PartialDate> dates;
  const std::vector<DateReading> readings = date_readings(text);
  if (readings.size() < 2) return dates;
  for (const DateReading& each : readings) dates.push_back(each.date);
  return dates;
}

void StatedTexts::add(std::string_view text) {
  constexpr std::size_t kMost = 8;
  const std::string line = single_spaced(trim_spaces(text));
  if (line.empty() || read_.size() >= kMost) return;
  const bool read = read_stated_date(line) || !ambiguous_readings(line).empty();
  if (!read && unread_.empty()) unread_ = line;
  if (read && std::find(read_.begin(), read_.end(), line) == read_.end()) read_.push_back(line);
}

std::string StatedTexts::joined() && {
  if (read_.empty()) return std::move(unread_);
  return fmt::format("{}", fmt::join(read_, "\n"));
}

std::vector<std::string_view> stated_texts(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim_spaces(text.substr(0, end));
    if (!line.empty()) found.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return found;
}

}  // namespace newsdex
