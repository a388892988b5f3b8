// Files whose bytes are put into the program when it is built.
#pragma once

#include <string_view>

namespace newsdex {

/// corpus/names.yaml
std::string_view default_name_list_text();

/// spelling_variants.txt
std::string_view spelling_variants_text();

}  // namespace newsdex
