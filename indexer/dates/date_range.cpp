// Dates of the query language as ranges of days. Each side of ".." is read on its own into the days
// it covers, so a new way to name a stretch of time is a new reader in the table below.
#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "dates/calendars.hpp"
#include "dates/granule.hpp"
#include "newsdex/date.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kRangeMark = "..";

using SpanReader = std::optional<DaySpan> (*)(std::string_view text);

std::optional<DaySpan> calendar_span(std::string_view text) {
  const std::optional<PartialDate> date = parse_date(text);
  if (!date) return std::nullopt;
  return DaySpan{first_day(*date), last_day(*date)};
}

// A way to write a part of a year, as TIMEX3 does: where it begins, by month, and what it is.
struct PartForm {
  std::string_view letters;
  int first_month;
  int months_each;  // how much later the part with the next number begins
  Unit unit;
};

constexpr std::array<PartForm, 6> kPartForms = {{
    {"Q", 1, 3, Unit::quarter},
    {"H", 1, 6, Unit::half},
    {"SP", 3, 0, Unit::season},
    {"SU", 6, 0, Unit::season},
    {"FA", 9, 0, Unit::season},
    {"WI", 12, 0, Unit::season},
}};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || error != std::errc() || stop != end) return std::nullopt;
  return value;
}

DaySpan days_of(Granule granule) {
  return {first_day(granule), last_day(granule)};
}

std::optional<Granule> part_of_year(int year, std::string_view part) {
  for (const PartForm& form : kPartForms) {
    if (!part.starts_with(form.letters)) continue;
    const auto which = form.months_each == 0 ? 1 : number(part.substr(form.letters.size()));
    const int month = form.first_month + (which.value_or(0) - 1) * form.months_each;
    if (!which || month < 1 || month > 12) continue;
    return granule_of(first_day(granule_of_month(year, month)), form.unit);
  }
  return std::nullopt;
}

std::optional<Granule> week_of_year(int year, std::string_view digits) {
  const auto week = number(digits);
  return digits.size() == 2 && week ? granule_of_week(year, *week) : std::nullopt;
}

std::string upper_case(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return upper;
}

// "2018-W18", "2018-Q2", "2018-SP": whatever is read must be written the same way again.
std::optional<DaySpan> part_span(std::string_view text) {
  constexpr std::size_t kYearDigits = 4;
  if (text.size() < kYearDigits + 3 || text.size() > kYearDigits + 4) return std::nullopt;
  const std::string upper = upper_case(text);
  const auto year = number(std::string_view(upper).substr(0, kYearDigits));
  if (!year || *year < 1000 || upper[kYearDigits] != '-') return std::nullopt;
  if (is_stated_jalali_year(*year)) return std::nullopt;  // of another calendar, see jalali_part
  const std::string_view part = std::string_view(upper).substr(kYearDigits + 1);
  const auto granule = part.front() == 'W' && part != "WI" ? week_of_year(*year, part.substr(1))
                                                           : part_of_year(*year, part);
  if (!granule || timex_value(*granule) != upper) return std::nullopt;
  return days_of(*granule);
}

// "2010s".
std::optional<DaySpan> decade_span(std::string_view text) {
  constexpr std::string_view kEnd = "0s";
  if (text.size() != 5 || !text.ends_with(kEnd)) return std::nullopt;
  const auto year = number(text.substr(0, 4));
  if (!year || *year < 1000) return std::nullopt;
  return days_of(granule_of(first_day(granule_of_year(*year)), Unit::decade));
}

// The text with Persian and Arabic digits as ours.
std::string with_ascii_digits(std::string_view text) {
  constexpr std::array<char32_t, 2> kZeros = {0x0660, 0x06F0};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const auto* const zero = std::find_if(kZeros.begin(), kZeros.end(), [&](char32_t each) {
      return point.value >= each && point.value < each + 10;
    });
    if (zero == kZeros.end()) {
      out += text.substr(at, point.length);
    } else {
      out += static_cast<char>('0' + (point.value - *zero));
    }
    at += point.length;
  }
  return out;
}

