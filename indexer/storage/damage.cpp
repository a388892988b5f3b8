#include "storage/damage.hpp"

#include <fmt/format.h>

namespace newsdex {

void throw_damaged(std::string_view path, std::string_view what) {
  throw Damage(std::string(path),
               fmt::format("{} is damaged{}{}", path, what.empty() ? "" : ": ", what));
}

}  // namespace newsdex
