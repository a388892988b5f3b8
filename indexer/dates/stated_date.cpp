#include "dates/stated_date.hpp"

#include <algorithm>
#include <charconv>

#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxDateBytes = 128;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Eight digits are a day, and fewer than nine seconds are before any news kept by machines.
std::optional<PartialDate> unix_time(std::string_view text) {
  constexpr std::int64_t kFirst = 315'532'800;     // 1980
  constexpr std::int64_t kBeyond = 4'102'444'800;  // 2100
  constexpr std::int64_t kThousand = 1000;
  constexpr std::int64_t kSecondsPerMinute = 60;
  constexpr std::int64_t kMinutesPerDay = 24 * 60;
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

}  // namespace

std::optional<StatedDate> read_stated_date(std::string_view text) {
  text = trim_spaces(text);
  if (text.empty() || text.size() > kMaxDateBytes) return std::nullopt;
  if (const auto date = parse_date(text)) return StatedDate{*date};
  if (const auto counted = unix_time(text)) return StatedDate{*counted};
  if (const auto day = day_before_clock(text)) return StatedDate{*day, true};
  return std::nullopt;
}

}  // namespace newsdex
