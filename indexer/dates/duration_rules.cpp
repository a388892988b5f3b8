// Rules for durations and for what is repeated. The argument of a duration without a number is its
// length in thousandths of the unit; 0 is an unknown one.
#include "dates/admissions.hpp"
#include "dates/resolvers.hpp"

namespace newsdex {
namespace {

constexpr int kHalf = 500;
constexpr int kOneAndHalf = 1500;

constexpr auto kDurations = std::to_array<Rule>({
    {"duration", "a|an? QTY UNITS", resolve_duration, 0, admits_duration},
    {"duration", "QTY UNIT", resolve_duration, 0, admits_duration},
    {"duration", "the|this|these|those|a? QTY UNITS", resolve_duration, 0, admits_duration},
    {"duration-of-age", "QTY UNITS of age", resolve_duration},
    {"duration-old", "QTY ANYUNIT old", resolve_duration},
    {"duration-long", "QTY ANYUNIT long", resolve_duration},
    {"duration-long", "UNIT long", resolve_duration, kOne},
    {"duration-long", "UNITS long", resolve_duration, 0},
    {"duration-long", "LASTING", resolve_duration, kOne},
    {"duration-more",
     "a|an|the? QTY more|additional|consecutive|straight|full|whole|long|business|working|"
     "calendar|trading|solid|extra|other|successive|short ANYUNIT",
     resolve_duration},
    {"one-unit", "a|an|another|one UNIT", resolve_duration, kOne, admits_duration},
    {"one-unit", "a|an|one full|whole|entire|single|further|additional|extra UNIT",
     resolve_duration, kOne},
    {"one-unit", "the whole|entire|full UNIT", resolve_duration, kOne},
    {"one-unit", "all UNIT", resolve_duration, kOne},
    {"one-and-half", "a|an|one UNIT and a half", resolve_duration, kOneAndHalf},
    {"half-unit", "a? half a|an? UNIT", resolve_duration, kHalf},
    {"another", "another|additional QTY UNITS", resolve_duration},
    {"range", "QTY to|or NUM ANYUNIT", resolve_duration},
    {"range", "a|an UNIT or two", resolve_duration, 0},
    {"range", "NUM - NUM ANYUNIT", resolve_duration},
    {"two-units", "NUM ANYUNIT , and? NUM ANYUNIT", resolve_two_durations},
    {"units", "the|those|these? UNITS", resolve_duration, 0, admits_duration},

    {"past-units", "the|this|these|its|his|her|their? DEICTIC QTY? UNITS", resolve_stretch, 0,
     admits_past_units},
    {"past-units", "the|this|these|its|his|her|their? ANAPHORIC QTY? UNITS", resolve_duration, 0},
    {"past-units", "the QTY DEICTIC|ANAPHORIC UNITS", resolve_duration, 0},
    {"ordinal-units", "the|its|his|her|their first|final|initial|opening|closing QTY? UNITS",
     resolve_duration, 0},
    {"ordinal-units", "the first|last QTY UNITS of YEAR", resolve_duration, 0},
    {"ordinal-units", "the first|last QTY UNITS of the|this|last year", resolve_duration, 0},

    {"frequency", "FREQ", resolve_set},
    {"every-unit", "EVERY UNIT", resolve_set, kOne},
    {"every-unit", "EVERY single UNIT", resolve_set, kOne},
    {"every-unit", "every other UNIT", resolve_set, 2 * kOne},
    {"every-units", "EVERY QTY UNITS", resolve_set},
    {"every-named", "EVERY WEEKDAY|DAYPART|MONTH|SEASON", resolve_set},
    {"every-daypart", "EVERY WEEKDAY DAYPART", resolve_set},
    {"weekdays", "WEEKDAYS", resolve_set},
    {"weekdays", "WEEKDAY DAYPARTS", resolve_set},
    {"weekends", "weekends", resolve_set, kOne},
    {"per-unit", "per|once|twice UNIT", resolve_set, kOne},
    {"per-unit", "once|twice a|an|per|every|each UNIT", resolve_set, kOne},
    {"per-unit", "NUM times a|an|per|every|each UNIT", resolve_set, kOne},
    {"rate", "a|an UNIT", resolve_set, kOne, admits_rate},
});

}  // namespace

std::span<const Rule> duration_rules() {
  return kDurations;
}

}  // namespace newsdex
