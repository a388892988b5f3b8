#include "dates/stated_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "dates/arithmetic.hpp"
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

// The month or the year that holds all of `days`, no finer than `finest`.
std::optional<PartialDate> period_around(const std::optional<DaySpan>& days, DatePrecision finest) {
  if (!days) return std::nullopt;
  const PartialDate first = to_partial_date(days->first);
  const PartialDate last = to_partial_date(days->last);
  PartialDate period;
  period.year = first.year;
  if (last.year != first.year) return std::nullopt;
  period.precision = DatePrecision::year;
  if (finest == DatePrecision::year || last.month != first.month) return period;
  period.precision = DatePrecision::month;
  period.month = first.month;
  return period;
}

// "Q2 2018", "2018Q2", "2018W18" as queries write them: "2018-Q2", "2018-W18".
std::string period_code(std::string_view text) {
  constexpr std::size_t kYearDigits = 4;
  constexpr std::size_t kQuarterBytes = 2;
  std::string code = ascii_lower(text);
  std::erase_if(code, [](char c) { return c == ' ' || c == ',' || c == '-'; });
  if (code.size() == kYearDigits + kQuarterBytes && code.front() == 'q') {
    return fmt::format("{}-{}", code.substr(kQuarterBytes), code.substr(0, kQuarterBytes));
  }
  const bool after_year =
      code.size() > kYearDigits && (code[kYearDigits] == 'q' || code[kYearDigits] == 'w');
  return after_year ? code.insert(kYearDigits, 1, '-') : std::string(text);
}

// What a query may name, and no date is: "2018-W18", "2018-Q2", "1397/02", "2018-04..2018-06".
std::optional<PartialDate> stated_period(std::string_view text) {
  const auto range = parse_date_range(period_code(text));
  if (!range || !range->first || !range->last) return std::nullopt;
  return period_around(DaySpan{*range->first, *range->last}, DatePrecision::month);
}

PartialDate with_clock(PartialDate day, const Clock& clock) {
  if (!clock.minute_of_day) return day;
  day.precision = DatePrecision::minute;
  day.minute_of_day = static_cast<std::uint16_t>(*clock.minute_of_day);
  if (clock.offset_minutes) day.offset_minutes = static_cast<std::int16_t>(*clock.offset_minutes);
  return day;
}

std::optional<PartialDate> worded_date(std::string_view text) {
  const auto written = read_worded_date(text);
  const auto days = written ? days_of(*written) : std::nullopt;
  if (!days) return std::nullopt;
  if (written->day != 0) return with_clock(to_partial_date(days->first), written->clock);
  const bool of_ours = written->calendar == CalendarKind::gregorian;
  return period_around(days, of_ours ? DatePrecision::month : DatePrecision::year);
}

}  // namespace

std::optional<StatedDate> read_stated_date(std::string_view text) {
  text = trim_spaces(text);
  if (text.empty() || text.size() > kMaxDateBytes) return std::nullopt;
  for (const auto read : {parse_date, unix_time, worded_date, stated_period}) {
    if (const auto date = read(text)) return StatedDate{*date};
  }
  if (const auto day = day_before_clock(text)) return StatedDate{*day, true};
  return std::nullopt;
}

std::optional<PartialDate> read_corrected_date(std::string_view text) {
  const auto stated = read_stated_date(text);
  return stated && !stated->clock_unread ? std::optional(stated->value) : std::nullopt;
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
