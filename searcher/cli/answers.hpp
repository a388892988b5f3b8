// How newsdex-search names itself and what its exit status says.
#pragma once

#include <array>
#include <string_view>

namespace newsdex {

inline constexpr const char* kProgram = "newsdex-search";
inline constexpr int kNothingFound = 1;
inline constexpr int kWrongUse = 2;
inline constexpr int kNothingFoundInPart = 3;  // shards are missing

struct ExitStatus {
  std::string_view status;
  std::string_view meaning;
};

/// For help and manual.
inline constexpr std::array<ExitStatus, 4> kExitStatus = {
    {{"0", "found"},
     {"1", "nothing found"},
     {"2", "wrong use, bad query or failure"},
     {"3", "nothing found, but shards are missing"}}};

}  // namespace newsdex
