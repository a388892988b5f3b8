// Dates named by month, year, number or holiday.
#include <fmt/format.h>

#include <cstdlib>

#include "dates/arithmetic.hpp"
#include "dates/resolvers.hpp"
#include "dates/year_choice.hpp"

namespace newsdex {
namespace {

// Beside a month of another calendar, a later year is one of ours.
constexpr int kLastForeignYear = 1500;

struct NamedMonth {
  CalendarKind calendar = CalendarKind::gregorian;
  int month = 0;
};

std::optional<NamedMonth> month_of(const Match& match, std::size_t nth = 0) {
  if (const auto month = match.value(Kind::month, nth)) {
    return NamedMonth{CalendarKind::gregorian, *month};
  }
  if (const auto month = match.value(Kind::jalali_month, nth)) {
    return NamedMonth{CalendarKind::jalali, *month};
  }
  if (const auto month = match.value(Kind::hijri_month, nth)) {
    return NamedMonth{CalendarKind::hijri, *month};
  }
  return std::nullopt;
}

bool is_year(const Lexeme& number) {
  return number.digits == 4 && !number.grouped;
}

// The nth number that is a day, "5" or "5th".
int day_of(const Match& match, std::size_t nth = 0) {
  for (const Kind kind : {Kind::number, Kind::ordinal}) {
    for (std::size_t i = 0; const Lexeme* lexeme = match.lexeme(kind, i); ++i) {
      if (is_year(*lexeme)) continue;
      if (nth-- == 0) return *lexeme->value(kind);
    }
  }
  return 0;
}

std::optional<int> written_year(const Match& match) {
  for (std::size_t i = 0; const Lexeme* lexeme = match.lexeme(Kind::number, i); ++i) {
    if (is_year(*lexeme)) return lexeme->value(Kind::number);
  }
  return std::nullopt;
}

// "of last year", "the same year": a year by where it lies.
std::optional<int> counted_year(const Match& match, const Context& context, CalendarKind calendar) {
  const auto deictic = match.value(Kind::deictic);
  const auto anaphoric = match.value(Kind::anaphoric);
  if (!deictic && !anaphoric) return std::nullopt;
  const std::optional<Granule> from = deictic ? context.today() : context.then();
  if (!from) return std::nullopt;
  return year_of(first_day(*from), calendar) + deictic.value_or(0) + anaphoric.value_or(0);
}

// A date as its words give it, in its own calendar.
struct WrittenDate {
  CalendarKind calendar = CalendarKind::gregorian;
  int month = 0;
  int day = 0;
  std::optional<int> weekday;
  std::optional<CalendarKind> years;  // where the year beside it is of another calendar

