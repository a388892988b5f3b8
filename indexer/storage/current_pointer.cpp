#include "storage/current_pointer.hpp"

#include <fmt/format.h>

#include "storage/generation.hpp"

namespace newsdex {

std::string CurrentPointer::text() const {
  return fmt::format("{} {}\n", generation, manifest_checksum);
}

// A name with a slash would lead out of the index.
std::optional<CurrentPointer> parse_current(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos || !text.ends_with('\n')) return std::nullopt;
  const std::string_view name = text.substr(0, space);
  if (!name.starts_with(kGenerationPrefix) || name.find('/') != std::string_view::npos)
    return std::nullopt;
  return CurrentPointer{std::string(name),
                        std::string(text.substr(space + 1, text.size() - space - 2))};
}

}  // namespace newsdex
