#include "reading/bounded_lines.hpp"

#include <algorithm>
#include <string_view>

namespace newsdex {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10;

}  // namespace

BoundedLines::BoundedLines(std::istream& in, std::uint64_t max_line_bytes)
    : in_(in), max_line_bytes_(max_line_bytes), block_(kBlockBytes) {}

bool BoundedLines::fill() {
  in_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
  at_ = 0;
  filled_ = static_cast<std::size_t>(in_.gcount());
  return filled_ > 0;
}

BoundedLines::Outcome BoundedLines::next(std::string& line) {
  line.clear();
  bool any = false;
  bool too_long = false;
  for (bool ended = false; !ended && (at_ < filled_ || fill()); any = true) {
    const std::string_view left(block_.data() + at_, filled_ - at_);
    const std::size_t length = std::min(left.find('\n'), left.size());
    ended = length < left.size();
    at_ += length + (ended ? 1 : 0);
    too_long = too_long || line.size() + length > max_line_bytes_;
    if (!too_long) line.append(left.substr(0, length));
  }
  if (too_long) line.clear();
  if (!any) return Outcome::end;
  return too_long ? Outcome::too_long : Outcome::line;
}

}  // namespace newsdex
