// A tree of untrusted YAML, as libyaml reads it.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace newsdex {

/// One value of a YAML text, with all that is in it.
struct YamlNode {
  enum class Kind : std::uint8_t { null, scalar, sequence, map };

  Kind kind = Kind::null;
  int line = 0;                    ///< where it begins, from 1
  std::string scalar;              ///< of a scalar
  std::vector<YamlNode> children;  ///< the elements of a sequence; a map's keys and values by turns
};

/// Why a text is no YAML that newsdex reads.
struct YamlError : std::runtime_error {
  YamlError(int at, const std::string& reason) : std::runtime_error(reason), line(at) {}

  int line;  ///< from 1
};

/// The documents of a text, which must be UTF-8. Throws YamlError. Refuses anchors' aliases, which
/// can blow a short text up to any size, and nesting beyond 64.
[[nodiscard]] std::vector<YamlNode> parse_yaml(std::string_view text);

}  // namespace newsdex