// "1397-SP", "1397-Q1", "1397-H1" of Iran's calendar, whose spring begins the year.
std::optional<DaySpan> jalali_part(int year, std::string_view part) {
  constexpr std::array<std::string_view, 4> kSeasons = {"SP", "SU", "FA", "WI"};
  const auto* const season = std::find(kSeasons.begin(), kSeasons.end(), part);
  const int months = part.front() == 'H' ? 6 : 3;
  int first = static_cast<int>(season - kSeasons.begin()) * months + 1;
  if (season == kSeasons.end()) {
    const auto which = number(part.substr(1));
    if (!which || part.size() != 2 || (part.front() != 'Q' && part.front() != 'H')) {
      return std::nullopt;
    }
    first = (*which - 1) * months + 1;
  }
  if (first < 1 || first > 12) return std::nullopt;
  const CalendarYear calendar{CalendarKind::jalali, year};
  const auto begin = days_of(calendar, first, 0);
  const auto end = days_of(calendar, first + months - 1, 0);
  return begin && end ? std::optional(DaySpan{begin->first, end->last}) : std::nullopt;
}

// "1397", "1397-02", "1390s", "1397-SP": the days of a year, month, decade or part of a year of
// Iran's calendar.
std::optional<DaySpan> jalali_span(std::string_view text) {
  constexpr std::size_t kYearDigits = 4;
  const std::string plain = with_ascii_digits(text);
  if (plain.size() < kYearDigits) return std::nullopt;
  const auto year = number(std::string_view(plain).substr(0, kYearDigits));
  const std::string_view rest = std::string_view(plain).substr(kYearDigits);
  if (!year || !is_stated_jalali_year(*year)) return std::nullopt;
  const CalendarYear first{CalendarKind::jalali, *year};
  if (rest.empty()) return days_of(first, 0, 0);
  if (rest == "s" && *year % 10 == 0) {
    const auto begin = days_of(first, 0, 0);
    const auto end = days_of(CalendarYear{CalendarKind::jalali, *year + 9}, 0, 0);
    return begin && end ? std::optional(DaySpan{begin->first, end->last}) : std::nullopt;
  }
  if (rest.size() == 3 && rest.front() == '-') {
    if (const auto part = jalali_part(*year, upper_case(rest.substr(1)))) return part;
  }
  const auto month = number(rest.substr(1));
  const bool separated = rest.front() == '-' || rest.front() == '/';
  if (!separated || rest.size() > 3 || !month || *month < 1 || *month > 12) return std::nullopt;
  return days_of(first, *month, 0);
}

constexpr std::array<SpanReader, 4> kSpanReaders = {jalali_span, calendar_span, part_span,
                                                    decade_span};

std::optional<DaySpan> read_span(std::string_view text, const DaySpanReader& other) {
  for (const SpanReader read : kSpanReaders) {
    if (const std::optional<DaySpan> span = read(text)) return span;
  }
  return other ? other(text) : std::nullopt;
}

std::optional<DateRange> between(std::string_view begin, std::string_view end,
                                 const DaySpanReader& other) {
  DateRange range;
  if (!begin.empty()) {
    const std::optional<DaySpan> span = read_span(begin, other);
    if (!span) return std::nullopt;
    range.first = span->first;
  }
  if (!end.empty()) {
    const std::optional<DaySpan> span = read_span(end, other);
    if (!span) return std::nullopt;
    range.last = span->last;
  }
  if (!range.first && !range.last) return std::nullopt;
  return range;
}

}  // namespace

bool is_reversed(const DateRange& range) {
  return range.first && range.last && *range.last < *range.first;
}

bool lies_within(DaySpan days, const DateRange& range) {
  return (!range.first || days.first >= *range.first) && (!range.last || days.last <= *range.last);
}

std::optional<PartialDate> whole_period(const DateRange& range) {
  if (!range.first || !range.last) return std::nullopt;
  const PartialDate begin = to_partial_date(*range.first);
  const PartialDate year = {DatePrecision::year, begin.year, 0, 0, 0, {}};
  const PartialDate month = {DatePrecision::month, begin.year, begin.month, 0, 0, {}};
  for (const PartialDate& period : {year, month}) {
    if (range == DateRange{first_day(period), last_day(period)}) return period;
  }
  return std::nullopt;
}

std::optional<DateRange> parse_date_range(std::string_view text, const DaySpanReader& other) {
  const std::size_t mark = text.find(kRangeMark);
  if (mark != std::string_view::npos) {
    return between(trim_spaces(text.substr(0, mark)),
                   trim_spaces(text.substr(mark + kRangeMark.size())), other);
  }
  const std::optional<DaySpan> span = read_span(trim_spaces(text), other);
  if (!span) return std::nullopt;
  return DateRange{span->first, span->last};
}

}  // namespace newsdex
