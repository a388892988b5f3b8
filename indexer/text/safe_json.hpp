// JSON that is safe to look at.
#pragma once

#include <ostream>
#include <string_view>

namespace newsdex {

/// Writes serialized JSON, which must be valid UTF-8 and on one line, with every character that
/// could drive a terminal or fool a reader as an escape. In such JSON they occur only inside
/// strings, so the value stays the same.
void write_safe_json(std::ostream& out, std::string_view json);

}  // namespace newsdex
