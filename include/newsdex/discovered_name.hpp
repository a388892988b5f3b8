// A name of an article that no list holds, and whose name it is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "newsdex/entity.hpp"

namespace newsdex {

/// Whether a found name counts for the article. Only those that do are values of facets.
enum class Standing : std::uint8_t {
  counted,
  byline,     // who wrote, photographed or distributed the article
  unlinked,   // a surname of nobody whom the article names in full
  uncertain,  // the recogniser is not sure enough
  ambiguous,  // the surname of several persons, and the text does not say whose
};

/// "", "byline", "unlinked", "uncertain", "ambiguous": the `role` that `tag` and `explain` print.
std::string_view to_string(Standing standing);

struct DiscoveredName {
  TextField field = TextField::body;
  std::uint32_t begin = 0;  // bytes into the field's text
  std::uint32_t end = 0;
  EntityType type = EntityType::person;
  Standing standing = Standing::counted;
  std::uint8_t confidence = 0;  // percent
  std::string name;  // the same for all mentions of one: as the article names it most fully
  std::string id;    // "person/ali-shamkhani"
  std::vector<std::string> candidates = {};  // of an ambiguous one: whom the article names so

  auto operator<=>(const DiscoveredName&) const = default;
};

}  // namespace newsdex
