// Dates of a query in words: "last month", "the summer of 2009", "10 Ordibehesht 1397".
//
// They are read by the tagger that reads articles, as if published today, so that a query means by
// them what an article does.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "newsdex/date.hpp"

namespace newsdex {

/// What a date filter may say, and the days that it means.
struct DateExpression {
  DateRange range;
  bool in_words = false;  // some of it depends on today or was read from words
};

/// Whether `text`, or an end of the range that it is, is a date with a time of day.
bool has_time_of_day(std::string_view text);

class DateExpressionReader {
 public:
  explicit DateExpressionReader(Day today);
  ~DateExpressionReader();
  DateExpressionReader(const DateExpressionReader&) = delete;
  DateExpressionReader& operator=(const DateExpressionReader&) = delete;

  /// Reads all that parse_date_range does, and at each end of a range, or alone, an English or
  /// Persian time expression that names a stretch of days, or a duration up to today ("the last 3
  /// months"); of a range in words both ends, "from April to June 2018", and of "since", "after",
  /// "until" and "before" the one. nullopt where the text is none of these, and where it has a time
  /// of day: it would be taken for the whole day.
  std::optional<DateExpression> read(std::string_view text);

 private:
  struct Tagging;
  std::optional<DaySpan> span_of_words(std::string_view text);
  std::optional<DateRange> range_of_words(std::string_view text);

  Day today_;
  std::unique_ptr<Tagging> tagging_;  // made when first needed
};

}  // namespace newsdex
