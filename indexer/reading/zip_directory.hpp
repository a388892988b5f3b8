// What a zip archive lists of its members at its end, without unpacking any.
#pragma once

#include <string_view>

#include "reading/byte_source.hpp"

namespace newsdex {

/// Whether the archive lists a member of this name; false where the source cannot seek, or the list
/// is damaged or too far from the end. The source is left where it was.
bool zip_lists(ByteSource& source, std::string_view member);

}  // namespace newsdex
