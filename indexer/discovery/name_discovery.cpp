#include "discovery/name_discovery.hpp"

#include <fmt/format.h>
#include <xxhash.h>

namespace newsdex {
namespace {

// To be raised when found names are linked or spelt otherwise.
constexpr int kLinkingVersion = 4;

}  // namespace

std::string discovery_fingerprint() {
  const std::string_view model = default_name_model();
  return fmt::format("{}/{:016x}", kLinkingVersion, XXH3_64bits(model.data(), model.size()));
}

}  // namespace newsdex
