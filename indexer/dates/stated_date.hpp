// Dates as metadata gives them: written for people, or counted by a machine.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/date.hpp"

namespace newsdex {

struct StatedDate {
  PartialDate value;
  bool clock_unread = false;  // the day is good, but the time of day after it is none
};

/// Reads what parse_date does; seconds or milliseconds since 1970 (of 1980 to 2099; to the minute,
/// in UTC); dates in words of other calendars and scripts ("۱۰ اردیبهشت ۱۳۹۷", see
/// worded_date.hpp); and a good day beside a time that is none ("2018-04-30T99:99"), to the day. Of
/// other periods ("2018-W18", "Q2 2018", "Spring 2018", "1397/02") what is known is the month that
/// holds all of it, or else the year, if one does. nullopt for anything else.
std::optional<StatedDate> read_stated_date(std::string_view text);

/// What the user's file of dates says: the same, but nothing where a time of day is none.
std::optional<PartialDate> read_corrected_date(std::string_view text);

/// Gathers what several places state of one date.
class StatedTexts {
 public:
  /// Texts that are empty or known already, and those beyond a handful, say nothing more.
  void add(std::string_view text);

  /// Whether one of them can be read.
  [[nodiscard]] bool any_read() const { return !read_.empty(); }

  /// Those that can be read, in the order they came in, a line each; where none can, the first.
  [[nodiscard]] std::string joined() &&;

 private:
  std::vector<std::string> read_;
  std::string unread_;
};

/// The days that `text` may mean where it can be read in two ways, "04/05/2018": nothing of any
/// other text.
std::vector<PartialDate> ambiguous_readings(std::string_view text);

/// The dates that `text` states, a line each where there are several, none of them empty.
std::vector<std::string_view> stated_texts(std::string_view text);

}  // namespace newsdex
