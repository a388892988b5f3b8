// Checksums of the files of a glass database, as glass has none: a column file `sums` beside them
// with a section for each file, named like it, of one 64-bit XXH3 for every kSumBytes of it. A
// reader checks a block when it first touches it, so that a damaged one never gives a wrong answer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/column_file.hpp"

namespace newsdex {

inline constexpr std::size_t kSumBytes = 8192;
inline constexpr std::string_view kSumsFile = "sums";

/// Sums the files of `folder`, each once it is finished. Its functions throw Error{io}.
class BlockSumsWriter {
 public:
  explicit BlockSumsWriter(std::string folder) : folder_(std::move(folder)) {}

  /// The file `name` of the folder.
  void add(std::string_view name);

  /// A hash of all that was added so far.
  [[nodiscard]] std::array<char, 16> hash() const;

  /// Writes the sums and makes them durable, names of the folder included.
  void finish();

 private:
  std::string folder_;
  std::vector<std::pair<std::string, std::vector<std::uint64_t>>> files_;
};

/// Sums all files of a finished glass database. Throws Error{io}.
void write_block_sums(const std::string& folder);

/// The sums of one file.
class FileSums {
 public:
  /// `needed` is of the file in which the sums lie.
  FileSums(std::span<const std::uint64_t> sums, std::string path, NeededBytes needed = {})
      : sums_(sums), path_(std::move(path)), needed_(std::move(needed)) {}

  /// Throws Error{bad_index} when the sums are not as many as a file of `size` bytes has.
  void check_size(std::size_t size) const;

  /// Checks the blocks of which `file`, the whole file, has bytes in [begin, end), which must be
  /// there. Throws Error{bad_index} naming the first one that differs.
  void check(std::span<const std::byte> file, std::size_t begin, std::size_t end) const;

 private:
  std::span<const std::uint64_t> sums_;
  std::string path_;
  NeededBytes needed_;
};

/// The sums of a folder's files, memory-mapped.
class BlockSums {
 public:
  /// Throws Error{bad_index} when they are missing or damaged.
  explicit BlockSums(const FilePlace& folder);

  /// The sums of the file `name`, living as long as this object.
  [[nodiscard]] FileSums of(std::string_view name) const;

 private:
  std::string folder_;
  ColumnFile file_;
};

}  // namespace newsdex
