// Western Easter by the anonymous Gregorian computus, the Orthodox one by Meeus' Julian (both in
// Meeus, "Astronomical Algorithms", chapter 8). Feasts of Iran and of Islam are days of their own
// calendars, which ICU reckons: the lunar one by the tables of Umm al-Qura, from which a country's
// announced beginning of a month may differ by a day.
#include "dates/holidays.hpp"

#include <array>
#include <chrono>

#include "dates/arithmetic.hpp"
#include "dates/granule.hpp"

namespace newsdex {
namespace {

using std::chrono::sys_days;

constexpr int kLast = 9;  // "the last Monday of May"

constexpr bool kAmerican = true;

constexpr auto kHolidays = std::to_array<Holiday>({
    {"new_year_day new_years_day", HolidayRule::fixed, 1, 1},
    {"new_year_eve new_years_eve", HolidayRule::fixed, 12, 31},
    {"groundhog_day", HolidayRule::fixed, 2, 2},
    {"valentine_day valentines_day ولنتاین", HolidayRule::fixed, 2, 14},
    {"international_women_day international_womens_day روز_جهانی_زن", HolidayRule::fixed, 3, 8},
    {"st_patrick_day st_patricks_day", HolidayRule::fixed, 3, 17},
    {"april_fools_day april_fool_day", HolidayRule::fixed, 4, 1},
    {"earth_day", HolidayRule::fixed, 4, 22},
    {"may_day روز_کارگر روز_جهانی_کارگر", HolidayRule::fixed, 5, 1},
    {"cinco_de_mayo", HolidayRule::fixed, 5, 5},
    {"ve_day", HolidayRule::fixed, 5, 8, 1945},
    {"d_day", HolidayRule::fixed, 6, 6, 1944},
    {"juneteenth", HolidayRule::fixed, 6, 19},
    {"fourth_of_july", HolidayRule::fixed, 7, 4},
    {"independence_day", HolidayRule::fixed, 7, 4, 0, 0, 1, kAmerican},
    {"canada_day", HolidayRule::fixed, 7, 1},
    {"bastille_day", HolidayRule::fixed, 7, 14},
    {"all_saints_day all_saint_day", HolidayRule::fixed, 11, 1},
    {"halloween halloween_night", HolidayRule::fixed, 10, 31},
    {"guy_fawkes_night bonfire_night", HolidayRule::fixed, 11, 5},
    {"veterans_day armistice_day remembrance_day", HolidayRule::fixed, 11, 11},
    {"orthodox_christmas_eve", HolidayRule::fixed, 1, 6},
    {"orthodox_christmas orthodox_christmas_day coptic_christmas", HolidayRule::fixed, 1, 7},
    {"christmas_eve", HolidayRule::fixed, 12, 24},
    {"christmas christmas_day xmas کریسمس", HolidayRule::fixed, 12, 25},
    {"boxing_day", HolidayRule::fixed, 12, 26},
    {"martin_luther_king_day martin_luther_king_jr_day", HolidayRule::nth_weekday, 1, 30},
    {"presidents_day president_day", HolidayRule::nth_weekday, 2, 30},
    {"memorial_day", HolidayRule::nth_weekday, 5, 10 * kLast, 0, 0, 1, kAmerican},
    {"labor_day", HolidayRule::nth_weekday, 9, 10, 0, 0, 1, kAmerican},
    {"columbus_day", HolidayRule::nth_weekday, 10, 20},
    {"thanksgiving thanksgiving_day", HolidayRule::nth_weekday, 11, 43, 0, 0, 1, kAmerican},
    {"black_friday", HolidayRule::nth_weekday, 11, 44},
    {"mothers_day mother_day", HolidayRule::nth_weekday, 5, 26, 0, 0, 1, kAmerican},
    {"fathers_day father_day", HolidayRule::nth_weekday, 6, 36, 0, 0, 1, kAmerican},
    {"ash_wednesday", HolidayRule::easter, -46, 0},
    {"palm_sunday", HolidayRule::easter, -7, 0},
    {"good_friday", HolidayRule::easter, -2, 0},
    {"easter easter_sunday easter_day", HolidayRule::easter, 0, 0},
    {"easter_monday", HolidayRule::easter, 1, 0},
    {"ascension_day", HolidayRule::easter, 39, 0},
    {"pentecost whit_sunday", HolidayRule::easter, 49, 0},
    {"orthodox_easter", HolidayRule::orthodox, 0, 0},
    {"nowruz norouz newroz noruz nauruz nawruz persian_new_year iranian_new_year نوروز عید_نوروز",
     HolidayRule::jalali, 1, 1},
    {"chaharshanbe_suri chaharshanbeh_suri chahar_shanbe_suri chaharshanbe_soori charshanbe_suri "
     "چهارشنبه_سوری چهارشنبهسوری",
     HolidayRule::jalali_last, 12, 2, 0, -1},  // the eve of the last Wednesday
    {"islamic_republic_day روز_جمهوری_اسلامی", HolidayRule::jalali, 1, 12},
    {"sizdah_bedar sizdah_be_dar سیزده_بدر سیزده_به_در سیزدهبدر سیزدهبهدر روز_طبیعت",
     HolidayRule::jalali, 1, 13},
    {"روز_معلم", HolidayRule::jalali, 2, 12},
    {"روز_خبرنگار", HolidayRule::jalali, 5, 17},
    {"روز_دانشجو", HolidayRule::jalali, 9, 16},
    {"yalda yalda_night shab_e_yalda شب_یلدا شب_چله", HolidayRule::jalali, 9, 30},
    {"jashn_e_sadeh جشن_سده", HolidayRule::jalali, 11, 10},
    {"ten_day_dawn fajr_decade دهه_فجر", HolidayRule::jalali, 11, 12, 0, 0, 11},
    {"tasua تاسوعا تاسوعای", HolidayRule::hijri, 1, 9},
    {"ashura عاشورا عاشورای", HolidayRule::hijri, 1, 10},
    {"arbaeen arbain اربعین", HolidayRule::hijri, 2, 20},
    {"روز_زن روز_مادر", HolidayRule::hijri, 6, 20},
    {"روز_پدر", HolidayRule::hijri, 7, 13},
    {"eid_al_mabath eid_e_mabath مبعث عید_مبعث", HolidayRule::hijri, 7, 27},
    {"mid_shaban نیمه_شعبان", HolidayRule::hijri, 8, 15},
    {"ramadan ramazan رمضان ماه_رمضان", HolidayRule::hijri, 9, 0},
    {"quds_day al_quds_day روز_قدس روز_جهانی_قدس", HolidayRule::hijri_last, 9, 4},
    {"eid_al_fitr eid_ul_fitr eid_e_fitr عید_فطر عید_سعید_فطر", HolidayRule::hijri, 10, 1},
    {"eid_al_adha eid_ul_adha eid_e_ghorban عید_قربان عید_سعید_قربان", HolidayRule::hijri, 12, 10},
    {"eid_al_ghadir eid_e_ghadir عید_غدیر عید_غدیر_خم", HolidayRule::hijri, 12, 18},
});

Day to_day(std::chrono::year_month_day date) {
  return static_cast<Day>(sys_days{date}.time_since_epoch().count());
}

Day to_day(int year, int month, int day) {
  return to_day(std::chrono::year_month_day{std::chrono::year{year},
                                            std::chrono::month{static_cast<unsigned>(month)},
                                            std::chrono::day{static_cast<unsigned>(day)}});
}

Day western_easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return to_day(year, n / 31, n % 31 + 1);
}

Day orthodox_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int n = d + e + 114;
  const int calendars_apart = year / 100 - year / 400 - 2;
  return to_day(year, n / 31, n % 31 + 1) + calendars_apart;
}

