// Dates named by month, year, number or holiday.
#include <fmt/format.h>

#include <array>
#include <cstdlib>

#include "dates/holidays.hpp"
#include "dates/resolvers.hpp"
#include "dates/year_choice.hpp"

namespace newsdex {
namespace {

// Jalali years that articles write without saying which calendar they mean.
constexpr int kFirstBareJalali = 1250;
constexpr int kLastBareJalali = 1500;

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

  [[nodiscard]] std::optional<DaySpan> in(int year) const {
    return days_of(CalendarYear{calendar, year}, month, day);
  }
  // The same, only where the weekday is right.
  [[nodiscard]] std::optional<DaySpan> on_weekday_in(int year) const {
    const std::optional<DaySpan> days = in(year);
    if (!days || !weekday || day == 0) return days;
    const Day monday = first_day(granule_of(days->first, Unit::week));
    return days->first - monday == *weekday ? days : std::nullopt;
  }
};

std::optional<int> suggested_year(const WrittenDate& date, const Context& context) {
  const std::optional<Granule> here = context.here();
  if (!here) return std::nullopt;
  const int year = year_of(first_day(*here), date.calendar);
  const auto right = [&date](int each) { return date.on_weekday_in(each); };
  if (const auto found = choose_year(right, *here, year, context, date.day != 0)) return found;
  const auto any = [&date](int each) { return date.in(each); };
  return choose_year(any, *here, year, context, date.day != 0);
}

// The stretch that stands for days of another calendar: the month that holds most of them.
Granule granule_of_span(DaySpan days, bool whole_day) {
  if (whole_day) return granule_of(days.first, Unit::day);
  return granule_of(days.first + (days.last - days.first) / 2, Unit::month);
}

Timex without_year(const WrittenDate& date) {
  if (date.calendar != CalendarKind::gregorian) {
    return unanchored(TimexType::date, date.day == 0 ? "XXXX-XX" : "XXXX-XX-XX");
  }
  if (date.day == 0) return unanchored(TimexType::date, fmt::format("XXXX-{:02}", date.month));
  return unanchored(TimexType::date, fmt::format("XXXX-{:02}-{:02}", date.month, date.day));
}

std::optional<WrittenDate> read_date(const Rule& rule, const Match& match) {
  const std::optional<NamedMonth> month = month_of(match);
  if (!month) return std::nullopt;
  return WrittenDate{month->calendar, month->month,
                     day_of(match, static_cast<std::size_t>(rule.argument)),
                     match.value(Kind::weekday)};
}

std::optional<int> year_for(const WrittenDate& date, const Match& match, const Context& context) {
  if (const auto year = written_year(match)) {
    // "10 Ordibehesht 2018" is no Jalali year.
    const bool foreign = date.calendar != CalendarKind::gregorian && *year > kLastBareJalali;
    return foreign ? std::nullopt : year;
  }
  if (const auto year = counted_year(match, context, date.calendar)) return year;
  return suggested_year(date, context);
}

std::optional<Timex> date_in(const WrittenDate& date, std::optional<int> year) {
  if (!year) {
    if (date.calendar == CalendarKind::gregorian && !date.in(2000)) return std::nullopt;
    return without_year(date);
  }
  const std::optional<DaySpan> days = date.in(*year);
  if (!days) return std::nullopt;
  return date_of(granule_of_span(*days, date.day != 0), *days);
}

std::optional<Timex> calendar_day(int year, int month, int day) {
  const std::optional<DaySpan> days =
      days_of(CalendarYear{CalendarKind::gregorian, year}, month, day);
  if (!days) return std::nullopt;
  return date_of(granule_of(days->first, Unit::day));
}

bool is_jalali_year(int year, const Context& context) {
  return context.jalali && year >= kFirstBareJalali && year <= kLastBareJalali;
}

std::optional<Timex> numeric_day(int year, int month, int day, const Context& context) {
  if (!is_jalali_year(year, context)) return calendar_day(year, month, day);
  const auto days = days_of(CalendarYear{CalendarKind::jalali, year}, month, day);
  if (!days) return std::nullopt;
  return date_of(granule_of(days->first, Unit::day));
}

// "18" or "98" as a year: no later than a little after the article.
int full_year(int year, const Context& context) {
  constexpr int kCentury = 100;
  if (year >= kCentury) return year;
  const int now = context.published ? year_of(*context.published) : 2000 + 30;
  const int guess = now - now % kCentury + year;
  return guess > now + 10 ? guess - kCentury : guess;
}

// Of 04/05/2018 the reading that the article's other dates agree with, else the one next to the
// publication date.
std::optional<Timex> ambiguous_day(int first, int second, int year, const Context& context) {
  std::optional<Timex> month_first = numeric_day(year, first, second, context);
  std::optional<Timex> day_first = numeric_day(year, second, first, context);
  if (!month_first || !day_first) return month_first ? month_first : day_first;
  if (context.order == NumericOrder::month_first || first == second) return month_first;
  if (context.order == NumericOrder::day_first) return day_first;
  if (!context.published) return unanchored(TimexType::date, fmt::format("{}-XX-XX", year));
  const auto distance = [&](const Timex& date) {
    return std::abs(date.days->first - first_day(*context.published));
  };
  constexpr Day kNear = 45;
  const bool near_month_first = distance(*month_first) <= kNear;
  const bool near_day_first = distance(*day_first) <= kNear;
  if (near_month_first != near_day_first) return near_month_first ? month_first : day_first;
  return unanchored(TimexType::date, fmt::format("{}-XX-XX", year));
}

}  // namespace

