// The files of an index that lies elsewhere, and places of files wherever they are.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/fetched_file.hpp"

namespace newsdex {

/// No chunk is larger, whatever a server says.
inline constexpr std::size_t kMostChunkBytes = std::size_t{64} << 20;

/// What a served copy of an index says of itself.
struct ServedDirectory {
  std::string state;  // of the index: what CURRENT holds, and by it a checksum of everything
  std::vector<ServedFile> files;
  std::uint32_t openings = 0;  // parcels of what is needed first

  bool operator==(const ServedDirectory&) const = default;
};

/// As JSON, and back; throws Error{bad_index}, naming `shard`.
std::string encode_directory(const ServedDirectory& directory);
ServedDirectory parse_directory(std::string_view json, const std::string& shard);

/// May be asked from several threads at once. What was fetched of a file stays as long as this
/// object lives, however often the file is opened.
class IndexFiles {
 public:
  /// `shard` is what errors call the index.
  IndexFiles(std::shared_ptr<ChunkSource> source, ServedDirectory directory, std::string shard);

  [[nodiscard]] const std::string& shard() const { return shard_; }

  /// Throws Error{bad_index} when there is no such file.
  std::shared_ptr<const FetchedFile> open(std::string_view name);

  /// Takes chunks that were sent together (append_together). Throws Error{bad_index} when they are
  /// none.
  void put_together(std::string_view bytes);

 private:
  std::shared_ptr<const FetchedFile> open(std::uint32_t number);

  std::shared_ptr<ChunkSource> source_;
  const ServedDirectory directory_;
  std::string shard_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;  // by name
  std::mutex mutex_;                                           // of opened_
  std::map<std::uint32_t, std::shared_ptr<const FetchedFile>> opened_;
};

/// A file or folder of an index, on this machine or on a server. A cheap value.
class FilePlace {
 public:
  /// On this machine. Implicit, for that is what a path says.
  FilePlace(std::string path) : path_(std::move(path)) {}
  FilePlace(const char* path) : path_(path) {}
  /// The folder of an index that lies elsewhere.
  explicit FilePlace(std::shared_ptr<IndexFiles> files)
      : path_(files->shard()), files_(std::move(files)) {}

  /// What lies in the folder by this name, which may have slashes.
  [[nodiscard]] FilePlace operator/(std::string_view name) const;

  /// For messages and, if it is on this machine, to open it.
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] bool is_here() const { return files_ == nullptr; }

  /// Of a file that is not here; throws Error{bad_index} when it is missing.
  [[nodiscard]] std::shared_ptr<const FetchedFile> fetched() const { return files_->open(name_); }

 private:
  std::string path_;
  std::string name_;  // within files_
  std::shared_ptr<IndexFiles> files_;
};

/// A chunk as it travels: compressed if that pays, and with a checksum; and back, nullopt when it
/// is none of at most `most` bytes.
std::string pack_chunk(std::string_view bytes);
std::optional<std::string> unpack_chunk(std::string_view packed, std::size_t most);

/// A packed chunk beside others.
struct SentChunk {
  std::uint64_t file = 0;
  std::uint64_t chunk = 0;
  std::string_view packed;
};

/// Appends a packed chunk to those that travel together.
void append_together(std::string& out, std::uint32_t file, std::uint32_t chunk,
                     std::string_view packed);

/// The same chunks; nullopt when they cannot be taken apart. `together` must outlive them.
std::optional<std::vector<SentChunk>> take_apart(std::string_view together);

}  // namespace newsdex
