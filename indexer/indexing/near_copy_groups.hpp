// Which articles of a generation are near copies of one another.
//
// Articles that agree in a band of their signatures are compared; those that are near copies, each
// of another, hang together. A story that was rewritten ten times over hangs together with what it
// no longer resembles, so each such cluster is gone through from its earliest article on: an
// article joins the first group of which it is a near copy of a member and has half in common with
// the earliest, or begins a group of its own. All of that follows the order of dates and ids and
// the keys of bands, so the groups are the same however articles are spread over segments.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "storage/generation.hpp"
#include "storage/near_copies.hpp"

namespace newsdex {

/// Takes 120 bytes an article at most, on up to `jobs` threads. `tombstones` are by segment name.
/// `step` is called now and then, by several threads at once, and may throw to give up. Throws
/// Error{bad_index} when a column is damaged.
std::vector<CopyGroup> near_copy_groups(const IndexLayout& layout, const Generation& generation,
                                        const std::map<std::string, Tombstones>& tombstones,
                                        unsigned jobs, const std::function<void()>& step);

}  // namespace newsdex