std::optional<Timex> resolve_date(const Rule& rule, const Match& match, const Context& context) {
  const std::optional<WrittenDate> date = read_date(rule, match);
  if (!date) return std::nullopt;
  return date_in(*date, year_for(*date, match, context));
}

std::optional<Timex> resolve_daypart_of_date(const Rule& rule, const Match& match,
                                             const Context& context) {
  std::optional<Timex> date = match.has(Kind::holiday) ? resolve_holiday(rule, match, context)
                              : month_of(match)        ? resolve_date(rule, match, context)
                                                       : resolve_weekday(rule, match, context);
  const auto part = match.value(Kind::daypart);
  if (!date || !part || date->type != TimexType::date) return date;
  date->type = TimexType::time;
  date->value += 'T';
  date->value += daypart_code(static_cast<DayPart>(*part));
  return date;
}

std::optional<Timex> resolve_two_dates(const Rule& rule, const Match& match,
                                       const Context& context) {
  const std::optional<WrittenDate> from = read_date(rule, match);
  if (!from) return std::nullopt;
  WrittenDate to = *from;
  to.day = day_of(match, 1);
  if (const auto month = month_of(match, 1)) to.month = month->month;
  if (to.month == from->month && to.day <= from->day) return std::nullopt;
  const std::optional<int> year = year_for(*from, match, context);
  if (!year) return std::nullopt;
  std::optional<Timex> first = date_in(*from, year);
  const std::optional<Timex> second = date_in(to, to.month < from->month ? *year + 1 : *year);
  if (!first || !second) return std::nullopt;
  if (to.month < from->month && written_year(match)) {  // "December and January 2018"
    first = date_in(*from, *year - 1);
    if (first) first->until = date_in(to, *year)->granule;
    return first;
  }
  first->until = second->granule;
  return first;
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
  if (!is_jalali_year(*year, context)) return date_of(granule_of_year(*year));
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

std::optional<Timex> resolve_iso_date(const Rule& /*rule*/, const Match& match,
                                      const Context& context) {
  const auto year = match.value(Kind::number);
  const auto month = match.value(Kind::number, 1);
  if (!year || !month) return std::nullopt;
  const auto tail = match.value(Kind::iso_daytime);
  if (!tail) {
    const auto day = match.value(Kind::number, 2);
    return numeric_day(*year, *month, day.value_or(0), context);
  }
  std::optional<Timex> date = numeric_day(*year, *month, *tail / 100, context);
  const auto minute = match.value(Kind::number, 2);
  if (!date || !minute || *tail % 100 > 24) return std::nullopt;
  date->type = TimexType::time;
  date->value += fmt::format("T{:02}:{:02}", *tail % 100, *minute);
  return date;
}

std::optional<Timex> resolve_numeric_date(const Rule& /*rule*/, const Match& match,
                                          const Context& context) {
  const auto first = match.value(Kind::number);
  const auto second = match.value(Kind::number, 1);
  const auto year = match.value(Kind::number, 2);
  if (!first || !second || !year) return std::nullopt;
  return ambiguous_day(*first, *second, full_year(*year, context), context);
}

std::optional<Timex> resolve_september_11(const Rule& /*rule*/, const Match& match,
                                          const Context& /*context*/) {
  const bool meant = match.value(Kind::number) == 9 && match.value(Kind::number, 1) == 11;
  return meant ? calendar_day(2001, 9, 11) : std::nullopt;
}

std::optional<Timex> resolve_dotted_date(const Rule& /*rule*/, const Match& match,
                                         const Context& context) {
  const Lexeme* lexeme = match.lexeme(Kind::dotted_date);
  if (lexeme == nullptr) return std::nullopt;
  const std::string_view form = context.site.tokens[lexeme->first].form;
  std::array<int, 3> parts{};
  std::size_t part = 0;
  for (const char c : form) {
    if (c == '.') {
      if (++part >= parts.size()) return std::nullopt;
    } else {
      parts[part] = parts[part] * 10 + (c - '0');
    }
  }
  if (part + 1 != parts.size()) return std::nullopt;
  constexpr int kFourDigits = 1000;
  if (parts[0] >= kFourDigits) return numeric_day(parts[0], parts[1], parts[2], context);
  if (parts[2] < kFourDigits) return std::nullopt;
  return numeric_day(parts[2], parts[1], parts[0], context);  // dots are European
}

std::optional<Timex> resolve_holiday(const Rule& /*rule*/, const Match& match,
                                     const Context& context) {
  const auto index = match.value(Kind::holiday);
  if (!index) return std::nullopt;
  const Holiday& holiday = holidays()[static_cast<std::size_t>(*index)];
  const auto in_year = [&holiday](int year) { return days_of(holiday, year); };
  std::optional<int> year = written_year(match);
  if (!year && holiday.year != 0) year = holiday.year;
  const std::optional<Granule> here = context.here();
  if (!year && here) {
    const auto direction = match.value(Kind::deictic);
    const int now = year_of(*here);
    year = choose_year(in_year, *here, now, context, true);
    if (direction && year) {
      const auto days = in_year(*year);
      if (days && *direction < 0 && days->first >= first_day(*here)) --*year;
      if (days && *direction > 0 && days->first <= first_day(*here)) ++*year;
    }
  }
  const std::optional<DaySpan> days = year ? in_year(*year) : std::nullopt;
  if (!days) return unanchored(TimexType::date, "XXXX-XX-XX");
  return date_of(granule_of_span(*days, days->first == days->last), *days);
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
