// Dates of a query in words: "last month", "the summer of 2009", "10 Ordibehesht 1397".
//
// They are read by the tagger that reads articles, as if published today, so that a query means by
// them what an article does.
#pragma once

#include <optional>
#include <string_view>

#include "newsdex/date.hpp"

namespace newsdex {

/// What a date filter may say, and the days that it means.
struct DateExpression {
  DateRange range;
  bool in_words = false;  // some of it depends on today or was read from words
};

/// Reads all that parse_date_range does, and at each end of a range, or alone, an English or
/// Persian time expression that names a stretch of days, or a duration up to today ("the last 3
/// months"). nullopt where the text is neither.
std::optional<DateExpression> parse_date_expression(std::string_view text, Day today);

}  // namespace newsdex