  [[nodiscard]] std::optional<DaySpan> in(int year) const {
    if (!years && (calendar == CalendarKind::gregorian || year <= kLastForeignYear)) {
      return days_of(CalendarYear{calendar, year}, month, day);
    }
    const CalendarYear said{years.value_or(CalendarKind::gregorian), year};
    const auto stretch = days_of(said, 0, 0);
    return stretch ? days_beginning_in(*stretch, calendar, month, day) : std::nullopt;
  }
  // The same, only where the weekday is right.
  [[nodiscard]] std::optional<DaySpan> on_weekday_in(int year) const {
    const std::optional<DaySpan> days = in(year);
    if (!days || !weekday || day == 0) return days;
    return weekday_of(days->first) == *weekday ? days : std::nullopt;
  }
};

// Whether the sentence tells of `days` as what they are, past or to come.
bool fits_tense(DaySpan days, Granule here, const Context& context) {
  if (context.narrative) return true;
  const Tense tense = context.tense();
  if (tense == Tense::past) return days.first <= last_day(here);
  return tense != Tense::future || days.last >= first_day(here);
}

std::optional<int> suggested_year(const WrittenDate& date, const Context& context) {
  const std::optional<Granule> here = context.here();
  if (!here) return std::nullopt;
  const int year = year_of(first_day(*here), date.calendar);
  const auto any = [&date](int each) { return date.in(each); };
  const auto usual = choose_year(any, *here, year, context, date.day != 0);
  if (!usual || !date.weekday || date.day == 0) return usual;
  // A weekday moves a date by a year at most; one that fits only farther off is wrong itself.
  const auto right = [&](int each) -> std::optional<DaySpan> {
    const auto days = std::abs(each - *usual) > 1 ? std::nullopt : date.on_weekday_in(each);
    return days && fits_tense(*days, *here, context) ? days : std::nullopt;
  };
  const auto found = choose_year(right, *here, year, context, true);
  return found ? found : usual;
}

bool is_bare_jalali(int year, const Context& context) {
  return context.jalali && is_jalali_year(year);
}

Timex without_year(const WrittenDate& date) {
  if (date.calendar != CalendarKind::gregorian) {
    return unanchored(TimexType::date, date.day == 0 ? "XXXX-XX" : "XXXX-XX-XX");
  }
  if (date.day == 0) return unanchored(TimexType::date, fmt::format("XXXX-{:02}", date.month));
  return unanchored(TimexType::date, fmt::format("XXXX-{:02}-{:02}", date.month, date.day));
}

// Beside a lunar month a year is one of the calendar in which it lies nearer to the day of
// publication, or what it would be in an article of today: "Ramadan 1439", "Ramadan 1388".
bool is_year_of_iran(const NamedMonth& month, std::optional<int> year, const Context& context) {
  if (month.calendar != CalendarKind::hijri || !year || !is_jalali_year(*year)) return false;
  if (!context.published) return !is_lunar_year(*year);
  const Day today = first_day(*context.published);
  return std::abs(year_of(today, CalendarKind::jalali) - *year) <
         std::abs(year_of(today, CalendarKind::hijri) - *year);
}

std::optional<WrittenDate> read_date(const Rule& rule, const Match& match, const Context& context) {
  const std::optional<NamedMonth> month = month_of(match);
  if (!month) return std::nullopt;
  WrittenDate date;
  date.calendar = month->calendar;
  date.month = month->month;
  date.day = day_of(match, static_cast<std::size_t>(rule.argument));
  date.weekday = match.value(Kind::weekday);
  if (is_year_of_iran(*month, written_year(match), context)) date.years = CalendarKind::jalali;
  return date;
}

std::optional<int> year_for(const WrittenDate& date, const Match& match, const Context& context) {
  if (const auto year = written_year(match)) return year;
  if (const auto year = counted_year(match, context, date.calendar)) return year;
  return suggested_year(date, context);
}

// Whether any year has such a day: none has April 31.
bool is_possible(const WrittenDate& date) {
  constexpr int kLeapYear = 2000;
  constexpr int kLeapYearOfIran = 1399;
  if (date.calendar == CalendarKind::hijri) return date.day <= 30;
  return date.in(date.calendar == CalendarKind::jalali ? kLeapYearOfIran : kLeapYear).has_value();
}

// "In February 30 people died": the number is no day.
bool counts_what_follows(const Match& match, const Site& site) {
  const Lexeme* number = match.lexeme(Kind::number);
  return number != nullptr && number->last == site.last && site.before() == "in";
}

std::optional<Timex> date_in(const WrittenDate& date, std::optional<int> year) {
  if (!year) return is_possible(date) ? std::optional(without_year(date)) : std::nullopt;
  const std::optional<DaySpan> days = date.in(*year);
  if (!days) return std::nullopt;
  return date_of(granule_of_span(*days, date.day != 0), *days);
}

}  // namespace

std::optional<Timex> resolve_date(const Rule& rule, const Match& match, const Context& context) {
  const std::optional<WrittenDate> date = read_date(rule, match, context);
  if (!date) return std::nullopt;
  std::optional<Timex> found = date_in(*date, year_for(*date, match, context));
  if (found || date->day == 0 || counts_what_follows(match, context.site)) return found;
  return no_such_day();
}

std::optional<Timex> resolve_part_of_month(const Rule& rule, const Match& match,
                                           const Context& context) {
  Rule plain{rule.name, rule.pattern, rule.resolve};
  const auto nth = match.value(Kind::ordinal);
  plain.argument = nth ? 1 : 0;  // that number is no day
  std::optional<Timex> month = resolve_date(plain, match, context);
  if (!month || !month->days) return month;
  DaySpan& days = *month->days;
  const Day length = days.last - days.first + 1;
  if (static_cast<Unit>(rule.argument) == Unit::half) {
    month->mod = nth == 1 ? "START" : "END";
    const Day middle = days.first + length / 2;
    days = nth == 1 ? DaySpan{days.first, middle - 1} : DaySpan{middle, days.last};
    return month;
  }
  if (nth.value_or(1) < 1 || nth.value_or(1) * kDaysPerWeek > length) return std::nullopt;
  const Day first = nth ? days.first + (*nth - 1) * kDaysPerWeek : days.last - kDaysPerWeek + 1;
  return date_of(granule_of(first + kDaysPerWeek / 2, Unit::week),
                 {first, first + kDaysPerWeek - 1});
}

std::optional<Timex> resolve_weekday_of_month(const Rule& rule, const Match& match,
                                              const Context& context) {
  Rule plain{rule.name, rule.pattern, rule.resolve};
  const auto nth = match.value(Kind::ordinal);
  const auto weekday = match.value(Kind::weekday);
  plain.argument = nth ? 1 : 0;  // that number is no day
  const std::optional<Timex> month = resolve_date(plain, match, context);
  if (!month || !month->days || !weekday) return std::nullopt;
  const auto [first, last] = *month->days;
  const Day edge = nth ? first : last;
  const Day monday = first_day(granule_of(edge, Unit::week));
  Day day = monday + *weekday;
  if (nth) {
    day += (day < first ? kDaysPerWeek : 0) + (*nth - 1) * kDaysPerWeek;
  } else if (day > last) {
    day -= kDaysPerWeek;
  }
  return day < first || day > last ? std::nullopt : date_of(Granule{Unit::day, day});
}

std::optional<Timex> resolve_short_year(const Rule& /*rule*/, const Match& match,
                                        const Context& context) {
  const auto month = match.value(Kind::month);
  const auto day = match.value(Kind::number);
  const auto year = match.value(Kind::number, 1);
  if (!month || !day || !year) return std::nullopt;
  const auto days =
      days_of(CalendarYear{CalendarKind::gregorian, full_year(*year, context)}, *month, *day);
  return days ? date_of(granule_of(days->first, Unit::day)) : no_such_day();
}

std::optional<Timex> resolve_daypart_of_date(const Rule& rule, const Match& match,
                                             const Context& context) {
  std::optional<Timex> date = match.has(Kind::holiday) ? resolve_holiday(rule, match, context)
                              : month_of(match)        ? resolve_date(rule, match, context)
                                                       : resolve_weekday(rule, match, context);
  const int morning = static_cast<int>(DayPart::morning);  // "the early hours of Sunday"
  const int part = match.value(Kind::daypart).value_or(morning);
  if (!date || date->type != TimexType::date || date->value.empty()) return date;
  date->type = TimexType::time;
  date->value += 'T';
  date->value += daypart_code(static_cast<DayPart>(part));
  return date;
}

std::optional<Timex> resolve_two_dates(const Rule& rule, const Match& match,
                                       const Context& context) {
  const std::optional<WrittenDate> from = read_date(rule, match, context);
  if (!from) return std::nullopt;
  WrittenDate to = *from;
  to.day = day_of(match, 1);
  if (const auto month = month_of(match, 1)) to.month = month->month;
  if (to.month == from->month && to.day <= from->day) return std::nullopt;
  const std::optional<int> year = year_for(*from, match, context);
  if (!year) return std::nullopt;
  std::optional<Timex> first = date_in(*from, year);
  const std::optional<Timex> second = date_in(to, to.month < from->month ? *year + 1 : *year);
  if (!first || !second) return written_year(match) ? std::optional(no_such_day()) : std::nullopt;
  if (to.month < from->month && written_year(match)) {  // "December and January 2018"
    first = date_in(*from, *year - 1);
    if (first) first->until = date_in(to, *year)->granule;
    return first;
  }
  first->until = second->granule;
  return first;
}

std::optional<Timex> resolve_three_dates(const Rule& rule, const Match& match,
                                         const Context& context) {
  const Lexeme* const second = match.lexeme(Kind::number, 1);
  const int third = day_of(match, 2);
  if (second == nullptr || second->gap != ',' || third <= day_of(match, 1)) return std::nullopt;
  std::optional<Timex> dates = resolve_two_dates(rule, match, context);
  if (!dates || !dates->until) return dates;
  WrittenDate date = *read_date(rule, match, context);
  const std::optional<int> year = year_for(date, match, context);
  date.day = third;
  const std::optional<Timex> last = date_in(date, year);
  if (!last) return std::nullopt;
  dates->between = dates->until;
  dates->until = last->granule;
  return dates;
}

std::optional<Timex> resolve_two_years(const Rule& rule, const Match& match,
                                       const Context& context) {
  constexpr int kCentury = 100;
  const auto first = match.value(Kind::number);
  const auto second = match.value(Kind::number, 1);
  if (!first || !second) return std::nullopt;
  if (rule.argument < 0) {  // BC
    if (*second >= *first) return std::nullopt;
    std::optional<Timex> bc = date_of(granule_of_year(1 - *first));
    if (bc) bc->until = granule_of_year(1 - *second);
    return bc;
  }
  const int last = *first - *first % kCentury + *second;
  if (last <= *first || last > *first + 30) return std::nullopt;
  std::optional<Timex> years = resolve_year(rule, match, context);
  if (years) years->until = granule_of_year(last);
  return years;
}

std::optional<Timex> resolve_deictic_month(const Rule& /*rule*/, const Match& match,
                                           const Context& context) {
  const auto month = match.value(Kind::month);
  const auto direction = match.value(Kind::deictic);
  const std::optional<Granule> today = context.today();
  if (!month || !direction) return std::nullopt;
  if (!today) return unanchored(TimexType::date, fmt::format("XXXX-{:02}", *month));
  const int year = year_of(*today);
  const Granule same = granule_of_month(year, *month);
  const Granule now = granule_of(first_day(*today), Unit::month);
  int shift = 0;
  if (*direction < 0 && same.index >= now.index) shift = -1;
  if (*direction > 0 && same.index <= now.index) shift = 1;
  return date_of(granule_of_month(year + shift, *month));
}

std::optional<Timex> resolve_year(const Rule& /*rule*/, const Match& match,
                                  const Context& context) {
  const auto year = match.value(Kind::number);
  if (!year) return std::nullopt;
  if (!is_bare_jalali(*year, context)) return date_of(granule_of_year(*year));
  const auto days = days_of(CalendarYear{CalendarKind::jalali, *year}, 0, 0);
  if (!days) return std::nullopt;
  return date_of(granule_of(days->first, Unit::year), *days);
}

std::optional<Timex> resolve_bc(const Rule& rule, const Match& match, const Context& /*context*/) {
  const auto unit = static_cast<Unit>(rule.argument);
  const auto number = match.value(unit == Unit::century  ? Kind::ordinal
                                  : unit == Unit::decade ? Kind::decade
                                                         : Kind::number);
  if (!number || *number < 1 || *number > 9998) return std::nullopt;
  if (const auto season = match.value(Kind::season)) {
    return date_of(Granule{Unit::season, (1 - *number) * 4 + *season});
  }
  if (unit == Unit::year) {
    const int year = 1 - *number;
    const auto month = match.value(Kind::month);
    return date_of(month ? granule_of_month(year, *month) : granule_of_year(year));
  }
  if (unit == Unit::decade) {
    return unanchored(TimexType::date, fmt::format("BC{:03}", *number / 10));
  }
  return unanchored(TimexType::date, fmt::format("BC{:02}", *number - 1));
}

std::optional<Timex> resolve_decade(const Rule& /*rule*/, const Match& match,
                                    const Context& context) {
  constexpr int kCentury = 100;
  const auto decade = match.value(Kind::decade);
  if (!decade) return std::nullopt;
  int year = *decade;
  if (year < kCentury) {
    const int now = context.published ? year_of(*context.published) : 2000;
    year += now - now % kCentury;
    if (year > now) year -= kCentury;
  }
  return date_of(Granule{Unit::decade, year / 10});
}

std::optional<Timex> resolve_century(const Rule& /*rule*/, const Match& match,
                                     const Context& /*context*/) {
  const auto number = match.value(Kind::ordinal);
  if (!number || *number < 1 || *number > 30) return std::nullopt;
  return date_of(Granule{Unit::century, *number - 1});
}

}  // namespace newsdex
