#include "dates/clock_reader.hpp"

#include <algorithm>
#include <array>

#include "dates/arithmetic.hpp"

namespace newsdex {
namespace {

constexpr int kMaxOffsetMinutes = 14 * kMinutesPerHour;  // Kiribati

struct Zone {
  std::string_view name;
  int minutes;
};

// Those that RFC 2822 defines, and names of news, that stand for one offset alone.
constexpr auto kZones = std::to_array<Zone>({
    {"z", 0},       {"ut", 0},      {"utc", 0},    {"gmt", 0},    {"est", -300}, {"edt", -240},
    {"cdt", -300},  {"mst", -420},  {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"cet", 60},
    {"cest", 120},  {"eet", 120},   {"eest", 180}, {"msk", 180},  {"irst", 210}, {"irdt", 270},
    {"aft", 270},   {"trt", 180},   {"pkt", 300},  {"hkt", 480},  {"sgt", 480},  {"jst", 540},
    {"kst", 540},   {"aest", 600},  {"aedt", 660}, {"nzst", 720}, {"nzdt", 780}, {"sast", 120},
    {"wat", 60},    {"eat", 180},   {"cat", 120},  {"wet", 0},    {"west", 60},  {"azt", 240},
    {"uzt", 300},   {"npt", 345},   {"wib", 420},  {"wita", 480}, {"wit", 540},  {"ict", 420},
    {"myt", 480},   {"pht", 480},   {"awst", 480}, {"acst", 570}, {"acdt", 630}, {"hst", -600},
    {"akst", -540}, {"akdt", -480}, {"brt", -180},
});

// Stand for several offsets, CST for those of Chicago, Havana and Peking: the clock before them is
// read all the same.
constexpr auto kVagueZones = std::to_array<std::string_view>(
    {"ast", "amt", "art", "bst", "cst", "ct", "ect", "et", "gst", "ist", "mt", "nst", "pt", "sst"});

bool is_vague_zone(std::string_view name) {
  return std::find(kVagueZones.begin(), kVagueZones.end(), name) != kVagueZones.end();
}

// Seconds carry nothing that PartialDate keeps, but must be possible ones; 60 is a leap second.
bool read_seconds(TextCursor& cursor) {
  const std::optional<int> second = cursor.number(2, 2);
  if (!second || *second > 60) return false;
  if (cursor.character('.') || cursor.character(',')) return !cursor.digits().empty();
  return true;
}

// "pm", "p.m.": turns an hour of the 12-hour clock into one of the day.
bool read_half_day(TextCursor& cursor, int& hour) {
  TextCursor ahead = cursor;
  ahead.spaces();
  const bool afternoon = ahead.character('p');
  if (!afternoon && !ahead.character('a')) return true;
  const bool dotted = ahead.character('.');
  if (!ahead.character('m')) return !dotted;  // "pst"
  if (dotted && !ahead.character('.')) return false;
  if (hour < 1 || hour > 12) return false;
  hour = hour % 12 + (afternoon ? 12 : 0);
  cursor = ahead;
  return true;
}

// "18:45", "18:45:10.5", "6:45 pm", "18.45".
bool read_extended_clock(TextCursor& cursor, Clock& clock) {
  std::optional<int> hour = cursor.number(1, 2);
  if (!hour || (!cursor.character(':') && !cursor.character('.'))) return false;
  const std::optional<int> minute = cursor.number(2, 2);
  if (!minute) return false;
  if (cursor.character(':') && !read_seconds(cursor)) return false;
  if (!read_half_day(cursor, *hour) || *hour > 23 || *minute > 59) return false;
  clock.minute_of_day = *hour * kMinutesPerHour + *minute;
  return true;
}

// The basic format of ISO 8601: "18", "1845", "184510.5".
bool read_basic_clock(TextCursor& cursor, Clock& clock) {
  const std::optional<int> hour = cursor.number(2, 2);
  if (!hour || *hour > 23) return false;
  const std::optional<int> minute = cursor.number(2, 2);
  if (!minute) return true;
  if (*minute > 59) return false;
  clock.minute_of_day = *hour * kMinutesPerHour + *minute;
  TextCursor ahead = cursor;
  return ahead.digits().empty() || read_seconds(cursor);
}

// "+0430", "+04:30", "+04"; after a name "+4" as well.
bool read_offset(TextCursor& cursor, Clock& clock, bool after_name) {
  const bool west = cursor.character('-');
  if (!west && !cursor.character('+')) return false;
  const std::optional<int> hours = cursor.number(after_name ? 1 : 2, 2);
  if (!hours) return false;
  const bool colon = cursor.character(':');
  const std::optional<int> minutes = cursor.number(2, 2);
  if (colon && !minutes) return false;
  const int size = *hours * kMinutesPerHour + minutes.value_or(0);
  if (minutes.value_or(0) > 59 || size > kMaxOffsetMinutes) return false;
  clock.offset_minutes = west ? -size : size;
  return true;
}

// RFC 2822 lets the zone's name follow as a comment, "+0430 (IRDT)", and RFC 9557 the name of its
// place: "+04:30[Asia/Tehran]".
void skip_zone_comment(TextCursor& cursor) {
  TextCursor ahead = cursor;
  if (ahead.character('[')) {
    while (!ahead.letters().empty() || ahead.character('/') || ahead.character('_')) {
    }
    if (ahead.character(']')) cursor = ahead;
    return;
  }
  ahead.spaces();
  if (ahead.character('(') && !ahead.letters().empty() && ahead.character(')')) cursor = ahead;
}

}  // namespace

std::optional<int> zone_offset(std::string_view name) {
  for (const Zone& zone : kZones) {
    if (zone.name == name) return zone.minutes;
  }
  return std::nullopt;
}

bool read_zone(TextCursor& cursor, Clock& clock) {
  TextCursor ahead = cursor;
  ahead.spaces();
  if (TextCursor inside = ahead; inside.character('(')) {  // "18:45 (GMT+3)"
    Clock zoned = clock;
    if (!read_zone(inside, zoned) || !inside.character(')')) return false;
    clock = zoned;
    cursor = inside;
    return true;
  }
  TextCursor after_name = ahead;
  const std::string_view name = after_name.letters();
  const auto named = zone_offset(name);
  if (is_vague_zone(name)) {
    cursor = after_name;
    return true;
  }
  if (named) {
    clock.offset_minutes = named;
    cursor = ahead = after_name;
  }
  const bool goes_on = clock.offset_minutes.has_value();  // "GMT+3"
  if (!read_offset(ahead, clock, goes_on)) return named.has_value();
  skip_zone_comment(ahead);
  cursor = ahead;
  return true;
}

bool skip_clock_separator(TextCursor& cursor) {
  TextCursor ahead = cursor;
  const bool before = ahead.spaces();
  const bool comma = ahead.character(',');
  const bool after = ahead.spaces();
  if (!before && !comma && !after) return false;
  if (ahead.text("at") && !ahead.spaces()) return false;
  TextCursor mark = ahead;
  const bool parted = mark.character('-') || mark.character('|') || mark.character('/');
  if (parted && mark.spaces()) ahead = mark;
  cursor = ahead;
  return true;
}

bool read_clock(TextCursor& cursor, Clock& clock, bool after_mark) {
  TextCursor ahead = cursor;
  if (!read_extended_clock(ahead, clock)) {
    ahead = cursor;
    if (!after_mark || !read_basic_clock(ahead, clock)) return false;
  }
  read_zone(ahead, clock);
  cursor = ahead;
  return true;
}

}  // namespace newsdex
