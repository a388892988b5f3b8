// Forms that a text alone does not settle: what else in the article speaks for them?
#pragma once

#include "entities/name_index.hpp"
#include "entities/reading.hpp"
#include "newsdex/date.hpp"

namespace newsdex {

/// Refuses readings whose form needs its country where the article is about another, or about none;
/// of initials see support_of_initial().
void require_country(const NameIndex& names, MainCountry& country, const PartialDate& published,
                     Interpretation& interpretation);

/// Refuses readings whose form needs a cue word where none is near, unless a platform stands in one
/// enumeration with an accepted one ("Soroush and Gap").
void require_context(const NameIndex& names, Interpretation& interpretation);

/// Refuses readings whose form never counts alone where no other form of the entity is accepted.
void require_company(Interpretation& interpretation);

}  // namespace newsdex
