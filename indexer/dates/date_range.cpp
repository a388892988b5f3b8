// Dates of the query language as ranges of days. Each side of ".." is read on its own into the days
// it covers, so a new way to name a stretch of time is a new reader in the table below.
#include <array>

#include "newsdex/date.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kRangeMark = "..";

struct Span {
  Day first = 0;
  Day last = 0;
};

using SpanReader = std::optional<Span> (*)(std::string_view text);

std::optional<Span> calendar_span(std::string_view text) {
  const std::optional<PartialDate> date = parse_date(text);
  if (!date) return std::nullopt;
  return Span{first_day(*date), last_day(*date)};
}

constexpr std::array<SpanReader, 1> kSpanReaders = {calendar_span};

std::optional<Span> read_span(std::string_view text) {
  for (const SpanReader read : kSpanReaders) {
    if (const std::optional<Span> span = read(text)) return span;
  }
  return std::nullopt;
}

std::optional<DateRange> between(std::string_view begin, std::string_view end) {
  DateRange range;
  if (!begin.empty()) {
    const std::optional<Span> span = read_span(begin);
    if (!span) return std::nullopt;
    range.first = span->first;
  }
  if (!end.empty()) {
    const std::optional<Span> span = read_span(end);
    if (!span) return std::nullopt;
    range.last = span->last;
  }
  if (!range.first && !range.last) return std::nullopt;
  if (range.first && range.last && *range.last < *range.first) return std::nullopt;
  return range;
}

}  // namespace

std::optional<DateRange> parse_date_range(std::string_view text) {
  const std::size_t mark = text.find(kRangeMark);
  if (mark != std::string_view::npos) {
    return between(trim_spaces(text.substr(0, mark)),
                   trim_spaces(text.substr(mark + kRangeMark.size())));
  }
  const std::optional<Span> span = read_span(text);
  if (!span) return std::nullopt;
  return DateRange{span->first, span->last};
}

}  // namespace newsdex
