// Readings to mentions: a place with one entity left names it; one with several names nobody.
#pragma once

#include "entities/name_index.hpp"
#include "entities/reading.hpp"
#include "newsdex/entity_recognizer.hpp"

namespace newsdex {

/// `keep_rejected` also says what was turned down, and why.
Recognition conclude(const NameIndex& names, const Interpretation& interpretation,
                     bool keep_rejected);

}  // namespace newsdex
