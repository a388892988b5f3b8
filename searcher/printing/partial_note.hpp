// What an answer says of the shards that it lacks.
#pragma once

#include <string>

#include "newsdex/search_result.hpp"

namespace newsdex {

/// "Partial: without 10.0.0.2:7001 and 10.0.0.3:7001, which are missing"; empty where all shards
/// have answered. Names are as the list of shards has them, unescaped.
std::string partial_note(const SearchResult& result);

}  // namespace newsdex
