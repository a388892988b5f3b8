// Rules for dates that the calendar names.
#include "dates/admissions.hpp"
#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

constexpr auto kCalendarRules = std::to_array<Rule>({
    {"iso-datetime", "YEAR - MM - ISOTAIL : SS : SS?", resolve_iso_date},
    {"iso-datetime", "YEAR - MM - DAYNUM HH : SS : SS? ZONE?", resolve_iso_date},
    {"iso-date", "YEAR - MM - DAYNUM", resolve_iso_date},
    {"iso-date", "YEAR / MM / DAYNUM", resolve_iso_date},
    {"numeric-date", "NN / NN / YEAR", resolve_numeric_date},
    {"numeric-date", "NN - NN - YEAR", resolve_numeric_date},
    {"numeric-date", "NN / NN / YY", resolve_numeric_date},
    {"september-11", "DAYNUM / DAYNUM", resolve_september_11},
    {"dotted-date", "DOTTED", resolve_dotted_date},

    {"month-days", "WEEKDAY? , MONTH DAYNUM - DAYNUM , YEAR?", resolve_two_dates},
    {"month-days", "MONTH DAYNUM to|until|till|through|and DAYNUM , YEAR", resolve_two_dates},
    {"month-days", "MONTH DAYNUM to|until|till|through|and DAYNUM", resolve_two_dates, 0,
     after_from},
    {"days-month", "DAYNUM - DAYNUM of? MONTH , YEAR?", resolve_two_dates},
    {"days-month", "DAYNUM and|to DAYNUM MONTH , YEAR?", resolve_two_dates},
    {"days-month", "WEEKDAY? , DAYNUM MONTH - DAYNUM MONTH , YEAR", resolve_two_dates},
    {"days-month", "DAYNUM MONTH and|to|until|till|through DAYNUM MONTH , YEAR", resolve_two_dates},
    {"month-days", "MONTH DAYNUM and|to|until|till|through MONTH DAYNUM , YEAR", resolve_two_dates},
    {"month-month-year", "MONTH - MONTH , YEAR", resolve_two_dates},
    {"month-month-year", "MONTH / MONTH , YEAR", resolve_two_dates},
    {"month-month-year", "MONTH and|or|to|through MONTH , YEAR", resolve_two_dates},
    {"month-days", "MONTH DAYNUM - MONTH DAYNUM , YEAR?", resolve_two_dates},
    {"month-day-year", "WEEKDAY? , MONTH the? DAY , YEAR", resolve_date},
    {"month-day-of-year", "WEEKDAY? , MONTH the? DAY of? DEICTIC|ANAPHORIC YEARUNIT", resolve_date},
    {"month-day-of-year", "WEEKDAY? , MONTH the? DAY of the ANAPHORIC YEARUNIT", resolve_date},
    {"month-day", "WEEKDAY? , MONTH the? DAY", resolve_date},
    {"day-month-year", "WEEKDAY? , DAY of? MONTH , YEAR", resolve_date},
    {"day-month-of-year", "WEEKDAY? , DAY of? MONTH of? DEICTIC|ANAPHORIC YEARUNIT", resolve_date},
    {"day-month", "WEEKDAY? , DAY of? MONTH", resolve_date},
    {"the-day-month-year", "WEEKDAY? , the DAY of MONTH , YEAR", resolve_date},
    {"the-day-month-year", "WEEKDAY? , the ORD MONTH , YEAR", resolve_date},
    {"the-day-month", "WEEKDAY? , the DAY of MONTH", resolve_date},
    {"the-day-month", "WEEKDAY? , the ORD MONTH", resolve_date},
    {"month-year", "MONTH of? , YEAR", resolve_date},
    {"month-of-year", "MONTH of? DEICTIC|ANAPHORIC YEARUNIT", resolve_date},
    {"month-of-year", "MONTH of? the ANAPHORIC YEARUNIT", resolve_date},
    {"deictic-month", "DEICTIC MONTH", resolve_deictic_month},
    {"month", "MONTH", resolve_date, 0, admits_month},

    {"daypart-of-date", "the? EARLYLATE? DAYPART hours? of MONTH DAY , YEAR?",
     resolve_daypart_of_date},
    {"daypart-of-date", "the? EARLYLATE? DAYPART hours? of the? DAY of? MONTH , YEAR?",
     resolve_daypart_of_date},
    {"date-daypart", "MONTH DAY , YEAR? , DAYPART", resolve_daypart_of_date},
    {"weekday-daypart", "DEICTIC? WEEKDAY , DAYPART", resolve_daypart_of_date},
    {"holiday-daypart", "HOLIDAY DAYPART", resolve_daypart_of_date},
    {"daypart-of-weekday", "the? DAYPART of WEEKDAY", resolve_daypart_of_date},
    {"early-hours", "the? early hours of WEEKDAY", resolve_daypart_of_date},
    {"early-hours", "the? early hours of MONTH DAY , YEAR?", resolve_daypart_of_date},

    {"years-bc", "OLDYEAR - OLDYEAR bc|bce", resolve_two_years, -1},
    {"season-bc", "the? SEASON of? OLDYEAR bc|bce", resolve_bc, code_of(Unit::season)},
    {"year-bc", "MONTH? OLDYEAR bc|bce", resolve_bc, code_of(Unit::year)},
    {"decade-bc", "the? DECADE bc|bce", resolve_bc, code_of(Unit::decade)},
    {"century-bc", "the? ORD century bc|bce", resolve_bc, code_of(Unit::century)},
    {"fiscal-year", "the? fiscal year? YEAR", resolve_year},
    {"year-end", "year-end|year end YEAR", resolve_year},
    {"calendar-year", "the? calendar|year YEAR", resolve_year},
    {"years", "YEAR - YY", resolve_two_years, 0, admits_year},
    {"year", "YEAR", resolve_year, 0, admits_year},
    {"decade", "the? EARLYLATE? DECADE", resolve_decade, 0, admits_decade},
    {"century", "the? EARLYLATE? ORD century ad|ce?", resolve_century},

    {"holiday", "HOLIDAY of? , YEAR", resolve_holiday},
    {"holiday", "DEICTIC HOLIDAY", resolve_holiday},
    {"holiday", "HOLIDAY", resolve_holiday, 0, admits_holiday},

    {"season-year", "the? SEASON of? , YEAR", resolve_part_of_year, code_of(Unit::season)},
    {"season-of-year", "the? SEASON of? DEICTIC|ANAPHORIC YEARUNIT", resolve_part_of_year,
     code_of(Unit::season)},
    {"season-of-year", "the? SEASON of the ANAPHORIC YEARUNIT", resolve_part_of_year,
     code_of(Unit::season)},
    {"deictic-season", "DEICTIC SEASON", resolve_part_of_year, code_of(Unit::season)},
    {"anaphoric-season", "that same SEASON", resolve_part_of_year, code_of(Unit::season)},
    {"anaphoric-season", "the? ANAPHORIC SEASON", resolve_part_of_year, code_of(Unit::season)},
    {"season", "the? SEASON", resolve_part_of_year, code_of(Unit::season), admits_season},

    {"quarter", "the? fiscal? QUARTER fiscal? quarter of? fiscal? YEAR", resolve_part_of_year,
     code_of(Unit::quarter)},
    {"quarter", "the? QUARTER fiscal? quarter of? DEICTIC|ANAPHORIC fiscal? YEARUNIT",
     resolve_part_of_year, code_of(Unit::quarter)},
    {"quarter", "the? QUARTER fiscal? quarter of the year", resolve_part_of_year,
     code_of(Unit::quarter)},
    {"quarter", "the|this|its|their? fiscal? QUARTER fiscal? quarter", resolve_part_of_year,
     code_of(Unit::quarter)},
    {"quarter", "Q of? , YEAR", resolve_part_of_year, code_of(Unit::quarter)},
    {"quarter", "YEAR Q", resolve_part_of_year, code_of(Unit::quarter)},
    {"quarter", "Q", resolve_part_of_year, code_of(Unit::quarter)},
    {"half", "the? HALF half of YEAR", resolve_part_of_year, code_of(Unit::half)},
    {"half", "the? HALF half of DEICTIC|ANAPHORIC fiscal? YEARUNIT", resolve_part_of_year,
     code_of(Unit::half)},
    {"half", "the? HALF half of the year", resolve_part_of_year, code_of(Unit::half)},
    {"half", "the HALF half", resolve_part_of_year, code_of(Unit::half), not_before_of},

    {"half-of-month", "the? HALF half of MONTH , YEAR?", resolve_part_of_month,
     code_of(Unit::half)},
    {"week-of-month", "the ORD|last|final WEEKUNIT of MONTH , YEAR?", resolve_part_of_month,
     code_of(Unit::week)},
});

}  // namespace

std::span<const Rule> calendar_rules() {
  return kCalendarRules;
}

}  // namespace newsdex
