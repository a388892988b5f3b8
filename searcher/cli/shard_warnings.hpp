// What is said on standard error of shards that an answer is without.
#pragma once

#include "newsdex/search_result.hpp"

namespace newsdex {

/// Names the shards that are missing, and addresses that were passed over for others.
void name_absent(const AbsentShards& shards);

/// The same beside an answer, which is that of the other shards.
void warn_of_absent(const AbsentShards& shards);

}  // namespace newsdex
