// The bytes of corpus/names.yaml, put into the program when it is built.
#pragma once

#include <string_view>

namespace newsdex {

std::string_view default_name_list_text();

}  // namespace newsdex
