#include "storage/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "newsdex/error.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kWriteBuffer = std::size_t{1} << 20;

FileDescriptor open_or_throw(const std::string& path, int flags) {
  FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC, 0666));
  if (!file.is_open()) throw_io_error("cannot open", path);
  return file;
}

// A pipe in a file's place must not block.
FileDescriptor open_regular(const std::string& path, struct stat& status) {
  FileDescriptor file = open_or_throw(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (::fstat(file.get(), &status) != 0) throw_io_error("cannot read", path);
  if (!S_ISREG(status.st_mode))
    throw Error(ErrorCode::io, fmt::format("{} is not a regular file", path));
  return file;
}

void write_all(const FileDescriptor& file, std::string_view content, const std::string& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(file.get(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_io_error("cannot write", path);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

void sync_file(const FileDescriptor& file, const std::string& path) {
  if (::fsync(file.get()) != 0) throw_io_error("cannot sync", path);
}

void rename_over(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw_io_error("cannot replace", to);
}

}  // namespace

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) ::close(fd_);
}

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)) {}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

MappedFile::MappedFile(const FilePlace& place) {
  if (!place.is_here()) {
    take(place.fetched());
    return;
  }
  const std::string& path = place.path();
  struct stat status = {};
  const FileDescriptor file = open_regular(path, status);
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* address = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file.get(), 0);
  if (address == MAP_FAILED) throw_io_error("cannot map", path);
  data_ = static_cast<const std::byte*>(address);
  is_mapped_ = true;
}

MappedFile MappedFile::of_bytes(std::string_view content) {
  MappedFile file;
  file.take(std::make_shared<FetchedFile>(content));
  return file;
}

void MappedFile::take(std::shared_ptr<const FetchedFile> file) {
  data_ = file->bytes().data();
  size_ = file->bytes().size();
  needed_ = NeededBytes(std::move(file));
}

MappedFile::~MappedFile() {
  if (is_mapped_) ::munmap(const_cast<std::byte*>(data_), size_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      is_mapped_(std::exchange(other.is_mapped_, false)),
      needed_(std::move(other.needed_)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(is_mapped_, other.is_mapped_);
  std::swap(needed_, other.needed_);
  return *this;
}

FileWriter::FileWriter(const std::string& path)
    : path_(path), file_(open_or_throw(path, O_WRONLY | O_CREAT | O_TRUNC)) {}

void FileWriter::append(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > kWriteBuffer) flush();
  if (bytes.size() > kWriteBuffer) return write_all(file_, bytes, path_);
  buffer_ += bytes;
}

void FileWriter::flush() {
  write_all(file_, buffer_, path_);
  buffer_.clear();
}

void FileWriter::write_at(std::uint64_t offset, std::string_view bytes) {
  flush();
  while (!bytes.empty()) {
    const ssize_t written =
        ::pwrite(file_.get(), bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_io_error("cannot write", path_);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
}

void FileWriter::finish() {
  flush();
  sync_file(file_, path_);
}

void write_file(const std::string& path, std::string_view content) {
  const FileDescriptor file = open_or_throw(path, O_WRONLY | O_CREAT | O_TRUNC);
  write_all(file, content, path);
  sync_file(file, path);
}

std::string temporary_path(const std::string& path) {
  return path + ".new";
}

void put_file_in_place(const std::string& path, std::string_view content) {
  if (try_read_file(path) == content) return;
  const std::string temporary = temporary_path(path);
  if (try_read_file(temporary) != content) write_file(temporary, content);
  rename_over(temporary, path);
}

void replace_file(const std::string& path, std::string_view content) {
  const std::string temporary = temporary_path(path);
  write_file(temporary, content);
  rename_over(temporary, path);
  sync_folder(std::filesystem::path(path).parent_path().string());
}

std::string read_whole_file(const FilePlace& place) {
  if (!place.is_here()) {
    const std::shared_ptr<const FetchedFile> file = place.fetched();
    file->need(0, file->bytes().size());
    return {reinterpret_cast<const char*>(file->bytes().data()), file->bytes().size()};
  }
  const std::string& path = place.path();
  struct stat status = {};
  const FileDescriptor file = open_regular(path, status);
  std::string content;
  char buffer[1 << 16];
  for (;;) {
    const ssize_t got = ::read(file.get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_io_error("cannot read", path);
    if (got == 0) return content;
    content.append(buffer, static_cast<std::size_t>(got));
  }
}

std::optional<std::string> try_read_file(const std::string& path) {
  try {
    return read_whole_file(path);
  } catch (const Error&) {
    return std::nullopt;
  }
}

bool has_stray(const std::string& path) {
  std::error_code ignored;
  const auto status = std::filesystem::symlink_status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

void sync_folder(const std::string& path) {
  const FileDescriptor folder = open_or_throw(path.empty() ? "." : path, O_RDONLY | O_DIRECTORY);
  sync_file(folder, path);
}

void throw_io_error(std::string_view what, const std::string& path) {
  const int error = errno;
  throw Error(ErrorCode::io, fmt::format("{} {}: {}", what, path, std::strerror(error)));
}

std::string checksum(std::string_view content) {
  return fmt::format("{:016x}", XXH3_64bits(content.data(), content.size()));
}

std::string file_checksum(const std::string& path) {
  const MappedFile file(path);
  return checksum({reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()});
}

}  // namespace newsdex
