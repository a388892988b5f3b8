#include "printing/marked_text.hpp"

#include <algorithm>

namespace newsdex {

std::vector<MarkedPiece> marked_pieces(std::string_view text, std::span<const ByteRange> marks) {
  std::vector<MarkedPiece> pieces;
  std::size_t at = 0;
  const auto take_until = [&](std::size_t end, bool marked) {
    if (end > at) pieces.push_back({text.substr(at, end - at), marked});
    at = std::max(at, end);
  };
  for (const ByteRange& mark : marks) {
    take_until(std::min<std::size_t>(mark.begin, text.size()), false);
    take_until(std::min<std::size_t>(mark.end, text.size()), true);
  }
  take_until(text.size(), false);
  return pieces;
}

}  // namespace newsdex
