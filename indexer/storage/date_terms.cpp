#include "storage/date_terms.hpp"

#include <fmt/format.h>

#include <charconv>

#include "newsdex/schema.hpp"

namespace newsdex {
namespace {

constexpr Day kBias = 5'000'000;  // makes days of all years positive, of kDigits digits
constexpr std::size_t kDigits = 7;

std::optional<Day> day(std::string_view digits) {
  Day value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value);
  if (digits.size() != kDigits || error != std::errc() || stop != end) return std::nullopt;
  return value - kBias;
}

bool is_of_whole_months(DaySpan stretch) {
  return to_partial_date(stretch.first).day == 1 && to_partial_date(stretch.last + 1).day == 1;
}

Day length_of(DaySpan days) {
  return days.last - days.first + 1;
}

PartialDate month_of(Day day) {
  PartialDate month = to_partial_date(day);
  month.precision = DatePrecision::month;
  month.day = 0;
  return month;
}

}  // namespace

std::string date_term(DaySpan days) {
  return fmt::format("{}{:07}{:07}", spec(Field::mentions).prefix, days.first + kBias,
                     days.last + kBias);
}

std::optional<DaySpan> days_of_term(std::string_view term) {
  const std::string_view prefix = spec(Field::mentions).prefix;
  if (!term.starts_with(prefix) || term.size() != prefix.size() + 2 * kDigits) return std::nullopt;
  const auto first = day(term.substr(prefix.size(), kDigits));
  const auto last = day(term.substr(prefix.size() + kDigits));
  if (!first || !last || *last < *first) return std::nullopt;
  return DaySpan{*first, *last};
}

bool speaks_of(DaySpan stretch, const DateRange& range) {
  constexpr Day kTolerance = 9;  // a ninth: 31 days for 28, 93 for 90
  const Day first = range.first.value_or(stretch.first);
  const Day last = range.last.value_or(stretch.last);
  if (stretch.first >= first && stretch.last <= last) return true;
  if (stretch.last < first || stretch.first > last || is_of_whole_months(stretch)) return false;
  if (!range.first || !range.last) return true;
  const Day length = length_of({first, last});
  return length_of(stretch) <= length + length / kTolerance;
}

std::vector<std::string> months_spoken_of(DaySpan stretch) {
  constexpr Day kLongest = 40;  // longer ones speak of no single month
  std::vector<std::string> months;
  if (length_of(stretch) > kLongest) return months;
  for (PartialDate month = month_of(stretch.first); first_day(month) <= stretch.last;
       month = month_of(last_day(month) + 1)) {
    const DateRange days{first_day(month), last_day(month)};
    if (speaks_of(stretch, days)) months.push_back(to_string(month));
  }
  return months;
}

}  // namespace newsdex
