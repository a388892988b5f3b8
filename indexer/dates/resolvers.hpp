// Meanings of rules, a function each. All return nullopt for what no calendar has (February 30).
#pragma once

#include <optional>

#include "dates/rules.hpp"

namespace newsdex {

// resolve_calendar.cpp

/// A month, with or without day, weekday and year; a year missing is the one that tense and
/// publication date suggest, one written "last year" or "the same year" is counted from there. The
/// argument is how many other numbers precede the day.
std::optional<Timex> resolve_date(const Rule&, const Match&, const Context&);
/// The same, with a daypart: "the morning of April 3".
std::optional<Timex> resolve_daypart_of_date(const Rule&, const Match&, const Context&);
/// Two dates in a row that share a month or a year, "April 5-7", "May-August 1950", "2007-08": the
/// first, and the second as `until`.
std::optional<Timex> resolve_two_dates(const Rule&, const Match&, const Context&);
/// "April 3, 4 and 5": also the one `between`.
std::optional<Timex> resolve_three_dates(const Rule&, const Match&, const Context&);
/// A half (the argument is the Unit) or a week of seven days of a month that resolve_date finds;
/// without an ordinal, the last: "the second half of April", "the last week of May 2018".
std::optional<Timex> resolve_part_of_month(const Rule&, const Match&, const Context&);
/// "the second Monday of May", "the last Friday in April 2018".
std::optional<Timex> resolve_weekday_of_month(const Rule&, const Match&, const Context&);
/// "Mon, 30 Apr 18", "30-Apr-18": the last number is the year.
std::optional<Timex> resolve_short_year(const Rule&, const Match&, const Context&);
std::optional<Timex> resolve_two_years(const Rule&, const Match&, const Context&);
/// "April" of "last April": the month last begun before this one, or next to begin after it.
std::optional<Timex> resolve_deictic_month(const Rule&, const Match&, const Context&);
std::optional<Timex> resolve_year(const Rule&, const Match&, const Context&);
/// A year BC, or its century or decade; the argument is the Unit.
std::optional<Timex> resolve_bc(const Rule&, const Match&, const Context&);
std::optional<Timex> resolve_decade(const Rule&, const Match&, const Context&);
std::optional<Timex> resolve_century(const Rule&, const Match&, const Context&);

// resolve_holiday.cpp

/// A holiday in the year that is said or suggested; nullopt for one that several countries have by
/// its name, unless the sentence names America.
std::optional<Timex> resolve_holiday(const Rule&, const Match&, const Context&);

// resolve_numeric.cpp

/// "18" or "98" as a year, no later than a little after the article; others as they are.
int full_year(int year, const Context& context);
std::optional<Timex> resolve_iso_date(const Rule&, const Match&, const Context&);
/// "2018-04", where it is no row of years as "2004-12" may be.
std::optional<Timex> resolve_iso_month(const Rule&, const Match&, const Context&);
/// "2018-W18", "2018-W18-1".
std::optional<Timex> resolve_iso_week(const Rule&, const Match&, const Context&);
/// "04/05/2018", in the order that a weekday before it decides, else the one the article writes
/// dates in.
std::optional<Timex> resolve_numeric_date(const Rule&, const Match&, const Context&);
/// "Monday 30/04", where one order of the two fits the weekday in the year that suggests itself.
std::optional<Timex> resolve_numeric_weekday(const Rule&, const Match&, const Context&);
/// "9/11", the day, and no other number over a number.
std::optional<Timex> resolve_september_11(const Rule&, const Match&, const Context&);
std::optional<Timex> resolve_dotted_date(const Rule&, const Match&, const Context&);

// resolve_jalali.cpp

/// A date of Iran's calendar whose year has two digits, in Persian text: the argument says which of
/// the numbers is the year; day, month or season may be missing.
std::optional<Timex> resolve_short_jalali(const Rule&, const Match&, const Context&);
/// A year of the CalendarKind that is the argument: "the Iranian year 1397", "1439 AH".
std::optional<Timex> resolve_year_of_calendar(const Rule&, const Match&, const Context&);
/// The year `argument` years from today, in Persian text one of Iran's calendar: "last year" in a
/// word.
std::optional<Timex> resolve_year_from_today(const Rule&, const Match&, const Context&);
/// "the decade of 1360", "of sixty": in Persian text one of Iran's calendar.
std::optional<Timex> resolve_persian_decade(const Rule&, const Match&, const Context&);
/// The year or month of that calendar so many from the one that `today` lies in.
std::optional<Timex> jalali_unit(Day today, Unit unit, std::int32_t shift);
/// A month, 1..12, of a year of that calendar.
std::optional<Timex> jalali_month(int year, int month);
/// 0 (spring) .. 3 (winter) of a year of that calendar, whose seasons end with its third months.
std::optional<Timex> jalali_season(int year, int season);

// resolve_relative.cpp

std::optional<Timex> resolve_weekday(const Rule&, const Match&, const Context&);
/// "Monday to Wednesday": the first, and as `until` the day of the second after it.
std::optional<Timex> resolve_two_weekdays(const Rule&, const Match&, const Context&);
/// "yesterday": days from today, plus the argument.
std::optional<Timex> resolve_relative_day(const Rule&, const Match&, const Context&);
/// "this morning", "last night", "tonight".
std::optional<Timex> resolve_daypart_today(const Rule&, const Match&, const Context&);
/// "the next morning", "that night", "the evening": of the day spoken of.
std::optional<Timex> resolve_daypart_then(const Rule&, const Match&, const Context&);
/// "last year": a unit (or, without one, the argument) from today; the deictic says how far.
std::optional<Timex> resolve_relative_unit(const Rule&, const Match&, const Context&);
/// "the previous year": the same from what was spoken of; without an anaphoric word, the argument.
std::optional<Timex> resolve_anaphoric_unit(const Rule&, const Match&, const Context&);
/// The unit `argument` units from today: "the year", "the week after next".
std::optional<Timex> resolve_unit_from_today(const Rule&, const Match&, const Context&);
/// "two years ago", "two months later".
std::optional<Timex> resolve_shift(const Rule&, const Match&, const Context&);
/// "a year and a half ago", "half a century earlier": the argument is the amount in thousandths.
std::optional<Timex> resolve_part_shift(const Rule&, const Match&, const Context&);
/// "the weekend": the last one, unless it is on, or the sentence looks ahead.
std::optional<Timex> resolve_weekend(const Rule&, const Match&, const Context&);
/// A season, a quarter or a half (the argument is the Unit), of a year that is said or suggested.
std::optional<Timex> resolve_part_of_year(const Rule&, const Match&, const Context&);
/// PAST_REF, PRESENT_REF, FUTURE_REF: of the reference word, or of the argument.
std::optional<Timex> resolve_reference(const Rule&, const Match&, const Context&);

// resolve_duration.cpp

/// "two years", "the past decade"; without a number, the argument says thousandths of the unit, and
/// 0 stands for nobody knows how many.
std::optional<Timex> resolve_duration(const Rule&, const Match&, const Context&);
/// The same of a stretch up to the day of publication, or from it on: "the past decade", "the next
/// two weeks". TIMEX3 calls these durations ("P1DE", not the decade 201) that are anchored there,
/// as TimeBank has them; the days are those of the stretch. Without a deictic it is a past one.
std::optional<Timex> resolve_stretch(const Rule&, const Match&, const Context&);
/// "three years and two months".
std::optional<Timex> resolve_two_durations(const Rule&, const Match&, const Context&);
/// "daily", "every two weeks", "every Monday", "twice a week".
std::optional<Timex> resolve_set(const Rule&, const Match&, const Context&);

// resolve_clock.cpp

/// "10 p.m. EST", "10:30 Friday", "noon": on the day that is said, or spoken of, or today. The
/// argument is how many numbers the time takes without seconds.
std::optional<Timex> resolve_clock(const Rule&, const Match&, const Context&);
/// A date and the time after it: "May 3, 2018 14:05", "Thu, 03 May 2018 14:05:00 GMT".
std::optional<Timex> resolve_date_clock(const Rule&, const Match&, const Context&);
/// `date` with the time that stands in the match with a colon; the date as it is without one,
/// nullopt where no clock shows it.
std::optional<Timex> with_clock(Timex date, const Match& match);
/// `date` at a minute of the day, and a second if there is one; nullopt for what no clock shows.
std::optional<Timex> at_minute(Timex date, int minute, std::optional<int> second);

}  // namespace newsdex
