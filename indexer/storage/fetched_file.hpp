// A file that lies elsewhere and is fetched piece by piece, as it is read.
//
// Readers of an index look at mapped files and check each piece of them when they first touch it.
// For a file on a server the same place fetches the piece: into a mapping of the file's size that
// begins empty, so that whoever reads on in it need not know.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsdex {

/// Where chunks of an index's files come from. May be asked from several threads at once.
class ChunkSource {
 public:
  virtual ~ChunkSource() = default;

  /// A chunk of the file of this number in the directory, both from 0. Throws ShardLost when nobody
  /// answers, Error{bad_index} when what is answered cannot be one.
  virtual std::string fetch(std::uint32_t file, std::uint32_t chunk) = 0;
};

/// What a served copy says of one of its files.
struct ServedFile {
  std::string name;  // relative to the index, as in "seg-000001/columns"
  std::uint64_t size = 0;
  std::uint32_t chunk_bytes = 1;  // of all its chunks but the last, which may be shorter

  [[nodiscard]] std::uint64_t chunks() const { return (size + chunk_bytes - 1) / chunk_bytes; }

  bool operator==(const ServedFile&) const = default;
};

/// Its const functions may be called from several threads at once.
class FetchedFile {
 public:
  /// Nothing of it is there yet. `path` is its name in errors. Throws Error{bad_index} when there
  /// is no room for what it says to be its size.
  FetchedFile(std::shared_ptr<ChunkSource> source, std::uint32_t number, const ServedFile& file,
              std::string path);
  /// A file that is whole from the beginning.
  explicit FetchedFile(std::string_view content);
  ~FetchedFile();
  FetchedFile(const FetchedFile&) = delete;
  FetchedFile& operator=(const FetchedFile&) = delete;

  [[nodiscard]] std::span<const std::byte> bytes() const { return {data_, size_}; }

  /// Fetches what is not there yet of the bytes [begin, end), a range of bytes(). Throws as
  /// ChunkSource::fetch.
  void need(std::size_t begin, std::size_t end) const;

  /// Takes a chunk that has come unasked. Throws Error{bad_index} when it has a wrong size.
  void put(std::size_t chunk, std::string_view bytes) const;

 private:
  void map();
  void fetch(std::size_t chunk) const;
  [[nodiscard]] bool has(std::size_t chunk) const {
    return (there_[chunk / 64].load(std::memory_order_acquire) >> (chunk % 64) & 1) != 0;
  }

  std::shared_ptr<ChunkSource> source_;  // nullptr: everything is there
  std::uint32_t number_ = 0;
  std::size_t chunk_bytes_ = 1;
  std::string path_;
  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
  mutable std::mutex mutex_;                               // held by who writes
  mutable std::vector<std::atomic<std::uint64_t>> there_;  // a bit for each chunk
};

/// What readers ask before they look at bytes of a mapped file; does nothing for one on this
/// machine. A cheap value.
class NeededBytes {
 public:
  NeededBytes() = default;
  explicit NeededBytes(std::shared_ptr<const FetchedFile> file) : file_(std::move(file)) {}

  /// `size` bytes of the file from `begin` on. Throws as ChunkSource::fetch.
  void need(const void* begin, std::size_t size) const {
    if (file_ != nullptr) fetch(begin, size);
  }

 private:
  void fetch(const void* begin, std::size_t size) const;

  std::shared_ptr<const FetchedFile> file_;
};

}  // namespace newsdex
