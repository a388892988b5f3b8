// The file `spare` of a generation: second copies of its manifest and its other small files, each
// compressed and with a checksum. Segments can be made anew from the articles they store; what the
// small files say (which segments count, which articles are deleted, the user's lists) stands
// nowhere else. The table of names is left out, for it is made from the lists.
#pragma once

#include <optional>
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

/// What a repair has done to the small files of an index: paths.
struct PutBack {
  std::vector<std::string> written;      // as their second copies have them
  std::vector<std::string> moved_aside;  // to where folders and the like went that had their places
};

/// What is likeliest to be the published generation where CURRENT or the manifest is damaged: as
/// its second copy has it, else as its manifest stands, which may be damaged.
std::optional<Generation> likely_generation(const IndexLayout& layout);

/// Moves a folder, link, pipe or the like that has the place of the lock aside, so that the lock
/// can be taken; returns where it is now. Throws Error{io}.
std::optional<std::string> make_way_for_lock(const IndexLayout& layout);

/// Puts back what is missing or damaged of CURRENT and of the small files of the generation it
/// names, or the newest one where it names none, and writes the copies anew where they are damaged
/// themselves; the rest stays as it is. Only for the holder of the lock. Throws Error{io}.
PutBack put_back_copies(const IndexLayout& layout);

}  // namespace newsdex
