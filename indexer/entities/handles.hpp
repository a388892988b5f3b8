// Names that somebody chose for an account or an address, and that name nobody.
#pragma once

#include <cstddef>

#include "entities/field_text.hpp"

namespace newsdex {

/// Whether token `token` is part of a handle, of the host of a mail address or of the path of an
/// address: "@Khamenei_ir", "news@telegram.org", "t.me/Khamenei".
bool is_handle(const FieldText& text, std::size_t token);

}  // namespace newsdex
