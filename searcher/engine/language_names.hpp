// What people call languages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsdex {

/// The name of the language with this code (a primary subtag) in English, and in itself; empty for
/// a code that stands for none. From ICU's locale data.
std::vector<std::string> language_names(std::string_view code);

}  // namespace newsdex
