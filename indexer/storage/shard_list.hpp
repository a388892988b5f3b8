// The shards of a collection: which indexes it is made of, and where they are.
//
// A text file, a shard a line:
//
//   # a comment, at a line's beginning or behind white space
//   local PATH                      an index on this machine, relative to the file's folder
//   remote ADDRESS [ADDRESS]...     one that is served; further addresses hold the same
//   timeout SECONDS                 after which an address that has not answered counts as dead
//
// An address is HOST:PORT, [IPV6]:PORT or just PORT, on this machine.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "storage/shard_server.hpp"

namespace newsdex {

/// The list's name in a folder of shards.
inline constexpr std::string_view kShardListFile = "shards";

inline constexpr std::chrono::milliseconds kShardTimeout{2000};

struct ShardEntry {
  std::string name;                     // as the list calls it: the path or the first address
  std::string folder;                   // of one on this machine
  std::vector<ShardAddress> addresses;  // of others

  bool operator==(const ShardEntry&) const = default;
};

struct ShardList {
  std::vector<ShardEntry> shards;
  std::chrono::milliseconds timeout = kShardTimeout;
};

/// The list that `index` names: itself if it is a file, else that in it if it is a folder of shards
/// and no index; nothing for an index. To be read by read_shard_list() (shard_exchange.hpp).
std::optional<std::string> shard_list_at(const std::string& index);

/// Throws Error{usage}, of what is to be one index.
[[noreturn]] void throw_holds_shards(const std::string& index);

/// The folders of the shards on this machine that the list in the folder `index` names; none where
/// `index` is an index. Throws Error{usage} where it is a list itself or none is here.
std::vector<std::string> local_shards(const std::string& index);

/// Throws Error{usage}, naming `path` and the line, for what cannot be understood.
ShardList parse_shard_list(std::string_view text, const std::string& path);

}  // namespace newsdex
