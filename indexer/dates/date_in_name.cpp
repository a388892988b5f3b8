#include "dates/date_in_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dates/arithmetic.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kSeparators = "/-_.";
constexpr std::string_view kBeforeYear = "/-_. ";
constexpr std::size_t kMostBytes = 2048;  // of a name; browsers know no longer addresses
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kDayDigits = 8;

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

bool is_recent_year(std::string_view digits) {
  return digits >= "1990" && digits <= "2099";
}

// 1981 to 2041, of Iran's calendar: such a number is one only with its month and day.
bool is_recent_jalali_year(std::string_view digits) {
  return digits >= "1360" && digits <= "1420";
}

bool is_next_year(std::string_view year, std::string_view two_digits) {
  const int last = (year[2] - '0') * 10 + (year[3] - '0');
  return two_digits.size() == 2 && two_digits == fmt::format("{:02}", (last + 1) % 100);
}

// Whether nothing of a file's or folder's name is left but an extension.
bool ends_name(std::string_view name, std::size_t at) {
  const std::string_view rest = name.substr(at, name.find('/', at) - at);
  if (rest.empty()) return true;
  const bool letters = std::none_of(rest.begin() + 1, rest.end(), [](char c) {
    return is_digit(c) || kSeparators.find(c) != std::string_view::npos;
  });
  return rest.front() == '.' && rest.size() > 1 && letters;
}

// "2018-04-ban", "2018-04/", "story-2018-04.txt": a month where the name of a file or folder begins
// or ends with it, and it is not "2009-10", a season of two years.
bool stands_as_month(std::string_view name, std::size_t year_at, std::string_view month,
                     std::size_t end) {
  const std::string_view year = name.substr(year_at, kYearDigits);
  const bool first = year_at == 0 || name[year_at - 1] == '/';
  if (month.size() != 2 || !is_digit(month.front()) || is_next_year(year, month)) return false;
  if (!first) {
    const bool parted = kSeparators.find(name[year_at - 1]) != std::string_view::npos;
    return parted && ends_name(name, end);
  }
  if (end >= name.size() || name[end] == '/') return true;
  const bool separated = kSeparators.find(name[end]) != std::string_view::npos;
  return separated && end + 1 < name.size() && !is_digit(name[end + 1]);
}

// "apr", or "april".
std::string_view month_number(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  constexpr std::array<std::string_view, 12> kNumbers = {"1", "2", "3", "4",  "5",  "6",
                                                         "7", "8", "9", "10", "11", "12"};
  if (word.size() < 3) return {};
  const std::string folded = ascii_lower(word);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i].starts_with(folded)) return kNumbers[i];
  }
  return {};
}

// The part after the separator at `at`: letters or digits.
std::string_view part_after(std::string_view text, std::size_t at) {
  if (at >= text.size() || kSeparators.find(text[at]) == std::string_view::npos) return {};
  std::size_t end = at + 1;
  const bool digits = end < text.size() && is_digit(text[end]);
  const auto belongs = [digits](char c) {
    return digits ? is_digit(c) : (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  while (end < text.size() && belongs(text[end])) ++end;
  return text.substr(at + 1, end - at - 1);
}

// The date whose year stands at `at`.
std::optional<PartialDate> separated_date(std::string_view name, std::size_t at) {
  const std::string_view year = name.substr(at, kYearDigits);
  std::size_t end = at + kYearDigits;
  const char separator = end < name.size() ? name[end] : '\0';
  const std::string_view written = part_after(name, end);
  end += 1 + written.size();
  std::string_view month = written;
  if (!written.empty() && !is_digit(written.front())) month = month_number(written);
  if (month.empty() || month.size() > 2) return std::nullopt;
  const std::string_view day = part_after(name, end);
  const bool has_day =
      !day.empty() && day.size() <= 2 && is_digit(day.front()) && name[end] == separator;
  if (has_day) return parse_date(fmt::format("{}-{}-{}", year, month, day));
  const bool in_folders = separator == '/' && end < name.size() && name[end] == '/';
  if (!in_folders && (separator == '/' || !stands_as_month(name, at, month, end))) {
    return std::nullopt;
  }
  return parse_date(fmt::format("{}-{}", year, month));
}

// The part of digits or letters alone that ends at `end`, where a mark or the name's beginning
// stands before it.
std::string_view part_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && kBeforeYear.find(text[begin - 1]) == std::string_view::npos) --begin;
  const std::string_view part = text.substr(begin, end - begin);
  const bool digits = digits_at(part, 0) == part.size();
  return digits && part.size() > 2 ? std::string_view() : part;
}

// "30" and "04", "apr" and "30", of which one alone is a month; nothing of "04" and "05".
std::optional<PartialDate> day_of_parts(std::string_view first, std::string_view second,
                                        std::string_view year) {
  std::optional<PartialDate> found;
  for (auto [day, month] : {std::pair(first, second), std::pair(second, first)}) {
    if (digits_at(month, 0) == 0) month = month_number(month);
    if (month.empty() || digits_at(day, 0) == 0) continue;
    const auto date = parse_date(fmt::format("{}-{}-{}", year, month, day));
    if (date && found && found != date) return std::nullopt;
    if (date) found = date;
  }
  return found;
}

// The same where day and month stand before it: "30-04-2018", "april-30-2018", "30 April 2018".
std::optional<PartialDate> date_before_year(std::string_view name, std::size_t at) {
  if (at < 2) return std::nullopt;
  const char mark = name[at - 1];
  if (kBeforeYear.find(mark) == std::string_view::npos) return std::nullopt;
  std::size_t end = at - 1;
  if (mark == ' ' && name[end - 1] == ',') --end;  // "April 30, 2018"
  const std::string_view second = part_before(name, end);
  if (second.empty() || end < second.size() + 2) return std::nullopt;
  end -= second.size() + 1;
  if (name[end] != mark) return std::nullopt;
  const std::string_view first = part_before(name, end);
  if (first.empty()) return std::nullopt;
  return day_of_parts(first, second, name.substr(at, kYearDigits));
}

}  // namespace

std::vector<PartialDate> dates_in_name(std::string_view name) {
  std::vector<PartialDate> found;
  name = name.substr(0, kMostBytes);
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t length = digits_at(name, at);
    if (length == 0) {
      ++at;
      continue;
    }
    std::optional<PartialDate> date;
    const std::string_view year = name.substr(at, kYearDigits);
    const bool jalali = is_recent_jalali_year(year);
    if (length >= kYearDigits && (jalali || is_recent_year(year))) {
      if (length == kYearDigits) date = separated_date(name, at);
      if (length == kYearDigits && !date) date = date_before_year(name, at);
      if (length == kDayDigits) date = parse_date(name.substr(at, kDayDigits));
    }
    if (date && jalali && date->precision != DatePrecision::day) date.reset();
    if (date && std::find(found.begin(), found.end(), *date) == found.end()) {
      found.push_back(*date);
    }
    at += length;
  }
  return found;
}

std::optional<int> only_year_in_name(std::string_view name) {
  std::optional<int> only;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t length = digits_at(name, at);
    if (length == kYearDigits && is_recent_year(name.substr(at, length))) {
      int year = 0;
      for (const char digit : name.substr(at, length)) year = year * 10 + (digit - '0');
      if (only && *only != year) return std::nullopt;
      only = year;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return only;
}

}  // namespace newsdex
