// Reads dates by a table of layouts. Every layout is tried, and a text that two layouts read as
// different dates (04/05/2018) is not read at all unless a weekday before it decides: whoever knows
// the outlet's habits must.
//
// Times follow ISO 8601 and RFC 2822, with the 12-hour clock of newspapers added.
#include <algorithm>
#include <array>
#include <span>

#include "dates/calendars.hpp"
#include "dates/clock_reader.hpp"
#include "dates/date_readings.hpp"
#include "dates/granule.hpp"
#include "dates/text_cursor.hpp"
#include "newsdex/date.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

// Longer than any date, so that nothing below depends on the length of hostile input.
constexpr std::size_t kMaxDateBytes = 128;

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2999;

constexpr std::array<std::string_view, 12> kMonthNames = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 4> kOrdinals = {"st", "nd", "rd", "th"};

// Y four digits, y two; m d one or two digits, M D exactly two; o a day that may be an ordinal; B a
// month's name; W a week of the year, u a day of it; T a time; a blank is white space, a comma is a
// comma or white space or both; all else stands for itself. A weekday may precede, and a time may
// follow a day.
constexpr auto kLayouts = std::to_array<std::string_view>({
    "Y",     "Y-m",   "Y/m",    "B,Y",               // no day
    "Y-m-d", "Y/m/d", "Y.m.d",  "YMD",               // most significant first
    "o B,Y", "o-B-Y", "B o,Y",  "B-o-Y", "B o T Y",  // month by name
    "o B,y", "o-B-y", "Y-wW-u", "YwWu",              // as RFC 822 and ISO 8601 have them, too
    "d/m/Y", "m/d/Y", "d-m-Y",  "m-d-Y", "d.m.Y",   "m.d.Y",
});

struct Folding {
  char32_t first;
  char32_t last;
  char to;      // what `first` becomes
  bool series;  // whether those after it become the characters after `to`
};

constexpr std::array<Folding, 5> kFoldings = {{
    {0x0660, 0x0669, '0', true},   // Arabic digits
    {0x06F0, 0x06F9, '0', true},   // Persian digits
    {0x00A0, 0x00A0, ' ', false},  // no-break spaces
    {0x2009, 0x2009, ' ', false},
    {0x202F, 0x202F, ' ', false},
}};

std::optional<char> folded(char32_t value) {
  for (const Folding& folding : kFoldings) {
    if (value < folding.first || value > folding.last) continue;
    const char32_t step = folding.series ? value - folding.first : 0;
    return static_cast<char>(folding.to + static_cast<char>(step));
  }
  return std::nullopt;
}

bool is_direction_mark(char32_t value) {
  return value == 0x200E || value == 0x200F;
}

// The text in lower-case ASCII; nullopt when it holds what no date does.
std::optional<std::string> fold(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.length;
    if (point.valid && point.value < 0x80) {
      out.push_back(static_cast<char>(point.value));
    } else if (const std::optional<char> character = folded(point.value)) {
      out.push_back(*character);
    } else if (!is_direction_mark(point.value)) {
      return std::nullopt;
    }
  }
  return ascii_lower(trim_spaces(out));
}

// Place in `names` of the one that begins with `word`, at least three letters of it.
std::optional<int> name_index(std::span<const std::string_view> names, std::string_view word) {
  if (word.size() < 3) return std::nullopt;
  const auto found = std::find_if(names.begin(), names.end(),
                                  [word](std::string_view name) { return name.starts_with(word); });
  if (found == names.end()) return std::nullopt;
  return static_cast<int>(found - names.begin());
}

struct Parts {
  int year = 0;
  int month = 0;  // 0 when not given
  int day = 0;
  int week = 0;                // of the year, where month and day are not given but its `weekday`
  std::optional<int> weekday;  // 0 (Monday) .. 6
  std::optional<Clock> clock;
};

