#include "dates/year_choice.hpp"

#include <algorithm>

namespace newsdex {
namespace {

// News calls no day of so long ago by its date without the year.
constexpr Day kFarFromNews = 300;

// A month without a tense is the last one, unless it is about to begin.
constexpr Day kSoon = 62;

// The longest wait for a February 29.
constexpr int kYearsAround = 8;

struct Candidate {
  int year = 0;
  DaySpan days;
};

struct Neighbours {
  std::optional<Candidate> past;    // the last that began on or before `here` ends
  std::optional<Candidate> future;  // the first that ends on or after `here` begins
};

Neighbours neighbours(const DateInYear& date, Granule here, int year) {
  Neighbours found;
  for (int each = year - kYearsAround; each <= year + kYearsAround; ++each) {
    const std::optional<DaySpan> days = date(each);
    if (!days) continue;
    if (days->first <= last_day(here)) found.past = Candidate{each, *days};
    if (days->last < first_day(here)) continue;
    found.future = Candidate{each, *days};
    break;
  }
  return found;
}

Day days_before(const Candidate& candidate, Granule here) {
  return std::max<Day>(first_day(here) - candidate.days.last, 0);
}

Day days_after(const Candidate& candidate, Granule here) {
  return std::max<Day>(candidate.days.first - last_day(here), 0);
}

const Candidate& choose(const Candidate& past, const Candidate& future, Granule here,
                        const Context& context, bool whole_day) {
  const Day back = days_before(past, here);
  const Day ahead = days_after(future, here);
  if (context.narrative) return back <= ahead ? past : future;
  switch (context.tense()) {
    case Tense::past:
      return whole_day && back > kFarFromNews && ahead < kSoon ? future : past;
    case Tense::future:
      return whole_day && ahead > kFarFromNews && back < kSoon ? past : future;
    default:
      if (whole_day) return back <= ahead ? past : future;
      return ahead < kSoon && ahead < back ? future : past;
  }
}

}  // namespace

std::optional<int> choose_year(const DateInYear& date, Granule here, int year,
                               const Context& context, bool whole_day) {
  const Neighbours found = neighbours(date, here, year);
  if (!found.past || !found.future) {
    const auto& only = found.past ? found.past : found.future;
    return only ? std::optional(only->year) : std::nullopt;
  }
  return choose(*found.past, *found.future, here, context, whole_day).year;
}

}  // namespace newsdex
