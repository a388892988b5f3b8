// What was fetched of a shard, kept on disk, so that the next program that searches it need not
// fetch it again.
//
// A file a state of a shard, named by a hash of what tells that state from all others, to which
// entries are appended: u32 size of the key, u32 size of the value, u64 XXH3 of both, key, value.
// Nobody but the user may read folder or files, for they hold pieces of articles. A cache is no
// reason for anything to fail: what cannot be written is not kept, what is damaged is removed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "storage/file.hpp"

namespace newsdex {

/// Of all files of a cache folder together.
inline constexpr std::uint64_t kMostCacheBytes = std::uint64_t{1} << 30;

/// For one thread at a time; several programs may use the same file.
class ChunkCache {
 public:
  /// Makes the folder if needed. Removes files that were not used for the longest time where all
  /// come to more than `most_bytes`.
  ChunkCache(const std::string& folder, std::string_view state,
             std::uint64_t most_bytes = kMostCacheBytes);

  /// What was kept under a key, by this program or an earlier one.
  [[nodiscard]] std::optional<std::string> find(const std::string& key);

  void add(const std::string& key, std::string_view value);

 private:
  struct Entry {
    std::uint64_t offset = 0;  // of the key
    std::uint32_t size = 0;    // of the value
    std::uint64_t hash = 0;
  };
  void read_entries();
  void give_up();

  std::string path_;
  FileDescriptor file_;  // not open: nothing is kept
  std::uint64_t size_ = 0;
  std::uint64_t most_bytes_;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace newsdex
