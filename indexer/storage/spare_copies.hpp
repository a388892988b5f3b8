// The file `spare` of a generation: second copies of its manifest and its other small files, each
// compressed and with a checksum. Segments can be made anew from the articles they store; what the
// small files say (which segments count, which articles are deleted, the user's lists) stands
// nowhere else. The table of names is left out, for it is made from the lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storage/generation.hpp"

namespace newsdex {

inline constexpr std::string_view kSpareFile = "spare";

/// Writes copies of `manifest` and of the files it names, which are there, and syncs the file.
/// Throws Error{io}.
void write_spare(const IndexLayout& layout, const Generation& generation,
                 std::string_view manifest);

/// What is wrong with the copies themselves, a line each.
std::vector<std::string> spare_problems(const IndexLayout& layout, std::string_view generation);

/// Puts back what is missing or damaged of CURRENT and of the small files of the generation it
/// names, or the newest one where it names none, and writes the copies anew where they are damaged
/// themselves. Returns the paths of what it has written; the rest stays as it is. Only for the
/// holder of the lock. Throws Error{io}.
std::vector<std::string> put_back_copies(const IndexLayout& layout);

}  // namespace newsdex
