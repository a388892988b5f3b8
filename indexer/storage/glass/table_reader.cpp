#include "storage/glass/table_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <compare>
#include <utility>

#include "storage/damage.hpp"
#include "storage/glass/deflate.hpp"

namespace newsdex::glass {
namespace {

struct KeyAndPart {
  std::string_view key;
  std::uint32_t part = 0;

  bool operator==(const KeyAndPart&) const = default;
  auto operator<=>(const KeyAndPart& other) const {
    const int order = key.compare(other.key);
    return order != 0 ? order <=> 0 : part <=> other.part;
  }
};

KeyAndPart key_of(const std::uint8_t* item, bool is_leaf) {
  if (!is_leaf) {
    const std::size_t size = item[4];
    return {view(item + kBranchHeadBytes, size), load16(item + kBranchHeadBytes + size)};
  }
  const std::size_t size = item[2];
  const bool is_first = (load16(item) & kFirstPart) != 0;
  return {view(item + kItemHeadBytes, size), is_first ? 1 : load16(item + kItemHeadBytes + size)};
}

// Whether an item at `item` lies within `left` bytes.
bool lies_within(const std::uint8_t* item, std::size_t left, bool is_leaf) {
  if (!is_leaf) return left > kBranchHeadBytes && kBranchHeadBytes + item[4] + kPartBytes <= left;
  if (left < kItemHeadBytes) return false;
  const std::size_t size = kItemHeadBytes + (load16(item) & kSizeMask);
  const std::size_t part = (load16(item) & kFirstPart) != 0 ? 0 : kPartBytes;
  return size <= left && kItemHeadBytes + item[2] + part <= size;
}

std::uint64_t load_big_endian(const void* at) {
  std::uint64_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return __builtin_bswap64(value);
}

// The first eight bytes of a key, as a number that sorts like them; zeros stand in for missing
// ones. The key is one of a block's, so that there are eight bytes before its end however short it
// is.
std::uint64_t beginning_of(std::string_view key) {
  if (key.size() >= 8) return load_big_endian(key.data());
  if (key.empty()) return 0;
  return load_big_endian(key.data() + key.size() - 8) << (8 * (8 - key.size()));
}

std::uint64_t beginning_of_any(std::string_view key) {
  char bytes[8] = {};
  std::copy_n(key.begin(), std::min<std::size_t>(key.size(), 8), bytes);
  return load_big_endian(bytes);
}

// How many items stand at or before `bound`, by halving what is left of them. Most keys differ in
// their first eight bytes.
template <bool is_leaf>
std::uint32_t count_up_to(Block block, const KeyAndPart& bound, std::uint32_t from) {
  const std::uint64_t beginning = beginning_of_any(bound.key);
  std::uint32_t left = block.items() - from;
  while (left > 0) {
    const std::uint32_t half = left / 2;
    const KeyAndPart item = key_of(block.item_bytes(from + half), is_leaf);
    const std::uint64_t item_beginning = beginning_of(item.key);
    if (item_beginning != beginning ? item_beginning > beginning : bound < item) {
      left = half;
    } else {
      from += half + 1;
      left -= half + 1;
    }
  }
  return from;
}

}  // namespace

LeafItem Block::leaf_item(std::uint32_t number) const {
  const std::uint8_t* const at = item_bytes(number);
  const std::uint32_t flags = load16(at);
  const auto [key, part] = key_of(at, true);
  const std::size_t head =
      kItemHeadBytes + key.size() + ((flags & kFirstPart) != 0 ? 0 : kPartBytes);
  return {key, part, (flags & kLastPart) != 0, (flags & kDeflated) != 0,
          view(at + head, kItemHeadBytes + (flags & kSizeMask) - head)};
}

std::uint32_t Block::items_up_to(std::string_view key, std::uint32_t part,
                                 std::uint32_t from) const {
  const KeyAndPart bound = {key, part};
  return level() == 0 ? count_up_to<true>(*this, bound, from)
                      : count_up_to<false>(*this, bound, from);
}

TableReader::TableReader(const FilePlace& place, const Root& root, FileSums sums)
    : path_(place.path()), root_(root), sums_(std::move(sums)) {
  file_ = open_part(place, [](const FilePlace& file) { return MappedFile(file); });
  sums_->check_size(file_.bytes().size());
  blocks_ = static_cast<std::uint32_t>(
      std::min<std::size_t>(file_.bytes().size() / root_.block_size, UINT32_MAX));
  if (root_.block >= blocks_) damaged("it is cut short");
  checked_ = std::vector<std::atomic<std::uint64_t>>(blocks_ / 64 + 1);
}

Block TableReader::block(std::uint32_t number, unsigned level) const {
  const std::uint64_t bit = std::uint64_t{1} << (number % 64);
  if (number >= blocks_) damaged("a branch leads out of the file");
  if ((checked_[number / 64].load(std::memory_order_relaxed) & bit) == 0) {
    check_block(number);
    checked_[number / 64].fetch_or(bit, std::memory_order_relaxed);
  }
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(file_.bytes().data());
  const Block found(bytes + std::size_t{number} * root_.block_size);
  if (found.level() != level) damaged("a branch leads to a wrong level");
  return found;
}

void TableReader::check_block(std::uint32_t number) const {
  const std::size_t begin = std::size_t{number} * root_.block_size;
  file_.needed().need(file_.bytes().data() + begin, root_.block_size);
  sums_->check(file_.bytes(), begin, begin + root_.block_size);
  check_items(Block(reinterpret_cast<const std::uint8_t*>(file_.bytes().data()) + begin));
}

void TableReader::check_items(Block block) const {
  const std::size_t directory_end = load16(block.bytes() + kDirectoryEndAt);
  if (directory_end < kHeadBytes + kSlotBytes || directory_end > root_.block_size ||
      (directory_end - kHeadBytes) % kSlotBytes != 0) {
    damaged("a block has no proper directory");
  }
  const bool is_leaf = block.level() == 0;
  KeyAndPart before;
  for (std::uint32_t i = 0; i < block.items(); ++i) {
    const auto offset = static_cast<std::size_t>(block.item_bytes(i) - block.bytes());
    if (offset < directory_end || offset > root_.block_size ||
        !lies_within(block.item_bytes(i), root_.block_size - offset, is_leaf)) {
      damaged("an item lies outside its block");
    }
    const KeyAndPart key = key_of(block.item_bytes(i), is_leaf);
    const bool is_compared = is_leaf ? i > 0 : i > 1;
    if (is_compared && key <= before) damaged("the keys of a block do not ascend");
    before = key;
  }
}

// At every level the last item up to the key; in branch blocks the first is taken unseen. In the
// leaf there may be none, which is one before the first: steps take that into account.
TableReader::Path TableReader::descend(std::string_view key, std::uint32_t part) const {
  Path path;
  std::uint32_t number = root_.block;
  for (unsigned level = root_.level; level > 0; --level) {
    path.blocks[level] = block(number, level);
    path.items[level] = path.blocks[level].items_up_to(key, part, 1) - 1;
    number = path.blocks[level].child(path.items[level]);
  }
  path.blocks[0] = block(number, 0);
  path.items[0] = path.blocks[0].items_up_to(key, part, 0) - 1;
  return path;
}

// To the last item of the leaf before, or to the first of the leaf after.
bool TableReader::step(Path& path, bool forward) const {
  unsigned level = 1;
  const auto is_at_end = [&] {
    return path.items[level] == (forward ? path.blocks[level].items() - 1 : 0);
  };
  while (level <= root_.level && is_at_end()) ++level;
  if (level > root_.level) return false;
  path.items[level] += forward ? 1 : -1u;
  for (; level > 0; --level) {
    const std::uint32_t number = path.blocks[level].child(path.items[level]);
    path.blocks[level - 1] = block(number, level - 1);
    path.items[level - 1] = forward ? 0 : path.blocks[level - 1].items() - 1;
  }
  return true;
}

std::optional<Place> TableReader::last_up_to(std::string_view key, std::uint32_t part) const {
  if (root_.empty) return std::nullopt;
  Path path = descend(key, part);
  const bool is_before_leaf = path.items[0] + 1 == 0;
  if (is_before_leaf && !step(path, /*forward=*/false)) return std::nullopt;
  return Place{path.blocks[0], path.items[0]};
}

std::optional<Place> TableReader::find(std::string_view key) const {
  if (root_.empty) return std::nullopt;
  const Path path = descend(key, 1);
  if (path.items[0] + 1 == 0) return std::nullopt;
  const Place place = {path.blocks[0], path.items[0]};
  const LeafItem item = place.leaf.leaf_item(place.item);
  if (item.key != key || item.part != 1) return std::nullopt;
  return place;
}

std::optional<Place> TableReader::first_from(std::string_view key) const {
  if (root_.empty) return std::nullopt;
  Path path = descend(key, 0);  // parts begin at 1: all before the key
  Place place = {path.blocks[0], path.items[0] + 1};
  if (place.item < place.leaf.items()) return place;
  if (!step(path, /*forward=*/true)) return std::nullopt;
  return Place{path.blocks[0], path.items[0]};
}

bool TableReader::advance(Place& place) const {
  if (++place.item < place.leaf.items()) return true;
  const LeafItem last = place.leaf.leaf_item(place.item - 1);
  Path path = descend(last.key, last.part);
  if (path.blocks[0].bytes() != place.leaf.bytes())
    damaged("a leaf stands where it does not belong");
  if (!step(path, /*forward=*/true)) return false;
  place = {path.blocks[0], 0};
  const LeafItem next = place.leaf.leaf_item(0);
  if (KeyAndPart{next.key, next.part} <= KeyAndPart{last.key, last.part}) {
    damaged("the keys of its leaves do not ascend");
  }
  return true;
}

std::string_view TableReader::tag(Place& place, std::vector<char>& buffer) const {
  const LeafItem first = place.leaf.leaf_item(place.item);
  const std::string_view whole = first.is_last ? first.tag : joined_tag(place, buffer);
  if (!first.is_deflated) return whole;
  std::optional<std::vector<char>> inflated = inflate_bytes(whole);
  if (!inflated) damaged("a deflated entry cannot be inflated");
  buffer = std::move(*inflated);
  return {buffer.data(), buffer.size()};
}

std::string_view TableReader::joined_tag(Place& place, std::vector<char>& buffer) const {
  const LeafItem first = place.leaf.leaf_item(place.item);
  buffer.assign(first.tag.begin(), first.tag.end());
  for (LeafItem part = first; !part.is_last;) {
    const std::uint32_t expected = part.part + 1;
    if (!advance(place)) damaged("an entry ends early");
    part = place.leaf.leaf_item(place.item);
    if (part.key != first.key || part.part != expected) damaged("an entry lacks a part");
    buffer.insert(buffer.end(), part.tag.begin(), part.tag.end());
  }
  return {buffer.data(), buffer.size()};
}

struct TableReader::Walk {
  std::vector<bool> seen;
  KeyAndPart bound;  // what the next leaf's items must not stand before
  KeyAndPart last;
  std::uint64_t entries = 0;
};

void TableReader::check() const {
  if (root_.empty) return;
  file_.needed().need(file_.bytes().data(), file_.bytes().size());
  sums_->check(file_.bytes(), 0, file_.bytes().size());
  Walk walk;
  walk.seen.resize(blocks_);
  check_tree(walk, block(root_.block, root_.level));
  if (walk.entries != root_.entries + 1) {
    damaged(fmt::format("it has {} entries, not {}", walk.entries - 1, root_.entries));
  }
}

void TableReader::check_tree(Walk& walk, Block at) const {
  for (std::uint32_t i = 0; i < at.items(); ++i) {
    const KeyAndPart key = key_of(at.item_bytes(i), at.level() == 0);
    if (at.level() > 0) {
      if (i > 0 && key <= walk.last) damaged("a branch does not divide what lies under it");
      if (i > 0) walk.bound = key;
      const std::uint32_t number = at.child(i);
      const Block child = block(number, at.level() - 1);
      if (walk.seen[number]) damaged("two branches lead to the same block");
      walk.seen[number] = true;
      check_tree(walk, child);
    } else {
      if (key < walk.bound) damaged("a branch does not divide what lies under it");
      if (key <= walk.last) damaged("the keys of its leaves do not ascend");
      walk.last = key;
      if (key.part == 1) ++walk.entries;
    }
  }
}

void TableReader::damaged(std::string_view what) const {
  throw_damaged(path_, what);
}

}  // namespace newsdex::glass
