#include "newsdex/discovered_name.hpp"

#include <array>
#include <cstddef>

namespace newsdex {

std::string_view to_string(Standing standing) {
  constexpr std::array<std::string_view, 5> kWords = {"", "byline", "unlinked", "uncertain",
                                                      "ambiguous"};
  return kWords[static_cast<std::size_t>(standing)];
}

}  // namespace newsdex
