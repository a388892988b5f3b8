// Where an index lies when the user does not say.
#pragma once

#include <string>

namespace newsdex {

/// The same in words, for help.
inline constexpr const char* kIndexPlace =
    "The index is the folder --db DIR, else $NEWSDEX_DB, else newsdex/default in\n"
    "$XDG_DATA_HOME or ~/.local/share.";

/// `given` unless empty, else $NEWSDEX_DB, else newsdex/default in $XDG_DATA_HOME or ~/.local/share
/// (XDG Base Directory Specification). Throws Error{usage} when nothing tells.
std::string index_location(const std::string& given);

}  // namespace newsdex
