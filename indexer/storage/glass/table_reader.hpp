// Reads a glass table where it lies, memory-mapped.
//
// A block is checked when it is first touched: its checksum, and then that its items lie within it
// and ascend, so that whoever reads on in it needs to check no more. A walk over the entries ends
// even in a table made to mislead, as every leaf must begin after the one before.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "storage/block_sums.hpp"
#include "storage/file.hpp"
#include "storage/glass/block.hpp"
#include "storage/glass/version_file.hpp"

namespace newsdex::glass {

/// A part of an entry, as views of the table.
struct LeafItem {
  std::string_view key;
  std::uint32_t part = 1;  // from 1
  bool is_last = false;
  bool is_deflated = false;
  std::string_view tag;
};

/// A checked block of a table. A cheap value.
class Block {
 public:
  Block() = default;
  explicit Block(const std::uint8_t* bytes) : bytes_(bytes) {}

  [[nodiscard]] const std::uint8_t* bytes() const { return bytes_; }
  [[nodiscard]] unsigned level() const { return bytes_[kLevelAt]; }
  [[nodiscard]] std::uint32_t items() const {
    return (load16(bytes_ + kDirectoryEndAt) - static_cast<std::uint32_t>(kHeadBytes)) /
           static_cast<std::uint32_t>(kSlotBytes);
  }
  [[nodiscard]] const std::uint8_t* item_bytes(std::uint32_t number) const {
    return bytes_ + load16(bytes_ + kHeadBytes + kSlotBytes * number);
  }

  /// Of a leaf.
  [[nodiscard]] LeafItem leaf_item(std::uint32_t number) const;
  /// Of a branch block.
  [[nodiscard]] std::uint32_t child(std::uint32_t number) const {
    return load32(item_bytes(number));
  }

  /// How many items stand at or before the key and part; those before `from` do in any case.
  [[nodiscard]] std::uint32_t items_up_to(std::string_view key, std::uint32_t part,
                                          std::uint32_t from) const;

 private:
  const std::uint8_t* bytes_ = nullptr;
};

/// Where a part of an entry stands. It lives as long as the table.
struct Place {
  Block leaf;
  std::uint32_t item = 0;
};

class TableReader {
 public:
  /// Maps the file and reads nothing of it yet. Throws Error{bad_index} when it is cut short or
  /// there is no such file, as all functions do when they meet damage.
  TableReader(const FilePlace& place, const Root& root, FileSums sums);

  /// A table without entries, of which there may be no file.
  explicit TableReader(std::string path) : path_(std::move(path)) {}

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::uint64_t entries() const { return root_.entries; }

  /// The last place at or before the key and part; nothing only in an empty table, which has no
  /// null item to begin with.
  [[nodiscard]] std::optional<Place> last_up_to(std::string_view key, std::uint32_t part) const;

  /// The first part of the entry with this key, if there is one.
  [[nodiscard]] std::optional<Place> find(std::string_view key) const;

  /// The first place at or after the key's first part.
  [[nodiscard]] std::optional<Place> first_from(std::string_view key) const;

  /// Moves on to the next place; false at the end of the table.
  bool advance(Place& place) const;

  /// The tag of the entry that begins at `place`, which then is its last part: a view of the table
  /// or, if it had to be put together, of `buffer`.
  std::string_view tag(Place& place, std::vector<char>& buffer) const;

  /// Reads every block and follows the whole tree.
  void check() const;

  [[noreturn]] void damaged(std::string_view what) const;

 private:
  // The way from the root to an item of a leaf, by levels.
  struct Path {
    std::array<Block, kMaxLevels> blocks;
    std::array<std::uint32_t, kMaxLevels> items;
  };

  [[nodiscard]] Block block(std::uint32_t number, unsigned level) const;
  void check_block(std::uint32_t number) const;
  void check_items(Block block) const;
  [[nodiscard]] Path descend(std::string_view key, std::uint32_t part) const;
  bool step(Path& path, bool forward) const;
  std::string_view joined_tag(Place& place, std::vector<char>& buffer) const;
  struct Walk;
  void check_tree(Walk& walk, Block block) const;

  std::string path_;
  Root root_;
  std::optional<FileSums> sums_;
  MappedFile file_;
  std::uint32_t blocks_ = 0;
  // A bit for every block that has been checked: several threads may check the same.
  mutable std::vector<std::atomic<std::uint64_t>> checked_;
};

}  // namespace newsdex::glass
