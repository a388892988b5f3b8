// What must hold of an outcome, whatever the input.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace newsdex::fuzz {

/// Ends the program, which is what libFuzzer takes for a finding.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

}  // namespace newsdex::fuzz