Day nth_weekday(int year, int month, int n, int weekday) {
  const auto in = std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)};
  const std::chrono::weekday name{static_cast<unsigned>((weekday + 1) % 7)};
  if (n == kLast)
    return static_cast<Day>(sys_days{in / name[std::chrono::last]}.time_since_epoch().count());
  return static_cast<Day>(sys_days{in / name[static_cast<unsigned>(n)]}.time_since_epoch().count());
}

DaySpan one_day(Day day) {
  return {day, day};
}

std::optional<DaySpan> last_weekday(std::optional<DaySpan> month, int weekday) {
  if (!month) return std::nullopt;
  const Day later = (weekday_of(month->last) - weekday + kDaysPerWeek) % kDaysPerWeek;
  return one_day(month->last - later);
}

std::optional<DaySpan> days_by_rule(const Holiday& holiday, int year) {
  switch (holiday.rule) {
    case HolidayRule::fixed:
      return one_day(to_day(year, holiday.a, holiday.b));
    case HolidayRule::nth_weekday:
      return one_day(nth_weekday(year, holiday.a, holiday.b / 10, holiday.b % 10));
    case HolidayRule::easter:
      return one_day(western_easter(year) + holiday.a);
    case HolidayRule::orthodox:
      return one_day(orthodox_easter(year) + holiday.a);
    case HolidayRule::jalali:
      return days_in_said_year(CalendarKind::jalali, year, holiday.a, holiday.b);
    case HolidayRule::hijri:
      return days_in_said_year(CalendarKind::hijri, year, holiday.a, holiday.b);
    case HolidayRule::jalali_last:
      return last_weekday(days_in_said_year(CalendarKind::jalali, year, holiday.a, 0), holiday.b);
    case HolidayRule::hijri_last:
      return last_weekday(days_in_said_year(CalendarKind::hijri, year, holiday.a, 0), holiday.b);
  }
  return std::nullopt;
}

}  // namespace

std::span<const Holiday> holidays() {
  return kHolidays;
}

std::optional<DaySpan> days_of(const Holiday& holiday, int year) {
  if (year < 1 || year > 9998) return std::nullopt;
  std::optional<DaySpan> days = days_by_rule(holiday, year);
  if (!days) return std::nullopt;
  days->first += holiday.shift;
  days->last += holiday.shift + holiday.length - 1;
  return days;
}

}  // namespace newsdex
