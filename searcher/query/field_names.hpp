// Field names as people write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "newsdex/schema.hpp"

namespace newsdex {

/// The field of this name or alias, without regard to the case of ASCII letters.
std::optional<Field> find_field(std::string_view name);

/// What stands before a colon as a field does, but names no property of articles.
enum class Reference : std::uint8_t { saved_query, similar, sentence };

/// The reference of this name, without regard to the case of ASCII letters.
std::optional<Reference> find_reference(std::string_view name);

/// The name, of a field or a reference, that is a slip of the pen away from `name`; of an alias,
/// the name of its field. Empty if none is.
std::string_view nearest_field_name(std::string_view name);

/// All names, separated by commas.
std::string list_field_names();

}  // namespace newsdex
