// Times of day as they are written beside a date.
#pragma once

#include <optional>
#include <string_view>

#include "dates/text_cursor.hpp"

namespace newsdex {

struct Clock {
  std::optional<int> minute_of_day;   // not known where only the hour was said
  std::optional<int> offset_minutes;  // east of UTC

  bool operator==(const Clock&) const = default;
};

/// Reads "18:45", "18:45:10.5", "6:45 pm", "18.45", and after a "T" ("after_mark") the basic format
/// of ISO 8601 as well ("184510"), with the zone that follows: an offset or a name of zone_offset.
/// Only the "T" tells digits of the basic format from others. False, and nothing moved, for
/// anything else.
bool read_clock(TextCursor& cursor, Clock& clock, bool after_mark);

/// Reads the zone alone, white space before it included; where `clock` has a zone already, what
/// goes on from it ("+3" of "GMT+3"). False, and nothing moved, where there is none. A name that
/// stands for several offsets ("BST") is passed over and tells none.
bool read_zone(TextCursor& cursor, Clock& clock);

/// What may stand between a day and its time: white space or a comma, and "at", "-", "|" or "/"
/// after it.
bool skip_clock_separator(TextCursor& cursor);

/// The offset in minutes that a zone's name stands for, in lower case: "gmt", "edt". nullopt for a
/// name that is not known or stands for several ("ist").
std::optional<int> zone_offset(std::string_view name);

}  // namespace newsdex