// The day of a week of ISO 8601; nullopt where the year has no such week.
std::optional<Parts> with_day_of_week(Parts parts) {
  if (parts.week == 0) return parts;
  const std::optional<Granule> week = granule_of_week(parts.year, parts.week);
  if (!week) return std::nullopt;
  const PartialDate day = to_partial_date(first_day(*week) + parts.weekday.value_or(0));
  parts.year = day.year;
  parts.month = day.month;
  parts.day = day.day;
  return parts;
}

// Reads one text by one layout.
class LayoutReader {
 public:
  explicit LayoutReader(std::string_view text) : cursor_(text) {}

  std::optional<Parts> read(std::string_view layout) {
    const bool weekday = read_weekday();
    for (const char element : layout) {
      if (!read_element(element)) return std::nullopt;
    }
    if (weekday && parts_.day == 0) return std::nullopt;
    if (!cursor_.at_end() && !read_trailing_clock()) return std::nullopt;
    if (!cursor_.at_end()) return std::nullopt;
    return with_day_of_week(parts_);
  }

 private:
  bool read_weekday() {
    TextCursor ahead = cursor_;
    const auto weekday = name_index(kWeekdays, ahead.letters());
    if (!weekday) return false;
    ahead.character('.');
    if (!skip_separator(ahead)) return false;
    cursor_ = ahead;
    parts_.weekday = weekday;
    return true;
  }

  bool read_element(char element) {
    switch (element) {
      case 'Y':
        return read_number(parts_.year, 4, 4);
      case 'y':
        return read_short_year();
      case 'W':
        return read_number(parts_.week, 2, 2);
      case 'u':
        return read_day_of_week();
      case 'M':
        return read_number(parts_.month, 2, 2);
      case 'm':
        return read_number(parts_.month, 1, 2);
      case 'D':
        return read_number(parts_.day, 2, 2);
      case 'd':
        return read_number(parts_.day, 1, 2);
      case 'o':
        return read_number(parts_.day, 1, 2) && skip_ordinal();
      case 'B':
        return read_month_name();
      case 'T':
        return read_clock(cursor_, parts_.clock.emplace(), false);
      case ' ':
        return cursor_.spaces();
      case ',':
        return skip_separator(cursor_);
      default:
        return cursor_.character(element);
    }
  }

  // A zero is no month and no day, and would read as one that was not given.
  bool read_number(int& part, std::size_t min, std::size_t max) {
    part = cursor_.number(min, max).value_or(0);
    return part != 0;
  }

  // Of the years 1970 to 2069.
  bool read_short_year() {
    constexpr int kCentury = 100;
    constexpr int kFirst = 70;
    const auto year = cursor_.number(2, 2);
    parts_.year = 1900 + year.value_or(0) + (year.value_or(0) < kFirst ? kCentury : 0);
    return year.has_value();
  }

  bool read_day_of_week() {
    const auto day = cursor_.number(1, 1);
    if (!day || *day < 1 || *day > 7) return false;
    parts_.weekday = *day - 1;
    parts_.day = *day;  // stands for the day that a time may follow
    return true;
  }

  bool skip_ordinal() {
    const std::string_view suffix = cursor_.letters();
    return suffix.empty() ||
           std::find(kOrdinals.begin(), kOrdinals.end(), suffix) != kOrdinals.end();
  }

  bool read_month_name() {
    const std::optional<int> index = name_index(kMonthNames, cursor_.letters());
    if (!index) return false;
    cursor_.character('.');
    parts_.month = *index + 1;
    return true;
  }

  static bool skip_separator(TextCursor& cursor) {
    const bool before = cursor.spaces();
    const bool comma = cursor.character(',');
    const bool after = cursor.spaces();
    return before || comma || after;
  }

  // "T18:45", " 18:45", ", 6:45 pm", " at 6:45 pm", " - 18:45".
  bool read_trailing_clock() {
    if (parts_.day == 0 || parts_.clock) return false;
    const bool mark = cursor_.character('t');
    if (!mark && !skip_clock_separator(cursor_)) return false;
    return read_clock(cursor_, parts_.clock.emplace(), mark);
  }

  TextCursor cursor_;
  Parts parts_;
};

