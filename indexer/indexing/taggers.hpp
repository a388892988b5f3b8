// What tells who is named in an article: the name list and, if wanted, the recogniser of further
// names.
#pragma once

#include <optional>
#include <span>

#include "discovery/name_discovery.hpp"
#include "newsdex/entity_recognizer.hpp"
#include "newsdex/gazetteer.hpp"

namespace newsdex {

/// Immutable after construction: share one among threads. Neither copied nor moved, as its parts
/// refer to each other.
struct Taggers {
  Taggers(std::span<const NameListFile> lists, bool with_discovery)
      : gazetteer(Gazetteer::parse(lists)), recognizer(gazetteer) {
    if (with_discovery) discovery.emplace(gazetteer);
  }
  Taggers(const Taggers&) = delete;
  Taggers& operator=(const Taggers&) = delete;

  Gazetteer gazetteer;
  EntityRecognizer recognizer;
  std::optional<NameDiscovery> discovery;
};

}  // namespace newsdex
