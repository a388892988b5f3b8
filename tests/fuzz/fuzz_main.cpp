// libFuzzer's entry: one program a target, which NEWSDEX_FUZZ_TARGET names.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "fuzz/fuzz_targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto kTargets = newsdex::fuzz::fuzz_targets();
  static const auto kTarget = std::find_if(kTargets.begin(), kTargets.end(), [](const auto& each) {
    return each.name == NEWSDEX_FUZZ_TARGET;
  });
  kTarget->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
