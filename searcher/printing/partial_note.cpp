#include "printing/partial_note.hpp"

#include <fmt/format.h>

namespace newsdex {

std::string partial_note(const SearchResult& result) {
  const auto& missing = result.missing;
  if (missing.empty()) return {};
  std::string names = missing.front().name;
  for (std::size_t i = 1; i < missing.size(); ++i)
    names += fmt::format("{}{}", i + 1 == missing.size() ? " and " : ", ", missing[i].name);
  return fmt::format("Partial: without {}, which {} missing", names,
                     missing.size() == 1 ? "is" : "are");
}

}  // namespace newsdex
