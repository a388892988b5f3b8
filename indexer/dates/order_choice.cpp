#include "dates/order_choice.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "dates/arithmetic.hpp"
#include "dates/date_in_name.hpp"
#include "dates/date_lines.hpp"
#include "dates/granule.hpp"
#include "dates/publication_dates.hpp"
#include "dates/text_evidence.hpp"

namespace newsdex {
namespace {

// How far from a day that is to be published an article's other dates lie.
constexpr Day kNearDays = 2;

bool lies_near(const PartialDate& reading, const WrittenDay& day) {
  for (int year = reading.year - 1; year <= reading.year + 1; ++year) {
    WrittenDay placed = day;
    if (day.year == 0) placed.year = year;
    const auto date = to_date(placed);
    if (date && std::abs(first_day(*date) - first_day(reading)) <= kNearDays) return true;
  }
  return false;
}

// Whether the weekday that the text first speaks of is that of the reading or of the day before.
bool tells_weekday_of(const PartialDate& reading, int weekday) {
  return (weekday_of(first_day(reading)) - weekday + kDaysPerWeek) % kDaysPerWeek <= 1;
}

// The one of `readings` that `holds` is true of; nullopt where it is true of several or none.
template <typename Test>
std::optional<PartialDate> only_one(std::span<const PartialDate> readings, Test holds) {
  if (std::count_if(readings.begin(), readings.end(), holds) != 1) return std::nullopt;
  return *std::find_if(readings.begin(), readings.end(), holds);
}

}  // namespace

OrderChoice::OrderChoice(const Article& article, const AnalyzedArticle& analyzed,
                         std::span<const DateMention> mentions)
    : weekday_(weekday_of_lead(analyzed, mentions)) {
  auto [dated, without_year] = date_lines(analyzed, mentions);
  days_ = std::move(dated);
  if (without_year) days_.push_back(*without_year);
  std::erase_if(days_, [](const WrittenDay& line) { return line.day == 0; });
  if (const auto told = day_of_text(analyzed, mentions)) {
    const PartialDate date = to_partial_date(*told);
    days_.push_back({date.year, date.month, date.day, {}, {}, {}});
  }
  const auto day = dateline(analyzed, mentions);
  if (day && day->day != 0) days_.push_back(*day);
  for (const std::string_view name : {std::string_view(article.url), named_path(article)}) {
    for (const PartialDate& date : dates_in_name(name)) {
      if (date.precision >= DatePrecision::day)
        days_.push_back({date.year, date.month, date.day, {}, {}, {}});
    }
  }
}

std::optional<PartialDate> OrderChoice::choose(std::span<const PartialDate> readings) const {
  const auto near = only_one(readings, [this](const PartialDate& reading) {
    return std::any_of(days_.begin(), days_.end(),
                       [&](const WrittenDay& day) { return lies_near(reading, day); });
  });
  if (near || !weekday_) return near;
  return only_one(readings, [this](const PartialDate& reading) {
    return tells_weekday_of(reading, *weekday_);
  });
}

}  // namespace newsdex
