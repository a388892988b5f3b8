#include "newsdex/date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>

#include "dates/arithmetic.hpp"

namespace newsdex {
namespace {

std::chrono::year_month_day calendar_day(const PartialDate& date) {
  const unsigned month = std::max<unsigned>(date.month, 1);
  const unsigned day = std::max<unsigned>(date.day, 1);
  return {std::chrono::year{date.year}, std::chrono::month{month}, std::chrono::day{day}};
}

Day to_day(std::chrono::sys_days day) {
  return static_cast<Day>(day.time_since_epoch().count());
}

std::string offset_text(int minutes) {
  if (minutes == 0) return "Z";
  const int size = std::abs(minutes);
  return fmt::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+', size / kMinutesPerHour,
                     size % kMinutesPerHour);
}

}  // namespace

std::string_view to_string(DatePrecision precision) {
  constexpr std::array<std::string_view, 5> kWords = {"none", "year", "month", "day", "minute"};
  return kWords.at(static_cast<std::size_t>(precision));
}

std::string_view to_string(DateSource source) {
  constexpr std::array<std::string_view, 9> kWords = {
      "none", "sidecar", "metadata", "dateline", "byline", "url", "filename", "text", "mtime"};
  return kWords.at(static_cast<std::size_t>(source));
}

Day first_day(const PartialDate& date) {
  return to_day(calendar_day(date));
}

Day last_day(const PartialDate& date) {
  const auto first = calendar_day(date);
  switch (date.precision) {
    case DatePrecision::year:
      return to_day(first.year() / std::chrono::December / std::chrono::last);
    case DatePrecision::month:
      return to_day(first.year() / first.month() / std::chrono::last);
    default:
      return to_day(first);
  }
}

std::string to_string(const PartialDate& date) {
  if (date.precision == DatePrecision::none) return {};
  std::string out = fmt::format("{:04}", date.year);
  if (date.precision >= DatePrecision::month) out += fmt::format("-{:02}", date.month);
  if (date.precision >= DatePrecision::day) out += fmt::format("-{:02}", date.day);
  if (date.precision >= DatePrecision::minute) {
    out += fmt::format("T{:02}:{:02}", date.minute_of_day / kMinutesPerHour,
                       date.minute_of_day % kMinutesPerHour);
    if (date.offset_minutes) out += offset_text(*date.offset_minutes);
  }
  return out;
}

PartialDate local_minute(std::int64_t ns) {
  constexpr std::int64_t kNsPerSecond = 1'000'000'000;
  const std::time_t seconds = static_cast<std::time_t>(
      (ns - (ns % kNsPerSecond + kNsPerSecond) % kNsPerSecond) / kNsPerSecond);
  std::tm local = {};
  if (::localtime_r(&seconds, &local) == nullptr) return {};
  constexpr int kFirstYear = 1900;
  PartialDate date;
  date.precision = DatePrecision::minute;
  date.year = static_cast<std::int16_t>(local.tm_year + kFirstYear);
  date.month = static_cast<std::uint8_t>(local.tm_mon + 1);
  date.day = static_cast<std::uint8_t>(local.tm_mday);
  date.minute_of_day = static_cast<std::uint16_t>(local.tm_hour * kMinutesPerHour + local.tm_min);
  date.offset_minutes = static_cast<std::int16_t>(local.tm_gmtoff / kMinutesPerHour);
  return date;
}

Day local_today() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return first_day(local_minute(std::chrono::duration_cast<std::chrono::nanoseconds>(now).count()));
}

PartialDate to_partial_date(Day day) {
  const std::chrono::year_month_day calendar{std::chrono::sys_days{std::chrono::days{day}}};
  PartialDate date;
  date.precision = DatePrecision::day;
  date.year = static_cast<std::int16_t>(static_cast<int>(calendar.year()));
  date.month = static_cast<std::uint8_t>(static_cast<unsigned>(calendar.month()));
  date.day = static_cast<std::uint8_t>(static_cast<unsigned>(calendar.day()));
  return date;
}

}  // namespace newsdex
