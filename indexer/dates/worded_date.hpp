// Dates whose month stands in words of another calendar or script: "10 Ordibehesht 1397",
// "پنجشنبه ۱۳ اردیبهشت ۱۳۹۷ - ۱۴:۰۵", "14 Sha'ban 1439", "۳۰ آوریل ۲۰۱۸"; and parts of years that
// are no month of any: "Spring 2018", "April/May 2018", "late 2018".
#pragma once

#include <optional>
#include <string_view>

#include "dates/calendars.hpp"
#include "dates/clock_reader.hpp"

namespace newsdex {

struct WordedDate {
  CalendarKind calendar = CalendarKind::gregorian;  // of the month
  int year = 0;                                     // as written
  int month = 0;                                    // 1..12; 0 where no month is said
  int last_month = 0;                               // of "April/May"
  int season = 0;                                   // 1 (spring) .. 4, where that is said instead
  int day = 0;                                      // 0 where only the month is said
  Clock clock;

  bool operator==(const WordedDate&) const = default;
};

/// Reads a month or season of the words that the tagger knows, a year of four digits and, if they
/// are there, a day before or after it, a weekday and a time. The day may be an ordinal in words
/// ("دهم"). A year of two digits is one of 1340 to 1439 beside a month of Iran's calendar, of 1970
/// to 2069 beside one of ours, and wants a day. Persian and Arabic digits and spellings are brought
/// together. Of "early April" and "about 2018" the month and the year are read. nullopt where
/// anything else stands in `text`, which is no longer than a line.
std::optional<WordedDate> read_worded_date(std::string_view text);

/// The same of a day of a month whose year is left out; its year is 0.
std::optional<WordedDate> read_worded_day(std::string_view text);

/// 0 (Monday) .. 6, of the weekday that `text` begins with, in Persian: "سه شنبه ۱۱ اردیبهشت".
std::optional<int> persian_weekday(std::string_view text);

/// The days of it, see days_in_said_year. Beside a season a year of ours stands for itself: nobody
/// knows which of its winters is meant.
std::optional<DaySpan> days_of(const WordedDate& date);

}  // namespace newsdex
