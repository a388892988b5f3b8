// Dates counted from today or from the date spoken of last.
#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "dates/arithmetic.hpp"
#include "dates/calendars.hpp"
#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

// Beyond this many units a shift is no date that anybody reckons with.
constexpr std::int64_t kMostUnits = 100'000;

std::optional<Granule> plus(std::optional<Granule> granule, std::int32_t shift) {
  if (!granule) return std::nullopt;
  return Granule{granule->unit, granule->index + shift};
}

// `from` as a stretch of `unit`, moved; where `from` is coarser, all X.
std::optional<Timex> counted(std::optional<Granule> from, Unit unit, std::int32_t shift) {
  const std::optional<Granule> found = from ? widened(*from, unit) : std::nullopt;
  if (!found) return unanchored(TimexType::date, std::string(unknown_value(unit)));
  return date_of(*plus(found, shift));
}

Unit unit_of(const Rule& rule, const Match& match) {
  if (const auto unit = match.value(Kind::unit)) return static_cast<Unit>(*unit);
  if (const auto units = match.value(Kind::units)) return static_cast<Unit>(*units);
  return static_cast<Unit>(rule.argument);
}

Timex with_daypart(Timex date, DayPart part) {
  date.type = TimexType::time;
  date.value += 'T';
  date.value += daypart_code(part);
  return date;
}

std::optional<Timex> daypart_of(std::optional<Granule> day, DayPart part) {
  std::optional<Timex> date =
      day && day->unit == Unit::day ? date_of(*day) : unanchored(TimexType::date, "XXXX-XX-XX");
  if (!date) return std::nullopt;
  return with_daypart(*date, part);
}

std::optional<DayPart> daypart_in(const Match& match) {
  for (const Kind kind : {Kind::daypart, Kind::tonight}) {
    if (const auto part = match.value(kind)) return static_cast<DayPart>(*part);
  }
  return std::nullopt;
}

// Monday of the week that `day` lies in, or of one `weeks` away, plus `weekday`.
Granule weekday_of_week(Granule day, int weeks, int weekday) {
  const Day monday = first_day(granule_of(day.index, Unit::week));
  return {Unit::day, monday + weeks * kDaysPerWeek + weekday};
}

Granule nearest_weekday(Granule today, int weekday, Tense tense) {
  const Granule same_week = weekday_of_week(today, 0, weekday);
  if (tense == Tense::future) {
    return same_week.index >= today.index ? same_week : weekday_of_week(today, 1, weekday);
  }
  return same_week.index <= today.index ? same_week : weekday_of_week(today, -1, weekday);
}

// "last Friday" is the one before today, "next" the one after, "this" the one tense points to.
Granule deictic_weekday(Granule today, int weekday, int direction, Tense tense) {
  if (direction == 0) {
    return nearest_weekday(today, weekday, tense == Tense::past ? tense : Tense::future);
  }
  const Granule beside{Unit::day, today.index + direction};
  return nearest_weekday(beside, weekday, direction < 0 ? Tense::past : Tense::future);
}

// What a part of a unit is counted in.
struct Finer {
  Unit unit;
  Unit finer;
  int count;
};
constexpr std::array<Finer, 3> kFiner = {{{Unit::year, Unit::month, kMonthsPerYear},
                                          {Unit::decade, Unit::year, 10},
                                          {Unit::century, Unit::year, 100}}};

std::optional<Timex> shifted(Granule from, Unit unit, std::int64_t thousandths, int direction) {
  // "a year and a half ago" is 18 months ago.
  const bool whole = thousandths % kThousand == 0;
  for (const Finer& finer : kFiner) {
    if (whole || unit != finer.unit) continue;
    unit = finer.finer;
    thousandths *= finer.count;
    break;
  }
  const std::int64_t count = thousandths / kThousand;
  if (count > kMostUnits) return reference_of(direction);
  const std::optional<Granule> base = widened(from, unit);
  if (!base) return unanchored(TimexType::date, std::string(unknown_value(unit)));
  return date_of(Granule{unit, base->index + direction * static_cast<std::int32_t>(count)});
}

// "four hours later" than a time of day.
std::optional<Timex> time_apart(Granule from, int minute, Unit unit, std::int64_t thousandths) {
  if (std::abs(thousandths) > kMostUnits * kThousand) return std::nullopt;
  const std::int64_t shift = thousandths * (unit == Unit::hour ? kMinutesPerHour : 1) / kThousand;
  std::int64_t minutes = minute + shift;
  std::int64_t days = minutes / kMinutesPerDay;
  if (minutes % kMinutesPerDay < 0) --days;
  minutes -= days * kMinutesPerDay;
  std::optional<Timex> day = date_of(*plus(from, static_cast<std::int32_t>(days)));
  if (!day) return std::nullopt;
  return at_minute(std::move(*day), static_cast<int>(minutes), {});
}

