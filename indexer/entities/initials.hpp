// Persons of the list by one initial and the surname: "H. Rouhani". Many are called so, and the
// form counts only on evidence.
#pragma once

#include "entities/name_index.hpp"
#include "entities/reading.hpp"
#include "newsdex/date.hpp"

namespace newsdex {

/// Whether a reading is by a form of one initial and a surname that was made by rule.
bool is_by_initial(const Interpretation& interpretation, const Reading& reading);

/// Whether such a reading, of a person whose country is not the one that the article is about, may
/// count all the same: behind his given name ("Vladimir V. Putin") or a title that he held by the
/// day `published`, or, doubtful, where the article names his country and the surname is none that
/// many bear.
enum class InitialSupport : std::uint8_t { none, country_named, title, full_name };
InitialSupport support_of_initial(const NameIndex& names, MainCountry& country,
                                  const Interpretation& interpretation, const Reading& reading,
                                  const PartialDate& published);

/// Refuses them where the article gives the surname to somebody else of that initial ("Hamid
/// Rouhani"); accepts them of persons whom the article names otherwise, too, and refuses them of
/// others of that initial then.
void settle_initials(const NameIndex& names, Interpretation& interpretation);

}  // namespace newsdex
