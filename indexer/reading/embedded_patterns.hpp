// Files of this stage whose bytes are put into the program when it is built.
#pragma once

#include <string_view>

namespace newsdex {

/// boilerplate.txt
std::string_view boilerplate_text();

}  // namespace newsdex
