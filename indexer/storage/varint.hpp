// Numbers of variable length, least significant seven bits first, the high bit of a byte saying
// that another follows (LEB128, as in DWARF and protocol buffers; Xapian's pack_uint is the same).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsdex {

inline void put_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

/// Takes a number from the front of `bytes`; nothing when they end within it or it has more than
/// 64 bits.
inline std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  std::size_t used = 0;
  for (unsigned shift = 0; shift < 64 && used < bytes.size(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[used++]);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte >= 0x80) continue;
    bytes.remove_prefix(used);
    return value;
  }
  return std::nullopt;
}

}  // namespace newsdex