// Hours and minutes, counted from the minute of publication or from the time of day before them.
std::optional<Timex> shifted_clock(const Context& context, bool from_today, Unit unit,
                                   std::int64_t thousandths) {
  const bool counted = unit == Unit::hour || unit == Unit::minute;
  if (counted && from_today && context.published_minute) {
    return time_apart(*context.published, *context.published_minute, unit, thousandths);
  }
  if (counted && !from_today && context.clock_end != 0) {
    return time_apart(context.clock_day, context.clock_minute, unit, thousandths);
  }
  return unanchored(TimexType::time, std::string(unknown_value(unit)));
}

// "a year ago today", "two weeks ago yesterday".
std::optional<Timex> same_day(Granule today, int away, Unit unit, std::int64_t thousandths) {
  const std::int64_t count = thousandths / kThousand;
  if (today.unit != Unit::day || std::abs(count) > kMostUnits) {
    return unanchored(TimexType::date, std::string(unknown_value(Unit::day)));
  }
  const auto times = static_cast<std::int32_t>(count);
  const Day day = today.index + away;
  if (unit == Unit::day) return date_of(Granule{unit, day + times});
  if (unit == Unit::week) return date_of(Granule{Unit::day, day + times * kDaysPerWeek});
  const std::int32_t months = unit == Unit::year ? kMonthsPerYear : unit == Unit::month ? 1 : 0;
  if (months == 0) return std::nullopt;
  return date_of(Granule{Unit::day, months_after(day, times * months)});
}

}  // namespace

std::optional<Timex> resolve_weekday(const Rule& /*rule*/, const Match& match,
                                     const Context& context) {
  const auto weekday = match.value(Kind::weekday);
  if (!weekday) return std::nullopt;
  const std::optional<Granule> here = context.published ? context.published : context.spoken;
  if (!here || here->unit != Unit::day) {
    return unanchored(TimexType::date, fmt::format("XXXX-WXX-{}", *weekday + 1));
  }
  const auto deictic = match.value(Kind::deictic);
  if (deictic && match.has(Kind::unit)) return date_of(weekday_of_week(*here, *deictic, *weekday));
  if (deictic) return date_of(deictic_weekday(*here, *weekday, *deictic, context.tense()));
  if (const auto anaphoric = match.value(Kind::anaphoric)) {
    const Granule then = *context.then();
    if (then.unit > Unit::week) {
      return unanchored(TimexType::date, fmt::format("XXXX-WXX-{}", *weekday + 1));
    }
    const Day edge = *anaphoric > 0 ? last_day(then) : first_day(then);
    return date_of(deictic_weekday({Unit::day, edge}, *weekday, *anaphoric, Tense::past));
  }
  return date_of(nearest_weekday(*here, *weekday, context.tense()));
}

std::optional<Timex> resolve_two_weekdays(const Rule& rule, const Match& match,
                                          const Context& context) {
  const auto second = match.value(Kind::weekday, 1);
  std::optional<Timex> days = resolve_weekday(rule, match, context);
  if (!days || !days->granule || !second) return std::nullopt;
  Granule from = *days->granule;
  Granule to = nearest_weekday({Unit::day, from.index + 1}, *second, Tense::future);
  const std::optional<Granule> today = context.today();
  const bool in_past = !match.has(Kind::deictic) && context.tense() == Tense::past;
  if (in_past && today && to.index > last_day(*today)) {
    from.index -= kDaysPerWeek;
    to.index -= kDaysPerWeek;
  }
  days = date_of(from);
  if (days) days->until = to;
  return days;
}

std::optional<Timex> resolve_relative_day(const Rule& rule, const Match& match,
                                          const Context& context) {
  const std::int32_t shift = match.value(Kind::relative_day).value_or(0) + rule.argument;
  const std::optional<Granule> today = context.today();
  std::optional<Timex> date;
  if (today && today->unit != Unit::day) {
    date = shift == 0 ? date_of(*today) : unanchored(TimexType::date, "XXXX-XX-XX");
  } else {
    date = counted(today, Unit::day, shift);
  }
  const std::optional<DayPart> part = daypart_in(match);
  return date && part ? with_daypart(*date, *part) : date;
}

std::optional<Timex> resolve_daypart_today(const Rule& rule, const Match& match,
                                           const Context& context) {
  const std::optional<DayPart> part = daypart_in(match);
  if (!part) return std::nullopt;
  return daypart_of(plus(context.today(), match.value(Kind::deictic).value_or(rule.argument)),
                    *part);
}

