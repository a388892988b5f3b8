// The environment that a program was started in.
#pragma once

#include <cstdlib>
#include <string_view>

namespace newsdex {

/// The value of a variable; empty if it is not set. Valid until somebody sets it.
inline std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

}  // namespace newsdex
