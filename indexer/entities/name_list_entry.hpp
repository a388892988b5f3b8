// One entry of a name-list file as its author wrote it, before entries of one name are merged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "newsdex/entity.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

/// What an entry does not say is nullopt or empty, so that a later entry of the same name can add
/// to an earlier one without taking anything back.
struct NameListEntry {
  std::string file;  // the name it is known by in messages
  int line = 0;      // of the entry, from 1

  std::string name;
  EntityType type = EntityType::person;
  std::optional<std::string> country;
  int country_line = 0;
  std::optional<std::string> gender;
  std::optional<Alias> name_flags;                   // its form is empty
  std::vector<Alias> aliases;                        // without the name itself
  std::optional<std::vector<std::string>> surnames;  // in place of the last word of the name
  std::vector<std::string> further_surnames;         // beside it
  std::vector<std::string> context;
  std::vector<std::string> demonyms;
  std::vector<Office> offices;
};

}  // namespace newsdex
