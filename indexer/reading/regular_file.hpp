// Regular files read through a descriptor, so that every failure keeps the system's own words and
// a pipe or device put in a file's place can never block a run.
#pragma once

#include <sys/stat.h>

#include <span>
#include <streambuf>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

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

 private:
  RegularFile(int descriptor, const struct stat& status)
      : descriptor_(descriptor), status_(status) {}

  int descriptor_;
  struct stat status_;
};

/// A RegularFile, which must outlive it, as the source of a std::istream. A failed read ends the
/// stream, and `error` tells why.
class FileBuffer : public std::streambuf {
 public:
  explicit FileBuffer(RegularFile& file);

  /// What the stream is about to give, without taking it: the beginning of the file when called
  /// before anything was read.
  std::string_view peek();

  /// Empty unless a read failed.
  [[nodiscard]] const std::string& error() const { return error_; }

 protected:
  int_type underflow() override;

 private:
  RegularFile& file_;
  std::vector<char> block_;
  std::string error_;
};

/// "No such file or directory": the system's words for an errno.
std::string system_reason(int error_number);

}  // namespace newsdex
