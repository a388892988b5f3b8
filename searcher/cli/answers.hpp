// How newsdex-search names itself and what its exit status says.
#pragma once

namespace newsdex {

inline constexpr const char* kProgram = "newsdex-search";
inline constexpr int kNothingFound = 1;

}  // namespace newsdex
