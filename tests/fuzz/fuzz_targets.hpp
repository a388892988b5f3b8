// What is fed with hostile bytes: by libFuzzer (NEWSDEX_FUZZERS), and in every test run by a replay
// of the seeds and their mutations.
#pragma once

#include <span>
#include <string_view>

namespace newsdex::fuzz {

struct FuzzTarget {
  std::string_view name;  // of its folder of seeds below corpus/, too
  /// Aborts if something that must hold does not.
  void (*run)(std::string_view bytes);
  int mutations = 1000;  // of its seeds in every test run: fewer of what takes long
};

std::span<const FuzzTarget> fuzz_targets();

}  // namespace newsdex::fuzz
