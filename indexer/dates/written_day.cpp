#include "dates/written_day.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "dates/arithmetic.hpp"
#include "dates/worded_date.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kDayBytes = 10;     // "2018-04-30", "XXXX-04-30"
constexpr std::size_t kMinuteBytes = 16;  // "2018-04-30T18:45"

std::optional<int> number_in(std::string_view text, std::size_t at, std::size_t length) {
  if (at + length > text.size()) return std::nullopt;
  int value = 0;
  const char* const end = text.data() + at + length;
  const auto [stop, error] = std::from_chars(text.data() + at, end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

// The offset behind the time of day, which is `minute`: "2018-05-02T10:00:00+04:30".
std::optional<int> offset_after(std::string_view folded, int minute) {
  for (TextCursor cursor(folded); !cursor.at_end(); cursor.any()) {
    Clock clock;
    TextCursor ahead = cursor;
    if (read_clock(ahead, clock, false) && clock.minute_of_day == minute && clock.offset_minutes) {
      return clock.offset_minutes;
    }
  }
  return std::nullopt;
}

// That, or the offset of the first of the words that names a zone.
std::optional<int> offset_in(std::string_view words, int minute) {
  const std::string folded = ascii_lower(words);
  if (const auto offset = offset_after(folded, minute)) return offset;
  TextCursor cursor(folded);
  while (!cursor.at_end()) {
    const std::string_view word = cursor.letters();
    if (const auto offset = zone_offset(word)) return offset;
    if (word.empty()) cursor.any();
  }
  return std::nullopt;
}

Clock clock_of(const DateMention& mention, std::string_view words) {
  Clock clock;
  if (mention.value.size() < kMinuteBytes || mention.value[kDayBytes] != 'T') return clock;
  const auto hour = number_in(mention.value, kDayBytes + 1, 2);
  const auto minute = number_in(mention.value, kDayBytes + 4, 2);
  if (!hour || !minute || *hour > 23) return clock;
  clock.minute_of_day = *hour * kMinutesPerHour + *minute;
  clock.offset_minutes = offset_in(words, *clock.minute_of_day);
  return clock;
}

// Whether the rule of the mention gives a day by its number.
bool names_day(const DateMention& mention) {
  constexpr auto kNamed = std::to_array<std::string_view>(
      {"month-day", "day-month", "the-day-month", "clock-date", "weekday-numeric"});
  return std::find(kNamed.begin(), kNamed.end(), mention.rule) != kNamed.end();
}

std::optional<PartialDate> whole_month(const WrittenDay& day) {
  if (day.month == 0 || day.calendar != CalendarKind::gregorian) return std::nullopt;
  PartialDate date;
  date.precision = DatePrecision::month;
  date.year = static_cast<std::int16_t>(day.year);
  date.month = static_cast<std::uint8_t>(day.month);
  return date;
}

// "10 Ordibehesht", which lies in April of one year of ours and in May of none.
std::optional<WrittenDay> day_of_other_calendar(const DateMention& mention,
                                                std::string_view words) {
  const auto day = names_day(mention) ? read_worded_day(words) : std::nullopt;
  if (!day || day->calendar == CalendarKind::gregorian) return std::nullopt;
  return WrittenDay{0, day->month, day->day, leading_weekday(words), day->clock, day->calendar};
}

}  // namespace

std::string_view words_of(std::string_view text, const DateMention& mention) {
  return text.substr(mention.begin, mention.end - mention.begin);
}

bool says_year(std::string_view words) {
  int run = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode(words, at);
    at += point.length;
    const bool digit = (point.value >= '0' && point.value <= '9') ||
                       (point.value >= 0x0660 && point.value <= 0x0669) ||
                       (point.value >= 0x06F0 && point.value <= 0x06F9);
    run = digit ? run + 1 : 0;
    if (run == 4) return true;
  }
  return false;
}

std::optional<int> leading_weekday(std::string_view words) {
  constexpr std::array<std::string_view, 7> kWeekdays = {"mon", "tue", "wed", "thu",
                                                         "fri", "sat", "sun"};
  if (!words.empty() && (words.front() & 0x80) != 0) return persian_weekday(words);
  const std::string folded = ascii_lower(words.substr(0, 3));
  const auto* const found = std::find(kWeekdays.begin(), kWeekdays.end(), folded);
  if (found == kWeekdays.end()) return std::nullopt;
  return static_cast<int>(found - kWeekdays.begin());
}

std::optional<WrittenDay> written_day(std::string_view text, const DateMention& mention) {
  const bool date = mention.type == TimexType::date || mention.type == TimexType::time;
  if (!date || mention.value.size() < kDayBytes || mention.value[4] != '-') return std::nullopt;
  const auto month = number_in(mention.value, 5, 2);
  const auto day = number_in(mention.value, 8, 2);
  const std::string_view words = words_of(text, mention);
  if (!month || !day) return day_of_other_calendar(mention, words);
  const bool said = says_year(words) || mention.rule == "short-year";
  const auto year = said ? number_in(mention.value, 0, 4) : std::optional<int>(0);
  if (!year || (*year == 0 && !names_day(mention))) return std::nullopt;
  return WrittenDay{*year, *month, *day, leading_weekday(words), clock_of(mention, words), {}};
}

std::optional<WrittenDay> written_day_or_month(std::string_view text, const DateMention& mention) {
  constexpr std::size_t kMonthBytes = 7;  // "2018-04"
  const bool month = mention.type == TimexType::date && mention.mod.empty() &&
                     mention.value.size() == kMonthBytes && mention.value[4] == '-';
  if (!month) return written_day(text, mention);
  const auto year = number_in(mention.value, 0, 4);
  const auto number = number_in(mention.value, 5, 2);
  if (!year || !number || !says_year(words_of(text, mention))) return std::nullopt;
  return WrittenDay{*year, *number, 0, {}, {}, {}};
}

std::optional<PartialDate> to_date(const WrittenDay& day) {
  if (day.day == 0) return whole_month(day);
  const auto days = days_in_said_year(day.calendar, day.year, day.month, day.day);
  if (!days) return std::nullopt;
  PartialDate date = to_partial_date(days->first);
  if (!day.clock.minute_of_day) return date;
  date.precision = DatePrecision::minute;
  date.minute_of_day = static_cast<std::uint16_t>(*day.clock.minute_of_day);
  if (day.clock.offset_minutes) {
    date.offset_minutes = static_cast<std::int16_t>(*day.clock.offset_minutes);
  }
  return date;
}

}  // namespace newsdex
