// What an expression's meaning depends on besides its own words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "dates/date_readings.hpp"
#include "dates/granule.hpp"
#include "dates/tense.hpp"
#include "newsdex/analyzer.hpp"

namespace newsdex {

/// The text around an expression.
struct Site {
  std::string_view text;
  std::span<const Token> tokens;
  std::size_t first = 0;  // tokens of the expression, both ends included
  std::size_t last = 0;

  /// The folded form of the token before or after; empty where there is none in the sentence.
  [[nodiscard]] std::string_view before(std::size_t distance = 1) const;
  [[nodiscard]] std::string_view after(std::size_t distance = 1) const;

  /// The byte that stands right before or after the expression; 0 at the text's ends.
  [[nodiscard]] char byte_before() const;
  [[nodiscard]] char byte_after() const;
};

/// Finds where the paragraphs of ascending places begin, and reads the text once for all of them.
class ParagraphCursor {
 public:
  explicit ParagraphCursor(std::string_view text) : text_(text), next_break_(find_break(0)) {}

  /// Where the paragraph of `place` begins; places do not descend from call to call.
  std::size_t begin_of(std::size_t place);

 private:
  [[nodiscard]] std::size_t find_break(std::size_t from) const;

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t next_break_;
};

struct Context {
  std::optional<Granule> published;     // a day, a month or a year
  std::optional<int> published_minute;  // of that day
  std::optional<Granule> spoken;        // the date that was spoken of last
  std::size_t spoken_at = 0;            // where, in bytes
  Granule clock_day;                    // the day of the last expression, if that was a clock time,
  int clock_minute = 0;                 // and its minute of the day
  std::size_t clock_begin = 0;          // where it stands, in bytes
  std::size_t clock_end = 0;            // 0 where it was none
  bool narrative = false;               // the article tells of times long before it was published
  bool jalali = false;                  // bare years around 1400 are Jalali
  NumericOrder order = NumericOrder::unknown;  // that the article writes dates in
  Site site;
  ParagraphCursor* paragraphs = nullptr;  // of the field

  /// What "last week" counts from.
  [[nodiscard]] std::optional<Granule> today() const { return published; }

  /// What "the next day" counts from: what was spoken of last, else today.
  [[nodiscard]] std::optional<Granule> then() const { return spoken ? spoken : published; }

  /// Whether that stands in the paragraph of the expression.
  [[nodiscard]] bool spoken_nearby() const;

  /// The day after that of an earlier clock time that the expression ends a stretch with, if the
  /// clock goes past midnight in between: "7 a.m." of "from 6 p.m. to 7 a.m.".
  [[nodiscard]] std::optional<Granule> day_past_midnight(int minute) const;

  /// What a month or a weekday without more belongs to.
  [[nodiscard]] std::optional<Granule> here() const {
    return narrative && spoken ? spoken : published;
  }

  [[nodiscard]] Tense tense() const {
    return tense_around(site.text, site.tokens, site.first, site.last);
  }
};

}  // namespace newsdex
