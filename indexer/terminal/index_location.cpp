#include "terminal/index_location.hpp"

#include "newsdex/error.hpp"
#include "terminal/environment.hpp"

namespace newsdex {
std::string index_location(const std::string& given) {
  if (!given.empty()) return given;
  if (const auto chosen = environment("NEWSDEX_DB"); !chosen.empty()) return std::string(chosen);
  const std::string data(environment("XDG_DATA_HOME"));
  if (data.starts_with('/')) return data + "/newsdex/default";
  const std::string home(environment("HOME"));
  if (home.empty()) {
    throw Error(ErrorCode::usage, "it is not known where the index is",
                "name its folder with --db DIR");
  }
  return home + "/.local/share/newsdex/default";
}

}  // namespace newsdex
