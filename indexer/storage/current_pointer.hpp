// The file CURRENT: the name of the published generation and the checksum of its manifest.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsdex {

struct CurrentPointer {
  std::string generation;  // "gen-000017"
  std::string manifest_checksum;

  /// The text of the file.
  [[nodiscard]] std::string text() const;
};

/// What the text of the file says; nothing where it cannot be such a text.
std::optional<CurrentPointer> parse_current(std::string_view text);

}  // namespace newsdex
