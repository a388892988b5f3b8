// A section of a column file with a checksum for every kSumBytes of it, so that a search which
// reads little of it compares little: a block is checked when it is first touched.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/block_sums.hpp"

struct XXH3_state_s;

namespace newsdex {

/// Sums what a section is filled with.
class BlockSummer {
 public:
  BlockSummer();
  void append(std::string_view bytes);
  /// The sums of all blocks, the last of which may be short; to be called last.
  std::vector<std::uint64_t> finish();

 private:
  void end_block();

  std::unique_ptr<XXH3_state_s, void (*)(XXH3_state_s*)> hash_;  // of the open block
  std::size_t filled_ = 0;                                       // bytes of it
  std::vector<std::uint64_t> sums_;
};

/// May be asked from several threads at once: two may compare the same checksum, and come to the
/// same end.
class SummedBytes {
 public:
  SummedBytes() = default;
  /// The section `name` of `file`, with the sums of the section `sums`, which are compared with
  /// their checksum at once. The file must outlive this object. Throws Error{bad_index}, naming
  /// `path`.
  SummedBytes(const ColumnFile& file, std::string_view name, std::string_view sums,
              std::string path);

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

  /// Fetches, where that is needed, and checks the blocks in which the bytes [begin, end) lie, a
  /// range of bytes(). Returns where the last of these blocks ends. Throws Error{bad_index} when
  /// one has not its checksum.
  const char* check(const char* begin, const char* end) const;

 private:
  std::string_view bytes_;
  NeededBytes needed_;
  std::optional<FileSums> sums_;
  mutable std::vector<std::atomic<std::uint64_t>> checked_;  // a bit for each block
};

}  // namespace newsdex
