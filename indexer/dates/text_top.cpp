#include "dates/text_top.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace newsdex {

TextTop::TextTop(std::string_view text) : text_(text) {
  bool below_prose = false;
  for (std::size_t at = 0; count_ < kMostLines; ++count_) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim_spaces(text.substr(at, end - at));
    const std::size_t begin =
        line.empty() ? end : static_cast<std::size_t>(line.data() - text.data());
    lines_.at(count_) = {begin, end, below_prose};
    below_prose |= line.size() > kShortLineBytes || line.ends_with('.');
    if (end == text.size()) {
      ++count_;
      break;
    }
    at = end + 1;
  }
}

const TextTop::Line* TextTop::line_of(std::size_t place) const {
  const auto top = lines();
  const auto found =
      std::find_if(top.begin(), top.end(), [place](const Line& each) { return place <= each.end; });
  return found == top.end() ? nullptr : &*found;
}

TextTop::Surroundings TextTop::around(std::size_t begin, std::size_t end) const {
  const Line* const line = line_of(begin);
  const Line* const last = line_of(end);
  if (line == nullptr) return {};
  const std::size_t from = std::min(line->begin, begin);
  const std::size_t after = last == nullptr ? end : std::min(last->end, end + kMostBytes);
  const std::string_view before = text_.substr(from, begin - from);
  const bool far = before.size() > kMostBytes;
  return {far ? before.substr(0, kMostBytes) : trim_spaces(before),
          trim_spaces(text_.substr(end, std::max(after, end) - end))};
}

}  // namespace newsdex
