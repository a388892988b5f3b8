// Days as a text gives them.
#pragma once

#include <optional>
#include <string_view>

#include "dates/calendars.hpp"
#include "dates/clock_reader.hpp"
#include "newsdex/date.hpp"
#include "newsdex/date_tagger.hpp"

namespace newsdex {

struct WrittenDay {
  int year = 0;                // of ours; 0 where it is not said
  int month = 0;               // of `calendar`
  int day = 0;                 // 0 for the month as a whole
  std::optional<int> weekday;  // 0 (Monday) .. 6, where it is said
  Clock clock;
  CalendarKind calendar = CalendarKind::gregorian;  // another only where the year is not said
};

/// The day of a mention that names one, with the time of day if it says one to the minute; nullopt
/// for any other mention.
std::optional<WrittenDay> written_day(std::string_view text, const DateMention& mention);

/// That, or the whole month of a mention that names one of ours with its year: "April 2018".
std::optional<WrittenDay> written_day_or_month(std::string_view text, const DateMention& mention);

/// Of `text` the words of the mention.
std::string_view words_of(std::string_view text, const DateMention& mention);

/// Whether four digits of any script stand in a row: a year that is said and not concluded.
bool says_year(std::string_view words);

/// 0 (Monday) .. 6, of the English, abbreviated or Persian weekday that `words` begin with.
std::optional<int> leading_weekday(std::string_view words);

/// The date of `day`, whose year is known, of precision month for a whole month; nullopt for what
/// no calendar has (February 29).
std::optional<PartialDate> to_date(const WrittenDay& day);

}  // namespace newsdex
