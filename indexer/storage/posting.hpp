// What an inverted index is made of, as writers take it and readers give it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace newsdex {

/// That a term stands in an article, and how often; 0 times for a label. Without initial values, as
/// it comes by the thousand.
struct Posting {
  std::uint32_t article;
  std::uint32_t count;

  bool operator==(const Posting&) const = default;
};

/// A term of an article, and how often it stands there.
struct TermCount {
  std::string_view term;
  std::uint32_t count = 0;

  bool operator==(const TermCount&) const = default;
};

/// What an article has in a value slot.
struct ArticleValue {
  std::uint32_t article = 0;
  std::string_view value;
};

/// The positions of a row of postings, one list after the other: those of posting i are
/// positions[starts[i]] to positions[starts[i + 1]], ascending. Without starts there are none.
struct PositionLists {
  std::span<const std::uint32_t> starts;
  std::span<const std::uint32_t> positions;

  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t posting) const {
    if (starts.empty()) return {};
    return positions.subspan(starts[posting], starts[posting + 1] - starts[posting]);
  }
};

}  // namespace newsdex
