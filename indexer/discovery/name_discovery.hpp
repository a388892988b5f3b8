// All that finding names takes besides the name list.
#pragma once

#include <string>

#include "discovery/name_linker.hpp"
#include "newsdex/name_tagger.hpp"

namespace newsdex {

/// Immutable after construction: share one among threads, each with a workspace of its own.
struct NameDiscovery {
  /// With the built-in model. `gazetteer` must outlive it.
  explicit NameDiscovery(const Gazetteer& gazetteer)
      : tagger(default_name_model()), linker(gazetteer) {}

  NameTagger tagger;
  NameLinker linker;
};

/// Changes whenever other names may be found, or found names be linked otherwise.
std::string discovery_fingerprint();

}  // namespace newsdex
