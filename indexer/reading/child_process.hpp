// Another program as a filter, started without a shell.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace newsdex {

/// Bounds on what a child may take.
struct ChildLimits {
  std::chrono::seconds time{60};
  std::uint64_t output_bytes = std::uint64_t{64} << 20;
  std::uint64_t memory_bytes = std::uint64_t{2} << 30;  // of address space
};

enum class ChildFailure : std::uint8_t { not_installed, no_start, timeout, too_much, failed };

/// Runs `command` (looked for in PATH; no part of it is seen by a shell), gives it `input` as a
/// file on standard input, and returns what it wrote on standard output. It is killed once it
/// exceeds a limit. Its complaints go nowhere.
tl::expected<std::string, ChildFailure> run_filter(const std::vector<std::string>& command,
                                                   std::string_view input,
                                                   const ChildLimits& limits);

}  // namespace newsdex
