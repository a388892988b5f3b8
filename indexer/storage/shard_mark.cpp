#include "storage/shard_mark.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "storage/damage.hpp"

namespace newsdex {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ShardMark, collection, number, of)

std::string encode_shard_mark(const ShardMark& mark) {
  return nlohmann::json(mark).dump() + "\n";
}

std::optional<ShardMark> shard_mark(const GenerationHandle& handle) {
  if (!handle.generation().checksums.contains(std::string(kShardFile))) return std::nullopt;
  const FilePlace place = handle.file(kShardFile);
  try {
    const ShardMark mark = nlohmann::json::parse(read_whole_file(place)).get<ShardMark>();
    if (mark.of > kMostShards || mark.number >= mark.of)
      throw_damaged(place.path(), fmt::format("it is shard {} of {}", mark.number, mark.of));
    return mark;
  } catch (const nlohmann::json::exception& error) {
    throw_damaged(place.path(), error.what());
  }
}

}  // namespace newsdex
