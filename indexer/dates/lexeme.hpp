// The words of time expressions as patterns see them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace newsdex {

/// What a word may be in a time expression. The value that goes with each kind:
enum class Kind : std::uint8_t {
  number,        // in digits or words: the whole number
  ordinal,       // "third", "21st": the number
  month,         // 1..12
  jalali_month,  // 1..12
  hijri_month,   // 1..12
  weekday,       // 0 (Monday) .. 6
  weekdays,      // "Mondays": the same
  unit,          // "year": a Unit
  units,         // "years": a Unit
  lasting,       // "yearlong": a Unit
  season,        // 0 (spring) .. 3 (winter)
  quarter_name,  // "Q3": 1..4
  holiday,       // index into holidays()
  daypart,       // "morning": a DayPart
  dayparts,      // "mornings": a DayPart
  relative_day,  // "yesterday": days from today
  tonight,       // "tonight", "overnight": a DayPart of today
  decade,        // "1990s": 1990, "90s": 90; "nineties": 90
  early_late,    // "early": index into early_late()
  deictic,       // "last", "this", "next", seen from today: -1, 0, 1
  anaphoric,     // "previous", "same", "following", seen from what was spoken of: -1, 0, 1
  ago,           // "ago", "hence", seen from today: -1, 1
  apart,         // "earlier", "later", seen from what was spoken of: -1, 1
  vague,         // "few", "several": nothing
  reference,     // "recently", "now", "soon": -1, 0, 1
  frequency,     // "daily": index into frequency_values()
  every,         // "every": nothing
  meridiem,      // "a.m.", "p.m.": 0, 12, hours to add
  zone,          // "GMT": nothing
  clock,         // "10pm", "noon": minutes of the day
  dotted_date,   // "30.04.2018": nothing, the form says it
  iso_daytime,   // "30T18": 100 * day + hour
  iso_week,      // "W18": 1..53
};
inline constexpr std::size_t kKinds = 33;

using KindSet = std::uint64_t;

constexpr KindSet kinds() {
  return 0;
}
template <typename... Rest>
constexpr KindSet kinds(Kind first, Rest... rest) {
  return (KindSet{1} << static_cast<unsigned>(first)) | kinds(rest...);
}

enum class DayPart : std::uint8_t { morning, midday, afternoon, evening, night, day };

/// The value in a lexeme or a rule that stands for one of an enumeration, a `Unit` or a `DayPart`,
/// say.
template <typename Enum>
constexpr std::int32_t code_of(Enum value) {
  return static_cast<std::int32_t>(value);
}

/// Which part of a stretch is meant.
struct Modifier {
  std::string_view mod;       // TIMEX3's; empty for none
  bool beside_today = false;  // "earlier", "later": what lies before or after the publication
};

/// A number or a word, or several that make one: "twenty-five", "New Year's Day".
struct Lexeme {
  struct Reading {
    Kind kind;
    std::int32_t value;
  };

  std::array<Reading, 2> readings{};
  std::uint8_t reading_count = 0;
  std::uint16_t literal = 0;  // which literal word of the patterns it is; 0 is none
  std::uint32_t first = 0;    // tokens, both ends included
  std::uint32_t last = 0;
  char gap = '?';                // what stands before it, see gap_between
  bool abbreviated = false;      // may be followed by a full stop that ends nothing
  bool grouped = false;          // a number with a thousands separator
  std::uint8_t digits = 0;       // how many digits a number is written with; 0 in words
  std::int64_t thousandths = 0;  // of a number, so that 2.5 is exact

  [[nodiscard]] std::optional<std::int32_t> value(Kind kind) const {
    for (std::size_t i = 0; i < reading_count; ++i) {
      if (readings[i].kind == kind) return readings[i].value;
    }
    return std::nullopt;
  }
  void add(Kind kind, std::int32_t value) {
    if (reading_count < readings.size()) readings[reading_count++] = {kind, value};
  }
};

}  // namespace newsdex
