// What stands between two words of a text.
#pragma once

#include <string_view>

#include "discovery/text_items.hpp"

namespace newsdex::discovery {

/// The strongest mark among the bytes between two words. Full stops are `stop`, whether or not they
/// end a sentence; `dot` is never returned.
Mark mark_in(std::string_view gap);

}  // namespace newsdex::discovery
