// The model goes into the program as it is, so that a lone binary works. It is mapped from there
// and only the pages that are used are read.
#include <cstddef>

#include "newsdex/name_tagger.hpp"

asm(R"(
  .pushsection .rodata
  .balign 64
newsdex_name_model:
  .incbin "model.bin"
newsdex_name_model_end:
  .popsection
)");

extern "C" {
[[gnu::visibility("hidden")]] extern const char newsdex_name_model[];
[[gnu::visibility("hidden")]] extern const char newsdex_name_model_end[];
}

namespace newsdex {

std::string_view default_name_model() {
  return {newsdex_name_model,
          static_cast<std::size_t>(newsdex_name_model_end - newsdex_name_model)};
}

}  // namespace newsdex
