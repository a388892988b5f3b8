// Where an index lies when the user does not say.
#pragma once

#include <string>

namespace newsdex {

/// `given` unless empty, else $NEWSDEX_DB, else newsdex/default in $XDG_DATA_HOME or ~/.local/share
/// (XDG Base Directory Specification). Throws Error{usage} when nothing tells.
std::string index_location(const std::string& given);

}  // namespace newsdex
