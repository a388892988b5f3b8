// Field names as people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "newsdex/schema.hpp"

namespace newsdex {

/// The field of this name or alias, without regard to the case of ASCII letters.
std::optional<Field> find_field(std::string_view name);

/// The field whose name or alias is a slip of the pen away from `name`.
std::optional<Field> nearest_field(std::string_view name);

/// All names, separated by commas.
std::string list_field_names();

}  // namespace newsdex
