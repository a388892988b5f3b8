#include "dates/context.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace newsdex {

std::string_view Site::before(std::size_t distance) const {
  if (distance > first) return {};
  for (std::size_t i = first; i > first - distance; --i) {
    if (sentence_ends_between(text, tokens[i - 1], tokens[i])) return {};
  }
  return tokens[first - distance].form;
}

std::string_view Site::after(std::size_t distance) const {
  if (last + distance >= tokens.size()) return {};
  for (std::size_t i = last; i < last + distance; ++i) {
    if (sentence_ends_between(text, tokens[i], tokens[i + 1])) return {};
  }
  return tokens[last + distance].form;
}

char Site::byte_before() const {
  const std::size_t begin = tokens[first].begin;
  return begin == 0 ? '\0' : text[begin - 1];
}

char Site::byte_after() const {
  const std::size_t end = tokens[last].end;
  return end >= text.size() ? '\0' : text[end];
}

std::size_t ParagraphCursor::find_break(std::size_t from) const {
  return std::min(text_.find("\n\n", from), text_.size());
}

std::size_t ParagraphCursor::begin_of(std::size_t place) {
  while (next_break_ < place) {
    begin_ = next_break_ + 1;
    next_break_ = find_break(begin_);
  }
  return begin_;
}

bool Context::spoken_nearby() const {
  const std::size_t begin = site.tokens[site.first].begin;
  if (!spoken || spoken_at > begin || paragraphs == nullptr) return false;
  return paragraphs->begin_of(begin) <= spoken_at;
}

std::optional<Granule> Context::day_past_midnight(int minute) const {
  constexpr auto kTo =
      std::to_array<std::string_view>({"to", "till", "til", "until", "through", "-", "–", "—"});
  constexpr std::size_t kLongestLink = 24;  // " and then until "
  const std::size_t begin = site.tokens[site.first].begin;
  if (clock_end == 0 || clock_end > begin || minute > clock_minute) return std::nullopt;
  if (begin - clock_end > kLongestLink) return std::nullopt;
  std::string_view between = site.text.substr(clock_end, begin - clock_end);
  if (between.starts_with('.')) between.remove_prefix(1);  // "6 p.m."
  between = trim_spaces(between);
  const bool framed = between == "and" && site.text.substr(0, clock_begin).ends_with("etween ");
  if (!framed && std::find(kTo.begin(), kTo.end(), between) == kTo.end()) return std::nullopt;
  return Granule{clock_day.unit, clock_day.index + 1};
}

}  // namespace newsdex
