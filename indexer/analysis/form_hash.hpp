// The hash that tokens carry of their form, for tables that are looked up by form.
#pragma once

#include <cstdint>
#include <string_view>

namespace newsdex {

std::uint32_t hash_of_form(std::string_view form);

}  // namespace newsdex
