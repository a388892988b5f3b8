// How the names of a list are used in an index, and which names are missing from the list.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "newsdex/entity.hpp"
#include "newsdex/gazetteer.hpp"
#include "storage/generation.hpp"

namespace newsdex {

/// An entity as an index has it.
struct NameUse {
  std::string name;
  EntityType type = EntityType::person;
  std::uint64_t articles = 0;
  std::uint64_t mentions = 0;
  std::map<std::string, std::uint64_t> variants;  // as written, with their mentions

  /// The variants, most frequent first.
  [[nodiscard]] std::vector<std::pair<std::string, std::uint64_t>> by_count() const;
};

/// The entities that articles of the index mention, most articles first, then by name.
std::vector<NameUse> name_uses(const GenerationHandle& handle);

/// A form that several entities of the list claim without any of them asking for evidence.
struct NameClash {
  std::string form;
  std::vector<std::string> names;
};
std::vector<NameClash> name_clashes(const Gazetteer& gazetteer);

/// A name that articles have and no list does, as the recogniser found it or by its capitals.
struct UnlistedName {
  std::string name;                      // as facets show it, else its most frequent spelling
  EntityType type = EntityType::person;  // by the words in it and before it
  bool is_guess = false;                 // no word told the type
  std::uint64_t articles = 0;
  std::vector<std::string> spellings;  // others, where more than hyphens, case or accents differ
};

/// Names that at least `articles` articles of the index have and that are nobody's of the list:
/// those that the recogniser has found, with their spellings brought together as facets have them,
/// and rows of two to four capitalised words that are no part of a longer name; most articles
/// first, then by name.
std::vector<UnlistedName> unlisted_names(const GenerationHandle& handle, const Gazetteer& gazetteer,
                                         std::uint64_t articles);

}  // namespace newsdex
