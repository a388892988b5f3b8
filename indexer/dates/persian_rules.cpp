// Rules for Persian text, which puts "last" and "ago" after the unit and the year after "سال". What
// is written day, month, year is read by the rules for European dates.
#include "dates/admissions.hpp"
#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

constexpr auto kPersianRules = std::to_array<Rule>({
    {"day-month-year", "WEEKDAY? , DAY MONTH ماه? سال? YEAR", resolve_date},
    {"day-month", "WEEKDAY? , DAY MONTH ماه?", resolve_date},
    {"month-year", "MONTH ماه? سال? YEAR", resolve_date},
    {"month-of-year", "MONTH ماه? سال DEICTIC", resolve_date, 0},
    {"day-month-year", "WEEKDAY? , DAY MONTH ماه? سال? YY", resolve_short_jalali, 1},
    {"month-year", "MONTH ماه? سال? YY", resolve_short_jalali},
    {"month-year", "ماه MONTH سال? YEAR", resolve_date},
    {"month", "MONTH ماه", resolve_date},
    {"month", "ماه MONTH", resolve_date},
    {"numeric-date", "YY / MM / DAYNUM", resolve_short_jalali},
    {"year", "سال YEAR", resolve_year},
    {"year", "سال YY", resolve_short_jalali},
    {"year", "سالهای YEAR", resolve_year},
    {"season-year", "SEASON سال YEAR", resolve_part_of_year, code_of(Unit::season)},
    {"season-year", "SEASON سال? YY", resolve_short_jalali},
    {"season-of-year", "SEASON YEARUNIT DEICTIC", resolve_part_of_year, code_of(Unit::season)},
    {"deictic-season", "SEASON DEICTIC", resolve_part_of_year, code_of(Unit::season)},
    {"holiday", "HOLIDAY سال YEAR", resolve_holiday},
    {"deictic-unit", "UNIT گذشته|پیش|قبل", resolve_unit_from_today, -1},
    {"deictic-unit", "UNIT اینده|بعد", resolve_unit_from_today, 1},
    {"deictic-unit", "UNIT جاری", resolve_unit_from_today, 0},
    {"deictic-unit", "این UNIT", resolve_unit_from_today, 0},
    {"deictic-year", "پارسال", resolve_year_from_today, -1},
    {"deictic-year", "امسال", resolve_year_from_today, 0},
    {"shift", "QTY UNIT AGO|APART", resolve_shift},
    {"past-units", "QTY UNIT گذشته|اخیر", resolve_stretch, 0},
    {"past-units", "QTY UNIT اینده", resolve_duration, 0},
    {"weekday", "WEEKDAY WEEKUNIT DEICTIC", resolve_weekday},
    {"deictic-weekday", "WEEKDAY DEICTIC", resolve_weekday},
    {"weekday-daypart", "DAYPART WEEKDAY|RELDAY", resolve_daypart_of_date},
    {"clock", "ساعت HH : SS", resolve_clock, 2},
    {"clock", "ساعت HH", resolve_clock, 1},
    {"every-unit", "EVERY UNIT", resolve_set, 1000},
    {"two-weekdays", "WEEKDAY تا|الی WEEKDAY", resolve_two_weekdays},
    {"decade", "دهه DECADE", resolve_decade},
    {"decade", "دهه NUM", resolve_persian_decade},
    {"days-month", "DAYNUM تا|الی|و DAYNUM MONTH ماه? سال? YEAR", resolve_two_dates},
    {"days-month", "DAYNUM تا|الی DAYNUM MONTH", resolve_two_dates},
});

}  // namespace

std::span<const Rule> persian_rules() {
  return kPersianRules;
}

}  // namespace newsdex
