// One number for all that a name list says.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "newsdex/gazetteer.hpp"

namespace newsdex {

/// XXH3-128 of the entities in order, in 32 hexadecimal digits. No two lists that differ in a field
/// are written alike: every text is preceded by its length and every list by its size. `spellings`
/// are the rules by which further forms are made of them.
std::string gazetteer_fingerprint(std::span<const Entity> entities, std::string_view spellings);

}  // namespace newsdex
