// What a shard knows of the collection that it is a part of: a file of its generation.
#pragma once

#include <optional>
#include <string>

#include "storage/generation.hpp"

namespace newsdex {

inline constexpr std::string_view kShardFile = "shard.json";
inline constexpr unsigned kMostShards = 1000;  // of one build

struct ShardMark {
  std::string collection;  // the same for all shards of one build, and for no others
  unsigned number = 0;     // from 0
  unsigned of = 1;

  bool operator==(const ShardMark&) const = default;
};

std::string encode_shard_mark(const ShardMark& mark);

/// Nothing for an index that is none. Throws Error{bad_index} when the file is damaged, or says
/// what no build does.
std::optional<ShardMark> shard_mark(const GenerationHandle& handle);

/// Whether the generation is that of a shard, be its mark damaged or not.
bool is_shard(const Generation& generation);

/// Whether the index in a folder of this machine is a shard, as far as that can be told where it is
/// damaged.
bool is_shard(const std::string& folder);

}  // namespace newsdex
