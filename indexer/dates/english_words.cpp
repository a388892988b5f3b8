#include <array>

#include "dates/granule.hpp"
#include "dates/time_lexicon.hpp"

namespace newsdex {
namespace {

constexpr auto kWords = std::to_array<LexiconRow>({
    {Kind::month, 1, "january jan"},
    {Kind::month, 2, "february feb"},
    {Kind::month, 3, "march mar"},
    {Kind::month, 4, "april apr"},
    {Kind::month, 5, "may"},
    {Kind::month, 6, "june jun"},
    {Kind::month, 7, "july jul"},
    {Kind::month, 8, "august aug"},
    {Kind::month, 9, "september sept sep"},
    {Kind::month, 10, "october oct"},
    {Kind::month, 11, "november nov"},
    {Kind::month, 12, "december dec"},

    {Kind::jalali_month, 1, "farvardin"},
    {Kind::jalali_month, 2, "ordibehesht"},
    {Kind::jalali_month, 3, "khordad"},
    {Kind::jalali_month, 4, "tir"},
    {Kind::jalali_month, 5, "mordad amordad"},
    {Kind::jalali_month, 6, "shahrivar"},
    {Kind::jalali_month, 7, "mehr"},
    {Kind::jalali_month, 8, "aban"},
    {Kind::jalali_month, 9, "azar"},
    {Kind::jalali_month, 10, "dey"},
    {Kind::jalali_month, 11, "bahman"},
    {Kind::jalali_month, 12, "esfand"},

    {Kind::hijri_month, 1, "muharram moharram"},
    {Kind::hijri_month, 2, "safar"},
    {Kind::hijri_month, 3, "rabi_al_awwal rabi_ul_awwal"},
    {Kind::hijri_month, 4, "rabi_al_thani rabi_ul_thani"},
    {Kind::hijri_month, 5, "jumada_al_awwal"},
    {Kind::hijri_month, 6, "jumada_al_thani"},
    {Kind::hijri_month, 7, "rajab"},
    {Kind::hijri_month, 8, "shaban shaaban"},
    {Kind::hijri_month, 9, "ramadan ramazan"},
    {Kind::hijri_month, 10, "shawwal"},
    {Kind::hijri_month, 11, "dhu_al_qadah zulqadah"},
    {Kind::hijri_month, 12, "dhu_al_hijjah zulhijjah"},

    {Kind::weekday, 0, "monday mon"},
    {Kind::weekday, 1, "tuesday tue tues"},
    {Kind::weekday, 2, "wednesday wed"},
    {Kind::weekday, 3, "thursday thu thur thurs"},
    {Kind::weekday, 4, "friday fri"},
    {Kind::weekday, 5, "saturday sat"},
    {Kind::weekday, 6, "sunday sun"},
    {Kind::weekdays, 0, "mondays"},
    {Kind::weekdays, 1, "tuesdays"},
    {Kind::weekdays, 2, "wednesdays"},
    {Kind::weekdays, 3, "thursdays"},
    {Kind::weekdays, 4, "fridays"},
    {Kind::weekdays, 5, "saturdays"},
    {Kind::weekdays, 6, "sundays"},

    {Kind::units, code_of(Unit::second), "seconds"},
    {Kind::unit, code_of(Unit::minute), "minute min"},
    {Kind::units, code_of(Unit::minute), "minutes mins"},
    {Kind::unit, code_of(Unit::hour), "hour hr"},
    {Kind::units, code_of(Unit::hour), "hours hrs"},
    {Kind::unit, code_of(Unit::day), "day"},
    {Kind::units, code_of(Unit::day), "days"},
    {Kind::unit, code_of(Unit::weekend), "weekend"},
    {Kind::units, code_of(Unit::weekend), "weekends"},
    {Kind::unit, code_of(Unit::week), "week"},
    {Kind::units, code_of(Unit::week), "weeks"},
    {Kind::unit, code_of(Unit::month), "month"},
    {Kind::units, code_of(Unit::month), "months"},
    {Kind::unit, code_of(Unit::quarter), "quarter"},
    {Kind::units, code_of(Unit::quarter), "quarters"},
    {Kind::unit, code_of(Unit::year), "year"},
    {Kind::units, code_of(Unit::year), "years"},
    {Kind::unit, code_of(Unit::decade), "decade"},
    {Kind::units, code_of(Unit::decade), "decades"},
    {Kind::unit, code_of(Unit::century), "century"},
    {Kind::units, code_of(Unit::century), "centuries"},
    {Kind::unit, code_of(Unit::millennium), "millennium"},
    {Kind::units, code_of(Unit::millennium), "millennia millenniums"},
    {Kind::lasting, code_of(Unit::hour), "hourlong"},
    {Kind::lasting, code_of(Unit::day), "daylong"},
    {Kind::lasting, code_of(Unit::week), "weeklong"},
    {Kind::lasting, code_of(Unit::month), "monthlong"},
    {Kind::lasting, code_of(Unit::year), "yearlong"},

    {Kind::season, 0, "spring springtime"},
    {Kind::season, 1, "summer summertime"},
    {Kind::season, 2, "autumn fall"},
    {Kind::season, 3, "winter wintertime"},
    {Kind::quarter_name, 1, "q1"},
    {Kind::quarter_name, 2, "q2"},
    {Kind::quarter_name, 3, "q3"},
    {Kind::quarter_name, 4, "q4"},

    {Kind::daypart, code_of(DayPart::morning), "morning"},
    {Kind::daypart, code_of(DayPart::midday), "midday"},
    {Kind::daypart, code_of(DayPart::afternoon), "afternoon"},
    {Kind::daypart, code_of(DayPart::evening), "evening"},
    {Kind::daypart, code_of(DayPart::night), "night nighttime"},
    {Kind::dayparts, code_of(DayPart::morning), "mornings"},
    {Kind::dayparts, code_of(DayPart::afternoon), "afternoons"},
    {Kind::dayparts, code_of(DayPart::evening), "evenings"},
    {Kind::dayparts, code_of(DayPart::night), "nights"},
    {Kind::relative_day, 0, "today"},
    {Kind::relative_day, -1, "yesterday"},
    {Kind::relative_day, 1, "tomorrow"},
    {Kind::tonight, code_of(DayPart::night), "tonight overnight"},

    {Kind::decade, 20, "twenties"},
    {Kind::decade, 30, "thirties"},
    {Kind::decade, 40, "forties"},
    {Kind::decade, 50, "fifties"},
    {Kind::decade, 60, "sixties"},
    {Kind::decade, 70, "seventies"},
    {Kind::decade, 80, "eighties"},
    {Kind::decade, 90, "nineties"},

    {Kind::early_late, 0, "early"},
    {Kind::early_late, 1, "mid"},
    {Kind::early_late, 2, "late"},
    {Kind::early_late, 3, "earlier"},
    {Kind::early_late, 4, "later"},
    {Kind::deictic, -1, "last past latest"},
    {Kind::deictic, 0, "this current"},
    {Kind::deictic, 1, "next coming upcoming"},
    {Kind::anaphoric, -1, "previous preceding prior"},
    {Kind::anaphoric, 0, "same that"},
    {Kind::anaphoric, 1, "following subsequent ensuing succeeding"},
    {Kind::ago, -1, "ago"},
    {Kind::ago, 1, "hence from_now"},
    {Kind::apart, -1, "earlier previously beforehand"},
    {Kind::apart, 1, "later afterward afterwards thereafter"},
    {Kind::vague, 0,
     "few several many couple dozen dozens numerous some countless couple_of dozens_of"},
    {Kind::reference, -1, "recently lately recent"},
    {Kind::reference, 0,
     "now currently current nowadays presently right_now at_present_time just_now"},
    {Kind::every, 0, "every each"},

    {Kind::frequency, 0, "daily nightly everyday"},
    {Kind::frequency, 1, "weekly"},
    {Kind::frequency, 2, "monthly"},
    {Kind::frequency, 3, "quarterly"},
    {Kind::frequency, 4, "annual annually yearly"},
    {Kind::frequency, 5, "hourly"},
    {Kind::frequency, 6, "biweekly fortnightly"},
    {Kind::frequency, 7, "semiannual semiannually biannual semi_annual"},
    {Kind::frequency, 8, "biennial"},
    {Kind::frequency, 9, "bimonthly"},

    {Kind::meridiem, 0, "am"},
    {Kind::meridiem, 12, "pm"},
    {Kind::zone, 0, "gmt utc est edt et cst cdt ct mst mdt pst pdt bst cet cest irst irdt ist"},
    {Kind::clock, 720, "noon noontime"},
    {Kind::clock, 0, "midnight"},

    {Kind::number, 0, "zero"},
    {Kind::number, 1, "one"},
    {Kind::number, 2, "two"},
    {Kind::number, 3, "three"},
    {Kind::number, 4, "four"},
    {Kind::number, 5, "five"},
    {Kind::number, 6, "six"},
    {Kind::number, 7, "seven"},
    {Kind::number, 8, "eight"},
    {Kind::number, 9, "nine"},
    {Kind::number, 10, "ten"},
    {Kind::number, 11, "eleven"},
    {Kind::number, 12, "twelve"},
    {Kind::number, 13, "thirteen"},
    {Kind::number, 14, "fourteen"},
    {Kind::number, 15, "fifteen"},
    {Kind::number, 16, "sixteen"},
    {Kind::number, 17, "seventeen"},
    {Kind::number, 18, "eighteen"},
    {Kind::number, 19, "nineteen"},
    {Kind::number, 20, "twenty"},
    {Kind::number, 30, "thirty"},
    {Kind::number, 40, "forty"},
    {Kind::number, 50, "fifty"},
    {Kind::number, 60, "sixty"},
    {Kind::number, 70, "seventy"},
    {Kind::number, 80, "eighty"},
    {Kind::number, 90, "ninety"},
    {Kind::number, 100, "hundred"},
    {Kind::number, 1000, "thousand"},
    {Kind::ordinal, 1, "first"},
    {Kind::ordinal, 2, "second latter"},
    {Kind::ordinal, 3, "third"},
    {Kind::ordinal, 4, "fourth"},
    {Kind::ordinal, 5, "fifth"},
    {Kind::ordinal, 6, "sixth"},
    {Kind::ordinal, 7, "seventh"},
    {Kind::ordinal, 8, "eighth"},
    {Kind::ordinal, 9, "ninth"},
    {Kind::ordinal, 10, "tenth"},
    {Kind::ordinal, 11, "eleventh"},
    {Kind::ordinal, 12, "twelfth"},
    {Kind::ordinal, 13, "thirteenth"},
    {Kind::ordinal, 14, "fourteenth"},
    {Kind::ordinal, 15, "fifteenth"},
    {Kind::ordinal, 16, "sixteenth"},
    {Kind::ordinal, 17, "seventeenth"},
    {Kind::ordinal, 18, "eighteenth"},
    {Kind::ordinal, 19, "nineteenth"},
    {Kind::ordinal, 20, "twentieth"},
    {Kind::ordinal, 30, "thirtieth"},
});

constexpr auto kFrequencies = std::to_array<std::string_view>(
    {"P1D", "P1W", "P1M", "P3M", "P1Y", "PT1H", "P2W", "P6M", "P2Y", "P2M"});

constexpr auto kEarlyLate =
    std::to_array<Modifier>({{"START"}, {"MID"}, {"END"}, {"START", true}, {"END", true}});

}  // namespace

std::span<const LexiconRow> english_words() {
  return kWords;
}

std::string_view abbreviations() {
  return "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat "
         "sun am pm hr hrs min mins";
}

std::string_view signs() {
  return "past present future moment quarter half oclock week days fiscal "
         "پارسال امسال";
}

std::string_view capitalised_only() {
  return "may march mar jan dec sept sep oct nov apr jun jul aug feb mon tue tues wed thu thur "
         "thurs "
         "fri sat sun tir mehr azar dey aban bahman safar esfand rajab est et ct ist cet";
}

std::span<const std::string_view> frequency_values() {
  return kFrequencies;
}

std::span<const Modifier> early_late() {
  return kEarlyLate;
}

}  // namespace newsdex
