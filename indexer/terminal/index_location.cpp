#include "terminal/index_location.hpp"

#include <cstdlib>

#include "newsdex/error.hpp"

namespace newsdex {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

}  // namespace

std::string index_location(const std::string& given) {
  if (!given.empty()) return given;
  if (const std::string chosen = environment("NEWSDEX_DB"); !chosen.empty()) return chosen;
  const std::string data = environment("XDG_DATA_HOME");
  if (data.starts_with('/')) return data + "/newsdex/default";
  const std::string home = environment("HOME");
  if (home.empty()) {
    throw Error(ErrorCode::usage, "it is not known where the index is",
                "name its folder with --db DIR");
  }
  return home + "/.local/share/newsdex/default";
}

}  // namespace newsdex
