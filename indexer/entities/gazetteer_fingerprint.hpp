// One number for all that a name list says.
#pragma once

#include <span>
#include <string>

#include "newsdex/gazetteer.hpp"

namespace newsdex {

/// XXH3-128 of the entities in order, in 32 hexadecimal digits. No two lists that differ in a field
/// are written alike: every text is preceded by its length and every list by its size.
std::string gazetteer_fingerprint(std::span<const Entity> entities);

}  // namespace newsdex
