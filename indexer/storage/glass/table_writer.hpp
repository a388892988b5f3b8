// Writes a glass table from front to back: entries come sorted, so every block is filled and
// written once, the leaves as they come and the branch blocks at the end.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/file.hpp"
#include "storage/glass/block.hpp"
#include "storage/glass/deflate.hpp"
#include "storage/glass/version_file.hpp"

namespace newsdex::glass {

/// A block being filled.
class BlockBuilder {
 public:
  void begin(unsigned level);
  [[nodiscard]] bool is_empty() const { return directory_end_ == kHeadBytes; }
  /// How large an item still fits.
  [[nodiscard]] std::size_t room() const {
    const std::size_t free = items_begin_ - directory_end_;
    return free > kSlotBytes ? free - kSlotBytes : 0;
  }
  /// Makes room for the next item, to be filled by the caller; it must fit.
  std::uint8_t* add(std::size_t size);
  /// The whole block, until the next call.
  std::string_view finish();

 private:
  std::array<std::uint8_t, kBlockSize> bytes_;
  std::size_t directory_end_ = kHeadBytes;
  std::size_t items_begin_ = kBlockSize;
};

/// The blocks of a table, written as they come and numbered from 0.
class BlockFile {
 public:
  explicit BlockFile(const std::string& path) : file_(path) {}
  std::uint32_t append(std::string_view block);
  [[nodiscard]] std::uint32_t blocks() const { return blocks_; }
  void finish() { file_.finish(); }

 private:
  FileWriter file_;
  std::uint32_t blocks_ = 0;
};

/// A written block and what tells it from the one before: its first key, or the beginning of it,
/// and that key's part.
struct WrittenBlock {
  std::string separator;
  std::uint32_t part = 0;
  std::uint32_t number = 0;
};

/// A row of leaves, filled in the order of the keys.
class LeafRow {
 public:
  /// The first row of a table begins with the null item.
  explicit LeafRow(bool is_first);

  [[nodiscard]] std::string_view last_key() const { return last_key_; }
  [[nodiscard]] bool has_entries() const { return !last_key_.empty(); }
  [[nodiscard]] std::size_t room() const { return block_.room(); }
  void add(std::string_view key, std::uint32_t part, unsigned flags, std::string_view tag,
           BlockFile& out);
  /// Writes what is left; the row's blocks in order.
  std::vector<WrittenBlock> finish(BlockFile& out);

 private:
  void begin_block(std::string_view key, std::uint32_t part);
  void write_block(BlockFile& out);

  BlockBuilder block_;
  WrittenBlock current_;
  std::vector<WrittenBlock> written_;
  std::string last_key_;
};

/// Its functions throw Error{io} when the system refuses to write, and for an entry that no glass
/// table can hold: a key that is longer than kMaxKeyBytes, empty or not after the one before, or a
/// tag of more than 65535 parts (about 130 MB).
class TableWriter {
 public:
  /// Whether all entries come in order, or some that stand before all others come late.
  enum class Order { sorted, late_beginning };

  /// Tags of more than `compress_min` bytes are deflated if that makes them smaller; 0 for never.
  TableWriter(const std::string& path, std::uint32_t compress_min, Order order = Order::sorted);

  /// Keys ascend by bytes.
  void add(std::string_view key, std::string_view tag);

  /// Only of a table with a late beginning: keys ascend by bytes, all before those of add(), and
  /// may come after them.
  void add_early(std::string_view key, std::string_view tag);

  /// How long a tag add() would put into what is left of the block, in one piece; of an empty block
  /// when only little is left.
  [[nodiscard]] std::size_t room(std::size_t key_size) const;

  /// Writes the branch blocks and makes the file durable.
  Root finish();

 private:
  void add_to(LeafRow& row, std::string_view key, std::string_view tag);
  void add_parts(LeafRow& row, std::string_view key, unsigned flags, std::string_view tag);
  std::vector<WrittenBlock> finish_leaves();
  std::vector<WrittenBlock> write_branches(const std::vector<WrittenBlock>& children,
                                           unsigned level);
  [[noreturn]] void refuse(std::string_view key, std::string_view why) const;

  std::string path_;
  BlockFile file_;
  std::uint32_t compress_min_;
  std::optional<Deflater> deflater_;
  std::uint64_t entries_ = 0;
  LeafRow row_;
  std::optional<LeafRow> early_row_;
};

}  // namespace newsdex::glass
