// A text and the ranges that matched in it, cut at the borders of the ranges.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "newsdex/search_result.hpp"

namespace newsdex {

struct MarkedPiece {
  std::string_view text;  // never empty
  bool marked = false;
};

/// The pieces of `text` in order; together they are the whole text. Ranges that leave the text or
/// overlap an earlier one are cut to what is left.
std::vector<MarkedPiece> marked_pieces(std::string_view text, std::span<const ByteRange> marks);

}  // namespace newsdex
