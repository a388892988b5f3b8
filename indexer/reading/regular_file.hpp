// Regular files read through a descriptor, so that every failure keeps the system's own words and
// a pipe or device put in a file's place can never block a run.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "reading/byte_source.hpp"

namespace newsdex {

/// An open regular file; closes it when destroyed.
class RegularFile {
 public:
  /// The error is a reason for ReadError: what the system says, or that it is no regular file.
  static tl::expected<RegularFile, std::string> open(const std::string& path);

  RegularFile(RegularFile&& other) noexcept;
  RegularFile& operator=(RegularFile&& other) noexcept;
  RegularFile(const RegularFile&) = delete;
  RegularFile& operator=(const RegularFile&) = delete;
  ~RegularFile();

  /// As it was when opened.
  [[nodiscard]] const struct stat& status() const { return status_; }

  /// Reads on from where the last read ended; fewer bytes than `out` holds only at the end.
  tl::expected<std::size_t, std::string> read(std::span<char> out);

  /// Moves to `offset` bytes from the beginning, where the next read begins; false where the system
  /// refuses.
  bool seek(std::int64_t offset);

 private:
  RegularFile(int descriptor, const struct stat& status)
      : descriptor_(descriptor), status_(status) {}

  int descriptor_;
  struct stat status_;
};

/// A RegularFile, which must outlive it, as the source of a std::istream. A failed read ends the
/// stream, and `error` tells why.
class FileBuffer : public ByteSource {
 public:
  explicit FileBuffer(RegularFile& file);

  std::string_view peek() override;
  [[nodiscard]] const std::string& error() const override { return error_; }

 protected:
  int_type underflow() override;
  pos_type seekoff(off_type offset, std::ios_base::seekdir from,
                   std::ios_base::openmode which) override;

 private:
  RegularFile& file_;
  off_type read_ = 0;  // bytes of the file up to the end of the block
  std::vector<char> block_;
  std::string error_;
};

/// All of a regular file that an option names. Throws Error{usage}, "WHAT PATH: reason", for one
/// that cannot be read or is larger than `most_bytes`, which are whole MiB.
std::string read_named_file(std::string_view what, const std::string& path, std::size_t most_bytes,
                            const std::string& hint = {});

/// "No such file or directory": the system's words for an errno.
std::string system_reason(int error_number);

}  // namespace newsdex
