// Persian and Dari words, in the form that analysis brings them to: no ZWNJ, hamza on its carrier,
// alef without madda.
#include <array>

#include "dates/granule.hpp"
#include "dates/time_lexicon.hpp"

namespace newsdex {
namespace {

constexpr std::int32_t of(Unit unit) {
  return static_cast<std::int32_t>(unit);
}
constexpr std::int32_t of(DayPart part) {
  return static_cast<std::int32_t>(part);
}

constexpr auto kWords = std::to_array<LexiconRow>({
    {Kind::jalali_month, 1, "فروردین فروردینماه"},
    {Kind::jalali_month, 2, "اردیبهشت اردیبهشتماه"},
    {Kind::jalali_month, 3, "خرداد خردادماه"},
    {Kind::jalali_month, 4, "تیر تیرماه"},
    {Kind::jalali_month, 5, "مرداد مردادماه"},
    {Kind::jalali_month, 6, "شهریور شهریورماه"},
    {Kind::jalali_month, 7, "مهر مهرماه"},
    {Kind::jalali_month, 8, "ابان ابانماه"},
    {Kind::jalali_month, 9, "اذر اذرماه"},
    {Kind::jalali_month, 10, "دی دیماه"},
    {Kind::jalali_month, 11, "بهمن بهمنماه"},
    {Kind::jalali_month, 12, "اسفند اسفندماه"},

    {Kind::month, 1, "ژانویه جنوری"},
    {Kind::month, 2, "فوریه فبروری"},
    {Kind::month, 3, "مارس مارچ"},
    {Kind::month, 4, "اوریل اپریل"},
    {Kind::month, 5, "مه"},
    {Kind::month, 6, "ژوین جون"},
    {Kind::month, 7, "ژوییه جولای"},
    {Kind::month, 8, "اوت اگست اگوست"},
    {Kind::month, 9, "سپتامبر سپتمبر"},
    {Kind::month, 10, "اکتبر اکتوبر"},
    {Kind::month, 11, "نوامبر نومبر"},
    {Kind::month, 12, "دسامبر دسمبر"},

    {Kind::hijri_month, 1, "محرم"},
    {Kind::hijri_month, 2, "صفر"},
    {Kind::hijri_month, 3, "ربیع_الاول"},
    {Kind::hijri_month, 4, "ربیع_الثانی"},
    {Kind::hijri_month, 7, "رجب"},
    {Kind::hijri_month, 8, "شعبان"},
    {Kind::hijri_month, 9, "رمضان"},
    {Kind::hijri_month, 10, "شوال"},
    {Kind::hijri_month, 11, "ذیقعده"},
    {Kind::hijri_month, 12, "ذیحجه"},

    {Kind::weekday, 0, "دوشنبه"},
    {Kind::weekday, 1, "سهشنبه سه_شنبه"},
    {Kind::weekday, 2, "چهارشنبه چهار_شنبه"},
    {Kind::weekday, 3, "پنجشنبه پنج_شنبه"},
    {Kind::weekday, 4, "جمعه"},
    {Kind::weekday, 5, "شنبه"},
    {Kind::weekday, 6, "یکشنبه یک_شنبه"},

    {Kind::unit, of(Unit::minute), "دقیقه"},
    {Kind::unit, of(Unit::hour), "ساعت"},
    {Kind::unit, of(Unit::day), "روز"},
    {Kind::unit, of(Unit::week), "هفته"},
    {Kind::unit, of(Unit::month), "ماه"},
    {Kind::unit, of(Unit::year), "سال"},
    {Kind::unit, of(Unit::decade), "دهه"},
    {Kind::unit, of(Unit::century), "قرن"},
    {Kind::units, of(Unit::day), "روزها روزهای"},
    {Kind::units, of(Unit::week), "هفتهها هفتههای"},
    {Kind::units, of(Unit::month), "ماهها ماههای"},
    {Kind::units, of(Unit::year), "سالها سالهای"},

    {Kind::season, 0, "بهار"},
    {Kind::season, 1, "تابستان"},
    {Kind::season, 2, "پاییز"},
    {Kind::season, 3, "زمستان"},

    {Kind::daypart, of(DayPart::morning), "صبح بامداد"},
    {Kind::daypart, of(DayPart::midday), "ظهر"},
    {Kind::daypart, of(DayPart::afternoon), "عصر"},
    {Kind::daypart, of(DayPart::night), "شب شامگاه"},
    {Kind::relative_day, 0, "امروز"},
    {Kind::relative_day, -1, "دیروز"},
    {Kind::relative_day, -2, "پریروز"},
    {Kind::relative_day, 1, "فردا"},
    {Kind::relative_day, 2, "پسفردا پس_فردا"},
    {Kind::tonight, of(DayPart::night), "امشب"},

    {Kind::deictic, -1, "گذشته پیش قبل پارسال"},
    {Kind::deictic, 0, "جاری امسال"},
    {Kind::deictic, 1, "اینده"},
    {Kind::anaphoric, 0, "همان"},
    {Kind::anaphoric, 1, "بعد"},
    {Kind::ago, -1, "پیش قبل"},
    {Kind::apart, 1, "بعد"},
    {Kind::vague, 0, "چند چندین"},
    {Kind::reference, -1, "اخیرا به_تازگی بتازگی"},
    {Kind::reference, 0, "اکنون هماکنون هم_اکنون"},
    {Kind::reference, 1, "به_زودی بزودی"},
    {Kind::every, 0, "هر"},
    {Kind::frequency, 0, "روزانه"},
    {Kind::frequency, 1, "هفتگی"},
    {Kind::frequency, 2, "ماهانه"},
    {Kind::frequency, 4, "سالانه"},

    {Kind::number, 1, "یک"},
    {Kind::number, 2, "دو"},
    {Kind::number, 3, "سه"},
    {Kind::number, 4, "چهار"},
    {Kind::number, 5, "پنج"},
    {Kind::number, 6, "شش"},
    {Kind::number, 7, "هفت"},
    {Kind::number, 8, "هشت"},
    {Kind::number, 9, "نه"},
    {Kind::number, 10, "ده"},
    {Kind::number, 20, "بیست"},
    {Kind::number, 30, "سی"},
    {Kind::number, 11, "یازده"},
    {Kind::number, 12, "دوازده"},
    {Kind::number, 13, "سیزده"},
    {Kind::number, 14, "چهارده"},
    {Kind::number, 15, "پانزده"},
    {Kind::number, 16, "شانزده"},
    {Kind::number, 17, "هفده"},
    {Kind::number, 18, "هجده"},
    {Kind::number, 19, "نوزده"},
    {Kind::number, 40, "چهل"},
    {Kind::number, 50, "پنجاه"},
    {Kind::number, 60, "شصت"},
    {Kind::number, 70, "هفتاد"},
    {Kind::number, 80, "هشتاد"},
    {Kind::number, 90, "نود"},
    {Kind::number, 100, "صد"},

    {Kind::ordinal, 1, "اول یکم"},
    {Kind::ordinal, 2, "دوم"},
    {Kind::ordinal, 3, "سوم"},
    {Kind::ordinal, 4, "چهارم"},
    {Kind::ordinal, 5, "پنجم"},
    {Kind::ordinal, 6, "ششم"},
    {Kind::ordinal, 7, "هفتم"},
    {Kind::ordinal, 8, "هشتم"},
    {Kind::ordinal, 9, "نهم"},
    {Kind::ordinal, 10, "دهم"},
    {Kind::ordinal, 11, "یازدهم"},
    {Kind::ordinal, 12, "دوازدهم"},
    {Kind::ordinal, 13, "سیزدهم"},
    {Kind::ordinal, 14, "چهاردهم"},
    {Kind::ordinal, 15, "پانزدهم"},
    {Kind::ordinal, 16, "شانزدهم"},
    {Kind::ordinal, 17, "هفدهم"},
    {Kind::ordinal, 18, "هجدهم هیجدهم"},
    {Kind::ordinal, 19, "نوزدهم"},
    {Kind::ordinal, 20, "بیستم"},
    {Kind::ordinal, 21, "بیست_و_یکم بیستویکم"},
    {Kind::ordinal, 22, "بیست_و_دوم بیستودوم"},
    {Kind::ordinal, 23, "بیست_و_سوم بیستوسوم"},
    {Kind::ordinal, 24, "بیست_و_چهارم بیستوچهارم"},
    {Kind::ordinal, 25, "بیست_و_پنجم بیستوپنجم"},
    {Kind::ordinal, 26, "بیست_و_ششم بیستوششم"},
    {Kind::ordinal, 27, "بیست_و_هفتم بیستوهفتم"},
    {Kind::ordinal, 28, "بیست_و_هشتم بیستوهشتم"},
    {Kind::ordinal, 29, "بیست_و_نهم بیستونهم"},
    {Kind::ordinal, 30, "سیام سی_ام"},
    {Kind::ordinal, 31, "سی_و_یکم سیویکم"},
});

}  // namespace

std::span<const LexiconRow> persian_words() {
  return kWords;
}

}  // namespace newsdex
