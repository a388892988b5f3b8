// A list of positions as the position table has it: interpolative coding (Moffat and Stuiver,
// "Binary interpolative coding for effective index compression", Information Retrieval 3, 2000).
//
// The last position, packed; if there are more, a row of bits with the first one, the number of
// those in between, and then, halving the list again and again, the middle one of what lies between
// two known ones, the nearer half first. Each is a number below a limit that follows from the known
// ones.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsdex::glass {

/// No list may have more: many positions in a row take next to no bytes, and a damaged or hostile
/// file must not exhaust memory.
inline constexpr std::size_t kMaxPositions = std::size_t{1} << 26;

/// Appends a list that is not empty and ascends.
void append_positions(std::string& out, std::span<const std::uint32_t> positions);

/// Replaces the content of `out`. Throws Error{bad_index} naming `path`.
void read_positions(std::string_view bytes, std::string_view path, std::vector<std::uint32_t>& out);

}  // namespace newsdex::glass
