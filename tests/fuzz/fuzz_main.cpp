// libFuzzer's entry. The environment variable NEWSDEX_FUZZ_TARGET names the target.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/fuzz_targets.hpp"

namespace {

const newsdex::fuzz::FuzzTarget& chosen_target() {
  const char* const name = std::getenv("NEWSDEX_FUZZ_TARGET");
  for (const newsdex::fuzz::FuzzTarget& target : newsdex::fuzz::fuzz_targets()) {
    if (name != nullptr && target.name == name) return target;
  }
  std::fputs("NEWSDEX_FUZZ_TARGET names no target\n", stderr);
  std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const newsdex::fuzz::FuzzTarget kTarget = chosen_target();
  kTarget.run({reinterpret_cast<const char*>(data), size});
  return 0;
}