std::optional<Timex> resolve_daypart_then(const Rule& rule, const Match& match,
                                          const Context& context) {
  const std::optional<DayPart> part = daypart_in(match);
  if (!part) return std::nullopt;
  const std::int32_t shift =
      match.value(Kind::anaphoric).value_or(match.value(Kind::deictic).value_or(rule.argument));
  return daypart_of(plus(context.then(), shift), *part);
}

std::optional<Timex> resolve_relative_unit(const Rule& rule, const Match& match,
                                           const Context& context) {
  const auto direction = match.value(Kind::deictic);
  const Unit unit = unit_of(rule, match);
  if (!direction || unit < Unit::day) return std::nullopt;
  if (unit == Unit::day && *direction < 0) return std::nullopt;  // "on the last day of his term"
  return counted(context.today(), unit, *direction);
}

std::optional<Timex> resolve_anaphoric_unit(const Rule& rule, const Match& match,
                                            const Context& context) {
  const Unit unit = unit_of(rule, match);
  if (unit < Unit::day) return std::nullopt;
  const std::int32_t shift = match.value(Kind::anaphoric).value_or(rule.argument);
  const std::optional<Granule> then = context.then();
  if (then && !widened(*then, unit) && !context.narrative) {
    return counted(context.today(), unit, shift);
  }
  return counted(then, unit, shift);
}

std::optional<Timex> resolve_unit_from_today(const Rule& rule, const Match& match,
                                             const Context& context) {
  const Unit unit = unit_of(rule, match);
  if (unit < Unit::day) return std::nullopt;
  const std::optional<Granule> today = context.narrative ? context.then() : context.today();
  const bool of_iran = context.jalali && (unit == Unit::year || unit == Unit::month);
  if (of_iran && today && today->unit == Unit::day) {
    return jalali_unit(first_day(*today), unit, rule.argument);
  }
  return counted(today, unit, rule.argument);
}

std::optional<Timex> resolve_shift(const Rule& rule, const Match& match, const Context& context) {
  const auto ago = match.value(Kind::ago);
  const auto apart = match.value(Kind::apart);
  const int direction = ago.value_or(apart.value_or(rule.argument));
  const bool from_today = ago || (!apart && rule.argument == 0);
  const Unit unit = unit_of(rule, match);
  const Lexeme* number = match.lexeme(Kind::number);
  if (match.has(Kind::vague)) return reference_of(direction);
  if (number == nullptr && match.has(Kind::units)) return reference_of(direction);
  const std::int64_t amount = number == nullptr ? kThousand : number->thousandths;
  if (unit < Unit::day) return shifted_clock(context, from_today, unit, direction * amount);
  const std::optional<Granule> from = from_today ? context.today() : context.then();
  if (!from) return unanchored(TimexType::date, std::string(unknown_value(unit)));
  if (const auto day = match.value(Kind::relative_day); day && ago) {
    return same_day(*from, *day, unit, direction * amount);
  }
  // "a decade ago" is a year, "three decades ago" a decade.
  if (unit == Unit::decade && amount == kThousand) {
    return shifted(*from, Unit::year, 10 * kThousand, direction);
  }
  return shifted(*from, unit, amount, direction);
}

std::optional<Timex> resolve_part_shift(const Rule& rule, const Match& match,
                                        const Context& context) {
  const auto ago = match.value(Kind::ago);
  const int direction = ago.value_or(match.value(Kind::apart).value_or(-1));
  const std::optional<Granule> from = ago ? context.today() : context.then();
  const Unit unit = unit_of(rule, match);
  if (unit < Unit::day) {
    return shifted_clock(context, ago.has_value(), unit, direction * std::int64_t{rule.argument});
  }
  if (!from) return unanchored(TimexType::date, std::string(unknown_value(unit)));
  return shifted(*from, unit, rule.argument, direction);
}

std::optional<Timex> resolve_weekend(const Rule& /*rule*/, const Match& /*match*/,
                                     const Context& context) {
  const std::optional<Granule> here = context.here();
  const std::optional<Granule> weekend = here ? widened(*here, Unit::weekend) : std::nullopt;
  if (!weekend) return unanchored(TimexType::date, std::string(unknown_value(Unit::weekend)));
  const bool over = first_day(*here) < first_day(*weekend) && context.tense() != Tense::future;
  return date_of(over ? *plus(weekend, -1) : *weekend);
}

std::optional<Timex> resolve_reference(const Rule& rule, const Match& match,
                                       const Context& /*context*/) {
  return reference_of(match.value(Kind::reference).value_or(rule.argument));
}

}  // namespace newsdex
