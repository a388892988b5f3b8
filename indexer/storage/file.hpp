// Files of an index: mapped to be read, synced when written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "storage/index_files.hpp"

namespace newsdex {

/// An open file descriptor that closes itself.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int fd) : fd_(fd) {}
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept;
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;

  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] bool is_open() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

/// A whole file mapped read-only. Only for files of the index, which never change once written.
class MappedFile {
 public:
  MappedFile() = default;
  /// Throws Error{io} when the file cannot be opened or mapped. Nothing is fetched yet of one that
  /// is not on this machine.
  explicit MappedFile(const FilePlace& place);
  /// A file that was put together in memory.
  static MappedFile of_bytes(std::string_view content);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] std::span<const std::byte> bytes() const { return {data_, size_}; }

  /// To be asked for bytes before they are looked at.
  [[nodiscard]] const NeededBytes& needed() const { return needed_; }

 private:
  void take(std::shared_ptr<const FetchedFile> file);

  const std::byte* data_ = nullptr;
  std::size_t size_ = 0;
  bool is_mapped_ = false;  // by this object
  NeededBytes needed_;
};

/// A new file, written through a buffer. Its functions throw Error{io}.
class FileWriter {
 public:
  explicit FileWriter(const std::string& path);

  void append(std::string_view bytes);
  /// Overwrites bytes appended before.
  void write_at(std::uint64_t offset, std::string_view bytes);
  /// Makes everything durable; to be called last.
  void finish();

 private:
  void flush();

  std::string path_;
  FileDescriptor file_;
  std::string buffer_;
};

/// Writes `content` to `path` and syncs it. Throws Error{io}.
void write_file(const std::string& path, std::string_view content);

/// Replaces `path` by `content` so that a reader sees either the old or the new whole, also after
/// a crash: a temporary file beside it, synced, renamed, the folder synced. Throws Error{io}.
void replace_file(const std::string& path, std::string_view content);

/// The last part of replace_file() alone, quick where `content` was written to the temporary file
/// before: renames that, writing it first where it says otherwise or is missing, and does nothing
/// where `path` says so already. The folder is not synced. Throws Error{io}.
void put_file_in_place(const std::string& path, std::string_view content);

/// The temporary file that `replace_file` writes to; one may be left where a run was killed.
std::string temporary_path(const std::string& path);

/// Reads a small regular file whole. Throws Error{io}, or what fetching it throws.
std::string read_whole_file(const FilePlace& place);

/// The same of a file here; nothing where it cannot be read.
std::optional<std::string> try_read_file(const std::string& path);

/// Whether something is at `path` that is no regular file: a folder, a link, a pipe, a device.
bool has_stray(const std::string& path);

/// Makes the names in a folder durable. Throws Error{io}.
void sync_folder(const std::string& path);

/// Throws Error{io} with `what`, `path` and the text of errno.
[[noreturn]] void throw_io_error(std::string_view what, const std::string& path);

/// 64-bit XXH3 of a file's content as 16 hexadecimal digits. Throws Error{io}.
std::string file_checksum(const std::string& path);

/// The same of bytes in memory.
std::string checksum(std::string_view content);

}  // namespace newsdex
