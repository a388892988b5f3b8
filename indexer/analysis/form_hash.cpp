#include "analysis/form_hash.hpp"

// Compiled into this file: a call through the library costs more than hashing a word.
#define XXH_INLINE_ALL
#include <xxhash.h>

namespace newsdex {

std::uint32_t hash_of_form(std::string_view form) {
  return static_cast<std::uint32_t>(XXH3_64bits(form.data(), form.size()));
}

}  // namespace newsdex
