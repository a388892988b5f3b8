#include "reading/regular_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "newsdex/error.hpp"
#include "reading/format.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxBlockBytes = std::size_t{256} << 10;
constexpr std::size_t kMinBlockBytes = std::size_t{4} << 10;

// Articles are small: a block of the file's size and one byte more finds its end in one read.
std::size_t block_bytes(const struct stat& status) {
  const auto size = static_cast<std::size_t>(status.st_size);
  return std::clamp(size, kMinBlockBytes, kMaxBlockBytes - 1) + 1;
}

}  // namespace

std::string system_reason(int error_number) {
  return std::generic_category().message(error_number);
}

// O_NONBLOCK: opening a pipe that took the file's place must return at once.
tl::expected<RegularFile, std::string> RegularFile::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (descriptor < 0) {
    return tl::unexpected(fmt::format("cannot be opened: {}", system_reason(errno)));
  }
  struct stat status = {};
  const bool known = ::fstat(descriptor, &status) == 0;
  RegularFile file(descriptor, status);
  if (!known || !S_ISREG(status.st_mode)) {
    return tl::unexpected(std::string("not a regular file"));
  }
  return file;
}

RegularFile::RegularFile(RegularFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), status_(other.status_) {}

RegularFile& RegularFile::operator=(RegularFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(status_, other.status_);
  return *this;
}

RegularFile::~RegularFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

tl::expected<std::size_t, std::string> RegularFile::read(std::span<char> out) {
  std::size_t filled = 0;
  while (filled < out.size()) {
    const ssize_t got = ::read(descriptor_, out.data() + filled, out.size() - filled);
    if (got == 0) break;
    if (got > 0) {
      filled += static_cast<std::size_t>(got);
    } else if (errno != EINTR) {
      return tl::unexpected(fmt::format("cannot be read: {}", system_reason(errno)));
    }
  }
  return filled;
}

bool RegularFile::seek(std::int64_t offset) {
  return ::lseek(descriptor_, offset, SEEK_SET) == offset;
}

std::string read_named_file(std::string_view what, const std::string& path, std::size_t most_bytes,
                            const std::string& hint) {
  const auto fail = [&](const std::string& reason) -> Error {
    return {ErrorCode::usage, fmt::format("{} {}: {}", what, path, reason), hint};
  };
  auto file = RegularFile::open(path);
  if (!file) throw fail(file.error());
  FileBuffer buffer(*file);
  std::string text = read_rest(buffer, most_bytes);
  if (!buffer.error().empty()) throw fail(buffer.error());
  if (text.size() > most_bytes)
    throw fail(fmt::format("larger than the limit of {}", size_in_words(most_bytes)));
  return text;
}

FileBuffer::FileBuffer(RegularFile& file) : file_(file), block_(block_bytes(file.status())) {}

std::string_view FileBuffer::peek() {
  underflow();
  return {gptr(), static_cast<std::size_t>(egptr() - gptr())};
}

FileBuffer::int_type FileBuffer::underflow() {
  if (gptr() < egptr()) return traits_type::to_int_type(*gptr());
  const auto got = file_.read(block_);
  if (!got) error_ = got.error();
  const std::size_t length = got.value_or(0);
  setg(block_.data(), block_.data(), block_.data() + length);
  read_ += static_cast<off_type>(length);
  return length == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
}

FileBuffer::pos_type FileBuffer::seekoff(off_type offset, std::ios_base::seekdir from,
                                         std::ios_base::openmode /*which*/) {
  const pos_type failed(off_type(-1));
  const off_type here = read_ - (egptr() - gptr());
  if (from == std::ios_base::cur && offset == 0) return here;
  const off_type size = file_.status().st_size;
  const off_type base = from == std::ios_base::beg ? 0 : from == std::ios_base::cur ? here : size;
  if (offset < -base || offset > size - base) return failed;
  const off_type to = base + offset;
  const off_type block_begin = read_ - (egptr() - eback());
  if (to >= block_begin && to <= read_) {
    setg(eback(), eback() + (to - block_begin), egptr());
  } else if (file_.seek(to)) {
    setg(block_.data(), block_.data(), block_.data());
    read_ = to;
  } else {
    return failed;
  }
  return to;
}

}  // namespace newsdex
