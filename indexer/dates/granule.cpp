#include "dates/granule.hpp"

#include <fmt/format.h>

#include <array>

#include "dates/arithmetic.hpp"

namespace newsdex {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kFirstYear = -9998;
constexpr int kLastYear = 9999;
constexpr int kFirstSeasonMonth = 2;  // March, counted from 0

// 1970-01-01 was a Thursday, three days into its week.
constexpr int kEpochWeekday = 3;

// How many months or years one stretch takes; 0 where days decide.
struct Extent {
  int months = 0;
  int offset = 0;  // in months, of the first stretch from the year's beginning
};

constexpr Extent extent_of(Unit unit) {
  switch (unit) {
    case Unit::month:
      return {1};
    case Unit::season:
      return {3, kFirstSeasonMonth};
    case Unit::quarter:
      return {3};
    case Unit::half:
      return {6};
    case Unit::year:
      return {kMonthsPerYear};
    case Unit::decade:
      return {kMonthsPerYear * 10};
    case Unit::century:
      return {kMonthsPerYear * 100};
    case Unit::millennium:
      return {kMonthsPerYear * 1000};
    default:
      return {};
  }
}

constexpr int floor_div(int value, int by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

year_month_day calendar(Day day) {
  return year_month_day{sys_days{days{day}}};
}

int months_of(Day day) {
  const year_month_day date = calendar(day);
  return static_cast<int>(date.year()) * kMonthsPerYear +
         static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

Day first_day_of_month(std::int64_t months) {
  const auto count = static_cast<int>(months);
  const int year = floor_div(count, kMonthsPerYear);
  const auto month = static_cast<unsigned>(count - year * kMonthsPerYear + 1);
  const year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                            std::chrono::day{1}};
  return static_cast<Day>(sys_days{date}.time_since_epoch().count());
}

std::string year_text(int year) {
  return year > 0 ? fmt::format("{:04}", year) : fmt::format("BC{:04}", 1 - year);
}

std::string week_text(Day monday) {
  const Day thursday = monday + kEpochWeekday;
  const int year = static_cast<int>(calendar(thursday).year());
  const Day new_year = first_day_of_month(std::int64_t{year} * kMonthsPerYear);
  return fmt::format("{}-W{:02}", year_text(year), (thursday - new_year) / kDaysPerWeek + 1);
}

// Decades and centuries are named by the leading digits of their years.
std::string leading_digits(int year, int digits) {
  const std::string text = year_text(year);
  return text.substr(0, text.size() - 4 + static_cast<std::size_t>(digits));
}

std::string part_of_year(Granule granule) {
  constexpr std::array<std::string_view, 4> kSeasons = {"SP", "SU", "FA", "WI"};
  const int year = year_of(granule);
  switch (granule.unit) {
    case Unit::season:
      return fmt::format("{}-{}", year_text(year),
                         kSeasons[static_cast<std::size_t>(granule.index - year * 4)]);
    case Unit::quarter:
      return fmt::format("{}-Q{}", year_text(year), granule.index - year * 4 + 1);
    case Unit::half:
      return fmt::format("{}-H{}", year_text(year), granule.index - year * 2 + 1);
    default:
      return fmt::format("{}-{:02}", year_text(year), month_of(granule));
  }
}

}  // namespace

bool is_in_calendar(Granule granule) {
  constexpr std::int64_t kDaysPerYear = 366;
  const Extent extent = extent_of(granule.unit);
  if (extent.months == 0) {
    const std::int64_t length =
        granule.unit == Unit::week || granule.unit == Unit::weekend ? kDaysPerWeek : 1;
    const std::int64_t day = granule.index * length;
    return day > kFirstYear * kDaysPerYear && day < (kLastYear - 1970) * (kDaysPerYear - 1);
  }
  const std::int64_t months = std::int64_t{granule.index} * extent.months + extent.offset;
  return months >= std::int64_t{kFirstYear} * kMonthsPerYear &&
         months + extent.months <= std::int64_t{kLastYear} * kMonthsPerYear;
}

Granule granule_of(Day day, Unit unit) {
  if (unit <= Unit::day) return {Unit::day, day};
  if (unit <= Unit::week) return {unit, floor_div(day + kEpochWeekday, kDaysPerWeek)};
  const Extent extent = extent_of(unit);
  return {unit, floor_div(months_of(day) - extent.offset, extent.months)};
}

Granule granule_of_span(DaySpan days, bool whole_day) {
  if (whole_day) return granule_of(days.first, Unit::day);
  return granule_of(days.first + (days.last - days.first) / 2, Unit::month);
}

Granule granule_of_year(int year) {
  return {Unit::year, year};
}

Granule granule_of_month(int year, int month) {
  return {Unit::month, year * kMonthsPerYear + month - 1};
}

std::optional<Granule> granule_of_week(int year, int week) {
  constexpr Day kFourth = 3;
  const Granule first = granule_of(first_day(granule_of_year(year)) + kFourth, Unit::week);
  const Granule found{Unit::week, first.index + week - 1};
  const int of_year = static_cast<int>(calendar(first_day(found) + kEpochWeekday).year());
  return week >= 1 && of_year == year ? std::optional(found) : std::nullopt;
}

Day first_day(Granule granule) {
  switch (granule.unit) {
    case Unit::week:
      return granule.index * kDaysPerWeek - kEpochWeekday;
    case Unit::weekend:
      return granule.index * kDaysPerWeek - kEpochWeekday + 5;
    default:
      break;
  }
  const Extent extent = extent_of(granule.unit);
  if (extent.months == 0) return granule.index;
  return first_day_of_month(std::int64_t{granule.index} * extent.months + extent.offset);
}

Day last_day(Granule granule) {
  if (granule.unit <= Unit::day) return granule.index;
  if (granule.unit == Unit::weekend) return first_day(granule) + 1;
  return first_day(Granule{granule.unit, granule.index + 1}) - 1;
}

int year_of(Granule granule) {
  return static_cast<int>(calendar(first_day(granule)).year());
}

int month_of(Granule granule) {
  return static_cast<int>(static_cast<unsigned>(calendar(first_day(granule)).month()));
}

int weekday_of(Day day) {
  return day - first_day(granule_of(day, Unit::week));
}

Day months_after(Day day, int months) {
  year_month_day then = calendar(day) + std::chrono::months{months};
  if (!then.ok()) then = then.year() / then.month() / std::chrono::last;
  return static_cast<Day>(sys_days{then}.time_since_epoch().count());
}

std::optional<Granule> widened(Granule granule, Unit unit) {
  const bool weekend_of_week = unit == Unit::weekend && granule.unit == Unit::week;
  if (unit < granule.unit && !weekend_of_week) return std::nullopt;
  return granule_of(first_day(granule), unit);
}

std::string timex_value(Granule granule) {
  const Day first = first_day(granule);
  switch (granule.unit) {
    case Unit::week:
      return week_text(first);
    case Unit::weekend:
      return week_text(first - 5) + "-WE";
    case Unit::year:
      return year_text(granule.index);
    case Unit::decade:
      return leading_digits(year_of(granule), 3);
    case Unit::century:
      return leading_digits(year_of(granule), 2);
    case Unit::millennium:
      return leading_digits(year_of(granule), 1);
    case Unit::month:
    case Unit::season:
    case Unit::quarter:
    case Unit::half:
      return part_of_year(granule);
    default:
      return fmt::format("{}-{:02}-{:02}", year_text(year_of(granule)), month_of(granule),
                         static_cast<unsigned>(calendar(first).day()));
  }
}

}  // namespace newsdex
