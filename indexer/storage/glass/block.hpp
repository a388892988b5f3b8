// The blocks that a glass table, a B-tree, is made of.
//
// A block begins with the revision that wrote it (u32), its level (u8, 0 for leaves), its largest
// and its total free space and where its directory ends (u16 each); all numbers of a block are
// big-endian. The directory follows: u16 offsets of the items, ascending by the items' keys. Items
// lie at the block's end.
//
// An item of a leaf is a part of an entry: u16 of flags and size, u8 length of the key, the key,
// for all parts but an entry's first a u16 with the part's number from 1, and bytes of the entry's
// tag. Flags are 0x8000 when the tag is deflated, 0x4000 on an entry's last part, 0x2000 on its
// first; the size counts the item without its first three bytes. Entries are as many parts as they
// need. The first item of the first leaf is null: an empty key and an empty tag.
//
// An item of a branch block is the number of a block one level down (u32), u8 length of a key, the
// key and a part's number (u16): nothing in that block stands before that key and part, all in
// earlier blocks does. The key may be shorter than the block's first; the first one of a branch
// block is never looked at.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace newsdex::glass {

inline constexpr std::size_t kBlockSize = 8192;  // of tables written here; others may differ
inline constexpr std::size_t kHeadBytes = 11;
inline constexpr std::size_t kSlotBytes = 2;  // of the directory
inline constexpr std::size_t kMaxKeyBytes = 255;
inline constexpr unsigned kMaxLevels = 10;

inline constexpr std::size_t kLevelAt = 4;
inline constexpr std::size_t kMaxFreeAt = 5;
inline constexpr std::size_t kTotalFreeAt = 7;
inline constexpr std::size_t kDirectoryEndAt = 9;

inline constexpr unsigned kDeflated = 0x8000;
inline constexpr unsigned kLastPart = 0x4000;
inline constexpr unsigned kFirstPart = 0x2000;
inline constexpr unsigned kSizeMask = 0x1FFF;
inline constexpr std::size_t kItemHeadBytes = 3;    // flags and size, length of the key
inline constexpr std::size_t kBranchHeadBytes = 5;  // block number, length of the key
inline constexpr std::size_t kPartBytes = 2;

inline std::uint32_t load16(const std::uint8_t* at) {
  std::uint16_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return __builtin_bswap16(value);
}

inline std::uint32_t load32(const std::uint8_t* at) {
  std::uint32_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return __builtin_bswap32(value);
}

inline void store16(std::uint8_t* at, std::size_t value) {
  const std::uint16_t swapped = __builtin_bswap16(static_cast<std::uint16_t>(value));
  std::memcpy(at, &swapped, sizeof swapped);
}

inline void store32(std::uint8_t* at, std::uint32_t value) {
  const std::uint32_t swapped = __builtin_bswap32(value);
  std::memcpy(at, &swapped, sizeof swapped);
}

static_assert(std::endian::native == std::endian::little);

inline std::string_view view(const std::uint8_t* at, std::size_t size) {
  return {reinterpret_cast<const char*>(at), size};
}

}  // namespace newsdex::glass
