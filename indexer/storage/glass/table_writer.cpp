#include "storage/glass/table_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "newsdex/error.hpp"
#include "storage/common_prefix.hpp"

namespace newsdex::glass {
namespace {

// Four items of this size fill a block: whoever inserts into the table later relies on that.
constexpr std::size_t kMaxItemBytes = (kBlockSize - kHeadBytes - 4 * kSlotBytes) / 4;

// A part of an entry is cut to what is left of a block only if that makes it at least this long.
constexpr std::size_t kLeastPart = 256;

constexpr std::uint32_t kMaxParts = 65535;

// Blocks carry the revision that wrote them; a database that is written once has only this one.
constexpr std::uint32_t kRevision = 1;

constexpr std::size_t item_head(std::size_t key_size, std::uint32_t part) {
  return kItemHeadBytes + key_size + (part > 1 ? kPartBytes : 0);
}

// The shortest beginning of `key` that stands after `before`.
std::string_view separator(std::string_view before, std::string_view key) {
  return key.substr(0, common_prefix(before, key) + 1);
}

constexpr std::size_t branch_item_size(std::string_view key) {
  return kBranchHeadBytes + key.size() + kPartBytes;
}

void put_child(BlockBuilder& block, const WrittenBlock& child) {
  const std::string_view key = child.separator;
  std::uint8_t* const at = block.add(branch_item_size(key));
  store32(at, child.number);
  at[4] = static_cast<std::uint8_t>(key.size());
  std::ranges::copy(key, at + kBranchHeadBytes);
  store16(at + kBranchHeadBytes + key.size(), child.part);
}

}  // namespace

void BlockBuilder::begin(unsigned level) {
  bytes_.fill(0);
  store32(bytes_.data(), kRevision);
  bytes_[kLevelAt] = static_cast<std::uint8_t>(level);
  directory_end_ = kHeadBytes;
  items_begin_ = kBlockSize;
}

std::uint8_t* BlockBuilder::add(std::size_t size) {
  items_begin_ -= size;
  store16(bytes_.data() + directory_end_, items_begin_);
  directory_end_ += kSlotBytes;
  return bytes_.data() + items_begin_;
}

std::string_view BlockBuilder::finish() {
  const std::size_t free = items_begin_ - directory_end_;
  store16(bytes_.data() + kMaxFreeAt, free);
  store16(bytes_.data() + kTotalFreeAt, free);
  store16(bytes_.data() + kDirectoryEndAt, directory_end_);
  return view(bytes_.data(), bytes_.size());
}

std::uint32_t BlockFile::append(std::string_view block) {
  file_.append(block);
  return blocks_++;
}

LeafRow::LeafRow(bool is_first) {
  block_.begin(0);
  if (!is_first) return;
  std::uint8_t* const item = block_.add(kItemHeadBytes);
  store16(item, kFirstPart | kLastPart);
  item[2] = 0;
}

void LeafRow::add(std::string_view key, std::uint32_t part, unsigned flags, std::string_view tag,
                  BlockFile& out) {
  const std::size_t head = item_head(key.size(), part);
  if (block_.room() < head + tag.size()) {
    write_block(out);
    begin_block(key, part);
  } else if (block_.is_empty()) {
    current_ = {std::string(key), part, 0};
  }
  std::uint8_t* at = block_.add(head + tag.size());
  store16(at, flags | (head + tag.size() - kItemHeadBytes));
  at[2] = static_cast<std::uint8_t>(key.size());
  std::memcpy(at + kItemHeadBytes, key.data(), key.size());
  if (part > 1) store16(at + head - kPartBytes, part);
  if (!tag.empty()) std::memcpy(at + head, tag.data(), tag.size());
  last_key_.assign(key);
}

void LeafRow::begin_block(std::string_view key, std::uint32_t part) {
  block_.begin(0);
  current_ = {std::string(separator(last_key_, key)), part, 0};
}

void LeafRow::write_block(BlockFile& out) {
  current_.number = out.append(block_.finish());
  written_.push_back(std::move(current_));
}

std::vector<WrittenBlock> LeafRow::finish(BlockFile& out) {
  if (!block_.is_empty()) write_block(out);
  return std::move(written_);
}

TableWriter::TableWriter(const std::string& path, std::uint32_t compress_min, Order order)
    : path_(path),
      file_(path),
      compress_min_(compress_min),
      row_(/*is_first=*/order == Order::sorted) {
  if (compress_min_ > 0) deflater_.emplace();
  if (order == Order::late_beginning) early_row_.emplace(/*is_first=*/true);
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  add_to(row_, key, tag);
}

void TableWriter::add_early(std::string_view key, std::string_view tag) {
  add_to(*early_row_, key, tag);
}

std::size_t TableWriter::room(std::size_t key_size) const {
  const std::size_t head = item_head(key_size, 1);
  const std::size_t item = std::min(row_.room(), kMaxItemBytes);
  return item < head + kLeastPart ? kMaxItemBytes - head : item - head;
}

void TableWriter::add_to(LeafRow& row, std::string_view key, std::string_view tag) {
  if (key.size() > kMaxKeyBytes) refuse(key, "it is too long");
  if (key <= row.last_key()) refuse(key, "it does not stand after the one before");
  ++entries_;
  if (deflater_ && tag.size() > compress_min_) {
    if (const auto deflated = deflater_->deflate(tag)) {
      return add_parts(row, key, kDeflated, *deflated);
    }
  }
  add_parts(row, key, 0, tag);
}

void TableWriter::add_parts(LeafRow& row, std::string_view key, unsigned flags,
                            std::string_view tag) {
  for (std::uint32_t part = 1;; ++part) {
    if (part > kMaxParts) refuse(key, "what it stands for is too long");
    const std::size_t head = item_head(key.size(), part);
    std::size_t size = std::min(tag.size(), kMaxItemBytes - head);
    if (row.room() < head + size && row.room() >= head + kLeastPart) size = row.room() - head;
    const bool is_last = size == tag.size();
    row.add(key, part, flags | (part == 1 ? kFirstPart : 0) | (is_last ? kLastPart : 0),
            tag.substr(0, size), file_);
    if (is_last) return;
    tag.remove_prefix(size);
  }
}

Root TableWriter::finish() {
  Root root;
  root.compress_min = compress_min_;
  root.entries = entries_;
  root.empty = entries_ == 0;
  root.in_order = !early_row_ || !row_.has_entries();
  if (!root.empty) {
    std::vector<WrittenBlock> blocks = finish_leaves();
    while (blocks.size() > 1) blocks = write_branches(blocks, ++root.level);
    root.block = blocks.front().number;
    root.blocks = file_.blocks();
  }
  file_.finish();
  return root;
}

std::vector<WrittenBlock> TableWriter::finish_leaves() {
  std::vector<WrittenBlock> late = row_.finish(file_);
  if (!early_row_) return late;
  std::vector<WrittenBlock> blocks = early_row_->finish(file_);
  if (!late.empty()) {
    WrittenBlock& first = late.front();
    if (first.separator <= early_row_->last_key()) {
      refuse(early_row_->last_key(), "it does not stand before the others");
    }
    first.separator = separator(early_row_->last_key(), first.separator);
  }
  std::ranges::move(late, std::back_inserter(blocks));
  return blocks;
}

std::vector<WrittenBlock> TableWriter::write_branches(const std::vector<WrittenBlock>& children,
                                                      unsigned level) {
  std::vector<WrittenBlock> written;
  BlockBuilder block;
  block.begin(level);
  for (const WrittenBlock& child : children) {
    if (block.room() < branch_item_size(child.separator)) {
      written.back().number = file_.append(block.finish());
      block.begin(level);
    }
    if (block.is_empty()) {
      // The first item needs no separator; the block takes it for its own.
      written.push_back({child.separator, child.part, 0});
      put_child(block, {{}, 0, child.number});
    } else {
      put_child(block, child);
    }
  }
  written.back().number = file_.append(block.finish());
  return written;
}

void TableWriter::refuse(std::string_view key, std::string_view why) const {
  throw Error(ErrorCode::io,
              fmt::format("cannot write a key of {} bytes to {}: {}", key.size(), path_, why));
}

}  // namespace newsdex::glass
