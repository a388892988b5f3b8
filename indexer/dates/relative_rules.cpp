// Rules for dates counted from today or from the date spoken of last, and for vague ones.
#include "dates/admissions.hpp"
#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

constexpr auto kRelativeRules = std::to_array<Rule>({
    {"deictic-weekday", "this coming|past WEEKDAY", resolve_weekday},
    {"deictic-weekday", "DEICTIC WEEKDAY", resolve_weekday},
    {"weekday-of-week", "WEEKDAY of? DEICTIC WEEKUNIT", resolve_weekday},
    {"anaphoric-weekday", "the ANAPHORIC WEEKDAY", resolve_weekday},
    {"two-weekdays", "WEEKDAY to|through|until|till WEEKDAY", resolve_two_weekdays},
    {"two-weekdays", "WEEKDAY and WEEKDAY", resolve_two_weekdays, 0, after_between},
    {"weekday", "WEEKDAY", resolve_weekday, 0, admits_weekday},

    {"relative-day", "RELDAY", resolve_relative_day},
    {"relative-day", "RELDAY DAYPART", resolve_relative_day},
    {"relative-day", "the day before RELDAY", resolve_relative_day, -1},
    {"relative-day", "the day after RELDAY", resolve_relative_day, 1},
    {"tonight", "TONIGHT", resolve_daypart_today, 0},
    {"deictic-daypart", "EARLYLATE? LAST|THIS DAYPART", resolve_daypart_today, 0},
    {"next-daypart", "the next DAYPART", resolve_daypart_then, 1},
    {"anaphoric-daypart", "the? ANAPHORIC DAYPART", resolve_daypart_then},
    {"daypart", "the DAYPART", resolve_daypart_then, 0, after_preposition},
    {"night", "night", resolve_set, 0, after_at},

    {"past-unit", "the past UNIT", resolve_stretch, kOne},
    {"past-unit", "the last LONGUNIT", resolve_stretch, kOne},
    {"past-unit", "this? past DECADEUNIT|CENTURYUNIT", resolve_stretch, kOne},
    {"past-unit", "last DECADEUNIT", resolve_stretch, kOne},
    {"next-unit", "the next UNIT", resolve_anaphoric_unit, 1},
    {"deictic-unit", "the? EARLYLATE? DEICTIC UNIT", resolve_relative_unit},
    {"deictic-year", "DEICTIC fiscal|calendar|school|academic year", resolve_relative_unit,
     code_of(Unit::year)},
    {"deictic-year", "the THIS fiscal|calendar|school|academic year", resolve_relative_unit,
     code_of(Unit::year)},
    {"this-past-unit", "this LAST|NEXT UNIT", resolve_relative_unit},
    {"unit-before-last", "the UNIT before last", resolve_unit_from_today, -2},
    {"unit-after-next", "the UNIT after next", resolve_unit_from_today, 2},
    {"anaphoric-unit", "the? ANAPHORIC UNIT", resolve_anaphoric_unit},
    {"anaphoric-unit", "that same UNIT", resolve_anaphoric_unit, 0},
    {"unit-before", "the UNIT before|earlier|previous", resolve_anaphoric_unit, -1, ends_clause},
    {"unit-after", "the UNIT after|later|following", resolve_anaphoric_unit, 1, ends_clause},
    {"weekend", "the weekend", resolve_weekend},
    {"unit", "the UNIT", resolve_unit_from_today, 0, admits_unit},
    {"unit-end", "the? UNIT end", resolve_unit_from_today, 0},
    {"year-ago-period", "the? UNIT ago|earlier quarter|period|month|week|level",
     resolve_unit_from_today, -1},

    {"shift", "a|an|one UNIT AGO|APART", resolve_shift},
    {"shift", "a|an? QTY UNITS AGO|APART", resolve_shift},
    {"shift", "NUM UNIT AGO|APART", resolve_shift},
    {"shift", "a|an|one UNIT and a half AGO|APART", resolve_part_shift, 1500},
    {"shift", "half a|an UNIT AGO|APART", resolve_part_shift, 500},
    {"shift", "UNITS AGO|APART", resolve_shift},
    {"shift-day", "a|an UNIT AGO RELDAY", resolve_shift},
    {"shift-day", "QTY UNITS AGO RELDAY|WEEKDAY", resolve_shift},
    {"shift-before", "a|an|one UNIT before", resolve_shift, -1, ends_clause},
    {"shift-before", "QTY UNITS before|prior", resolve_shift, -1, ends_clause},
    {"shift-after", "QTY UNITS after|on", resolve_shift, 1, ends_clause},
    {"shift-from-today", "QTY UNITS from today|now|RELDAY", resolve_shift, 1},
    {"long-ago", "long|moments AGO", resolve_reference, -1},

    {"recent-units", "recent UNITS", resolve_reference, -1},
    {"recent-units", "the recent past", resolve_reference, -1},
    {"coming-units", "the? coming|upcoming UNITS", resolve_reference, 1},
    {"units-ahead", "the? UNITS ahead", resolve_reference, 1},
    {"units-to-come", "UNITS to come", resolve_reference, 1},
    {"past", "the past", resolve_reference, -1, admits_past},
    {"future", "the? near|foreseeable|immediate|distant? future", resolve_reference, 1,
     admits_reference},
    {"present", "the present", resolve_reference, 0, ends_clause},
    {"present", "the moment", resolve_reference, 0, after_at},
    {"present", "the? present day", resolve_reference, 0},
    {"present", "the time being", resolve_reference, 0},
    {"these-days", "these days", resolve_reference, 0},
    {"reference", "REF", resolve_reference, 0, admits_reference},
});

constexpr auto kPrefixes = std::to_array<Prefix>({
    {"early in?", {"START"}, true},
    {"earlier in?", {"START", true}, true},
    {"the? early", {"START"}, true},
    {"the? beginning|start|outset of", {"START"}, true},
    {"the early part of", {"START"}, true},
    {"the first part of", {"START"}, true},
    {"the? mid", {"MID"}, true},
    {"the? middle of", {"MID"}, true},
    {"late in?", {"END"}, true},
    {"later in?", {"END", true}, true},
    {"the? late", {"END"}, true},
    {"the? end|close of", {"END"}, true},
    {"the latter|last|later part of", {"END"}, true},
    {"the rest|remainder of", {"END"}, true},
    {"اوایل", {"START"}, true},
    {"اواسط", {"MID"}, true},
    {"اواخر", {"END"}, true},
    {"about|around|approximately|roughly|circa|ca", {"APPROX"}, true, true},
    {"nearly|almost", {"LESS_THAN"}, false, true},
    {"some", {"APPROX"}, false, true},
    {"an estimated", {"APPROX"}, false, true},
    {"the|a? more than", {"MORE_THAN"}, false, true},
    {"well? over", {"MORE_THAN"}, false, true},
    {"just over", {"MORE_THAN"}, false, true},
    {"less|fewer than", {"LESS_THAN"}, false, true},
    {"just? under", {"LESS_THAN"}, false, true},
    {"at least", {"EQUAL_OR_MORE"}, false, true},
    {"at most", {"EQUAL_OR_LESS"}, false, true},
    {"no more than", {"EQUAL_OR_LESS"}, false, true},
    {"up to", {"EQUAL_OR_LESS"}, false, true},
    {"as long|little|much as", {"APPROX"}, false, true},
});

}  // namespace

std::span<const Rule> relative_rules() {
  return kRelativeRules;
}

std::span<const Prefix> prefixes() {
  return kPrefixes;
}

}  // namespace newsdex
