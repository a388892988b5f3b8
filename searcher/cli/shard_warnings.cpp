#include "cli/shard_warnings.hpp"

#include <fmt/format.h>

#include "cli/answers.hpp"
#include "terminal/program.hpp"

namespace newsdex {

void name_absent(const AbsentShards& shards) {
  for (const MissingShard& address : shards.passed_over) {
    print_problem(kProgram, fmt::format("{} is passed over: {}", address.name, address.reason));
  }
  for (const MissingShard& shard : shards.missing) {
    print_problem(kProgram, fmt::format("shard {} is missing: {}", shard.name, shard.reason));
  }
}

void warn_of_absent(const AbsentShards& shards) {
  name_absent(shards);
  if (!shards.missing.empty()) print_problem(kProgram, "this is the answer of the other shards");
}

}  // namespace newsdex
