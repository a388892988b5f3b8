// How long, and how often.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dates/arithmetic.hpp"
#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

std::optional<Unit> unit_in(const Match& match, std::size_t nth = 0) {
  for (const Kind kind : {Kind::unit, Kind::units, Kind::lasting}) {
    if (const auto unit = match.value(kind, nth)) return static_cast<Unit>(*unit);
  }
  return std::nullopt;
}

// Half of a unit is so many of the next smaller one that TIMEX3 writes whole.
struct Half {
  Unit unit;
  Unit smaller;
  std::int64_t count;
};
constexpr std::array<Half, 6> kHalves = {{{Unit::hour, Unit::minute, 30},
                                          {Unit::day, Unit::hour, 12},
                                          {Unit::year, Unit::month, 6},
                                          {Unit::decade, Unit::year, 5},
                                          {Unit::century, Unit::year, 50},
                                          {Unit::millennium, Unit::year, 500}}};

std::string half_value(Unit unit) {
  for (const Half& half : kHalves) {
    if (half.unit == unit) return duration_value(half.count * kThousand, half.smaller);
  }
  return duration_value(kThousand / 2, unit);
}

// nullopt for "several".
std::optional<std::int64_t> amount_in(const Rule& rule, const Match& match) {
  if (const Lexeme* number = match.lexeme(Kind::number)) return number->thousandths;
  if (match.has(Kind::vague) || rule.argument == 0) return std::nullopt;
  return rule.argument;
}

// Days from the one to the same so many units later; nullopt for units of the clock, parts of a
// unit, and what reaches beyond the calendar.
std::optional<Day> days_in_units(Day from, Unit unit, std::int64_t thousandths, int direction) {
  constexpr std::int64_t kMost = 9999;
  struct Length {
    Unit unit;
    int days;
    int months;
  };
  constexpr std::array<Length, 7> kLengths = {{{Unit::day, 1, 0},
                                               {Unit::week, 7, 0},
                                               {Unit::month, 0, 1},
                                               {Unit::quarter, 0, 3},
                                               {Unit::year, 0, kMonthsPerYear},
                                               {Unit::decade, 0, 10 * kMonthsPerYear},
                                               {Unit::century, 0, 100 * kMonthsPerYear}}};
  const auto* const length = std::find_if(kLengths.begin(), kLengths.end(),
                                          [unit](const Length& each) { return each.unit == unit; });
  const std::int64_t count = thousandths / kThousand;
  if (length == kLengths.end() || thousandths % kThousand != 0 || count < 1) return std::nullopt;
  if (count * (length->days + length->months) > kMost) return std::nullopt;
  const int signed_count = direction * static_cast<int>(count);
  return months_after(from, signed_count * length->months) + signed_count * length->days - from;
}

// The days that end or begin beside that of publication. In a narrative nobody knows where.
std::optional<DaySpan> beside_today(std::int64_t thousandths, Unit unit, int direction,
                                    const Context& context) {
  const std::optional<Granule> today = context.today();
  if (!today || today->unit != Unit::day || context.narrative) return std::nullopt;
  const Day now = first_day(*today);
  const auto days = days_in_units(now, unit, thousandths, direction);
  if (!days) return std::nullopt;
  return direction < 0 ? DaySpan{now + *days + 1, now} : DaySpan{now + 1, now + *days};
}

constexpr std::array<std::string_view, 6> kEveryDaypart = {"TMO", "TMI", "TAF",
                                                           "TEV", "TNI", "TDT"};

std::optional<std::string> repeated(const Match& match) {
  for (const Kind kind : {Kind::weekday, Kind::weekdays}) {
    if (const auto weekday = match.value(kind)) return fmt::format("XXXX-WXX-{}", *weekday + 1);
  }
  for (const Kind kind : {Kind::daypart, Kind::dayparts}) {
    if (const auto part = match.value(kind)) {
      return fmt::format("XXXX-XX-XX{}", kEveryDaypart[static_cast<std::size_t>(*part)]);
    }
  }
  if (const auto month = match.value(Kind::month)) return fmt::format("XXXX-{:02}", *month);
  constexpr std::array<std::string_view, 4> kSeasons = {"SP", "SU", "FA", "WI"};
  if (const auto season = match.value(Kind::season)) {
    return fmt::format("XXXX-{}", kSeasons[static_cast<std::size_t>(*season)]);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Timex> resolve_duration(const Rule& rule, const Match& match,
                                      const Context& /*context*/) {
  const std::optional<Unit> unit = unit_in(match);
  if (!unit) return std::nullopt;
  const std::optional<std::int64_t> amount = amount_in(rule, match);
  std::string value = amount == kThousand / 2 ? half_value(*unit) : duration_value(amount, *unit);
  return unanchored(TimexType::duration, std::move(value));
}

std::optional<Timex> resolve_stretch(const Rule& rule, const Match& match, const Context& context) {
  std::optional<Timex> duration = resolve_duration(rule, match, context);
  const int direction = match.value(Kind::deictic).value_or(-1);
  const std::optional<Unit> unit = unit_in(match);
  const std::optional<std::int64_t> amount = amount_in(rule, match);
  const bool of_something = context.site.after() == "of";  // "the last two weeks of the war"
  if (!duration || !unit || !amount || direction == 0 || of_something) return duration;
  duration->days = beside_today(*amount, *unit, direction, context);
  return duration;
}

std::optional<Timex> resolve_two_durations(const Rule& /*rule*/, const Match& match,
                                           const Context& /*context*/) {
  const Lexeme* first = match.lexeme(Kind::number);
  const Lexeme* second = match.lexeme(Kind::number, 1);
  if (first == nullptr || second == nullptr) return std::nullopt;
  std::array<std::optional<Unit>, 2> units;
  std::size_t found = 0;
  for (const Kind kind : {Kind::units, Kind::unit}) {
    for (std::size_t i = 0; found < units.size() && match.has(kind); ++i) {
      const auto unit = match.value(kind, i);
      if (!unit) break;
      units[found++] = static_cast<Unit>(*unit);
    }
  }
  if (!units[0] || !units[1]) return std::nullopt;
  const Unit larger = std::max(*units[0], *units[1]);
  const Unit smaller = std::min(*units[0], *units[1]);
  if (larger == smaller) return std::nullopt;
  std::string value = duration_value(first->thousandths, larger);
  std::string rest = duration_value(second->thousandths, smaller).substr(1);
  if (larger < Unit::day) rest.erase(0, 1);  // the T stands once
  return unanchored(TimexType::duration, value + rest);
}

std::optional<Timex> resolve_set(const Rule& rule, const Match& match, const Context& /*context*/) {
  if (const auto frequency = match.value(Kind::frequency)) {
    return unanchored(TimexType::set,
                      std::string(frequency_values()[static_cast<std::size_t>(*frequency)]));
  }
  if (std::optional<std::string> value = repeated(match)) {
    return unanchored(TimexType::set, std::move(*value));
  }
  const std::optional<Unit> unit = unit_in(match);
  if (!unit) return std::nullopt;
  if (rule.argument != 0) return unanchored(TimexType::set, duration_value(rule.argument, *unit));
  const Lexeme* number = match.lexeme(Kind::number);
  if (match.has(Kind::vague)) return unanchored(TimexType::set, duration_value({}, *unit));
  return unanchored(TimexType::set,
                    duration_value(number == nullptr ? kThousand : number->thousandths, *unit));
}

}  // namespace newsdex