bool is_possible(const Parts& parts) {
  const std::chrono::year_month_day calendar{
      std::chrono::year{parts.year},
      std::chrono::month{static_cast<unsigned>(std::max(parts.month, 1))},
      std::chrono::day{static_cast<unsigned>(std::max(parts.day, 1))}};
  return parts.year >= kFirstYear && parts.year <= kLastYear && calendar.ok();
}

// No news is of these years by the Gregorian calendar.
constexpr int kFirstForeignYear = 1300;
constexpr int kLastForeignYear = 1499;

// The parts by the Gregorian calendar. Without a day a year or month of another calendar lies in
// two of ours, and is not read.
std::optional<Parts> in_our_calendar(Parts parts) {
  if (parts.year < kFirstForeignYear || parts.year > kLastForeignYear) return parts;
  if (!is_stated_jalali_year(parts.year) || parts.day == 0) return std::nullopt;
  const auto span = days_of({CalendarKind::jalali, parts.year}, parts.month, parts.day);
  if (!span) return std::nullopt;
  const PartialDate day = to_partial_date(span->first);
  parts.year = day.year;
  parts.month = day.month;
  parts.day = day.day;
  return parts;
}

DatePrecision precision_of(const Parts& parts) {
  if (parts.month == 0) return DatePrecision::year;
  if (parts.day == 0) return DatePrecision::month;
  return parts.clock && parts.clock->minute_of_day ? DatePrecision::minute : DatePrecision::day;
}

PartialDate to_date(const Parts& parts) {
  PartialDate date;
  date.precision = precision_of(parts);
  date.year = static_cast<std::int16_t>(parts.year);
  date.month = static_cast<std::uint8_t>(parts.month);
  date.day = static_cast<std::uint8_t>(parts.day);
  if (date.precision != DatePrecision::minute) return date;
  date.minute_of_day = static_cast<std::uint16_t>(*parts.clock->minute_of_day);
  if (parts.clock->offset_minutes) {
    date.offset_minutes = static_cast<std::int16_t>(*parts.clock->offset_minutes);
  }
  return date;
}

// A date, and the weekday that is written before it.
struct Reading : DateReading {
  std::optional<int> weekday;

  [[nodiscard]] bool is_on_weekday() const {
    return weekday && weekday_of(first_day(date)) == *weekday;
  }
};

NumericOrder order_of(std::string_view layout) {
  if (layout.front() == 'd') return NumericOrder::day_first;
  return layout.front() == 'm' ? NumericOrder::month_first : NumericOrder::unknown;
}

void add_reading(const Reading& reading, std::vector<Reading>& found) {
  const auto known = std::find_if(found.begin(), found.end(),
                                  [&](const Reading& each) { return each.date == reading.date; });
  if (known == found.end()) return found.push_back(reading);
  if (known->order != reading.order) known->order = NumericOrder::unknown;
}

std::vector<Reading> all_readings(std::string_view plain) {
  std::vector<Reading> found;
  for (const std::string_view layout : kLayouts) {
    std::optional<Parts> parts = LayoutReader(plain).read(layout);
    if (parts) parts = in_our_calendar(*parts);
    if (!parts || !is_possible(*parts)) continue;
    add_reading({{to_date(*parts), order_of(layout)}, parts->weekday}, found);
  }
  return found;
}

}  // namespace

std::vector<DateReading> date_readings(std::string_view text) {
  text = trim_spaces(text);
  if (text.empty() || text.size() > kMaxDateBytes) return {};
  const std::optional<std::string> plain = fold(text);
  if (!plain) return {};
  std::vector<Reading> found = all_readings(*plain);
  const auto right = std::count_if(found.begin(), found.end(),
                                   [](const Reading& each) { return each.is_on_weekday(); });
  if (found.size() > 1 && right == 1) {
    std::erase_if(found, [](const Reading& each) { return !each.is_on_weekday(); });
  }
  return {found.begin(), found.end()};
}

std::optional<PartialDate> parse_date(std::string_view text) {
  const std::vector<DateReading> readings = date_readings(text);
  return readings.size() == 1 ? std::optional(readings.front().date) : std::nullopt;
}

}  // namespace newsdex
