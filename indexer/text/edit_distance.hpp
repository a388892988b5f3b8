// How alike two words are, for "did you mean".
#pragma once

#include <cstddef>
#include <string_view>

namespace newsdex {

/// Edits (insertions, deletions, replacements, swaps of neighbours: optimal string alignment) that
/// turn `a` into `b`, counted in bytes; any number above `most` when there are more than that.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace newsdex
