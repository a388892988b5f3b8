#include "storage/shard_mark.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "storage/damage.hpp"
#include "storage/served_copy.hpp"
#include "storage/spare_copies.hpp"

namespace newsdex {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ShardMark, collection, number, of)

std::string encode_shard_mark(const ShardMark& mark) {
  return nlohmann::json(mark).dump() + "\n";
}

std::optional<ShardMark> shard_mark(const GenerationHandle& handle) {
  if (!is_shard(handle.generation())) return std::nullopt;
  const FilePlace place = handle.file(kShardFile);
  try {
    const ShardMark mark = nlohmann::json::parse(handle.read(kShardFile)).get<ShardMark>();
    if (mark.of > kMostShards || mark.number >= mark.of)
      throw_damaged(place.path(), fmt::format("it is shard {} of {}", mark.number, mark.of));
    return mark;
  } catch (const nlohmann::json::exception& error) {
    throw_damaged(place.path(), error.what());
  }
}

bool is_shard(const Generation& generation) {
  return generation.checksums.contains(std::string(kShardFile));
}

// Where no manifest can be read, shards alone are served.
bool is_shard(const std::string& folder) {
  const IndexLayout layout{folder};
  if (!has_index(folder)) return false;
  const auto generation = likely_generation(layout);
  return generation ? is_shard(*generation) : has_served_copy(layout);
}

}  // namespace newsdex
