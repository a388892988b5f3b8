// The manifest of a generation as JSON.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "newsdex/error.hpp"
#include "storage/damage.hpp"
#include "storage/generation.hpp"

namespace newsdex {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(GenerationSegment, name, articles, live_articles, live_tokens,
                                   checksums)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Generation, name, schema, analyzer, gazetteer, discovery, dates,
                                   xapian_tables, file_dates, segments, languages, checksums)

std::string to_json(const Generation& generation) {
  return nlohmann::json(generation).dump(1) + "\n";
}

Generation parse_generation(std::string_view json, const std::string& path) {
  try {
    const nlohmann::json value = nlohmann::json::parse(json);
    const int schema = value.at("schema").get<int>();
    if (schema != kSchemaVersion) {
      throw Error(ErrorCode::bad_index,
                  fmt::format("{} is of schema version {}; this program reads version {}", path,
                              schema, kSchemaVersion),
                  "build the index again: newsdex-index build SOURCE... --db DIR");
    }
    return value.get<Generation>();
  } catch (const nlohmann::json::exception& error) {
    throw_damaged(path, error.what());
  }
}

}  // namespace newsdex
