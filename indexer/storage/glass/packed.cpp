#include "storage/glass/packed.hpp"

#include <algorithm>
#include <bit>

#include "storage/damage.hpp"

namespace newsdex::glass {
namespace {

constexpr std::uint32_t kTwoByteLimit = 0x8000;

// Of the n bytes of a sorting number, n - 1 bits say how many there are.
std::size_t sorting_size(std::uint32_t value) {
  if (value < kTwoByteLimit) return 2;
  return (static_cast<std::size_t>(std::bit_width(value)) + 5) / 7;
}

}  // namespace

void append_packed(std::string& out, std::uint64_t value) {
  std::uint8_t bytes[kMaxPackedBytes];
  const std::uint8_t* const end = put_packed(bytes, value);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(end - bytes));
}

void append_last(std::string& out, std::uint64_t value) {
  for (; value != 0; value >>= 8) out += static_cast<char>(value & 0xFF);
}

void append_sorting(std::string& out, std::uint32_t value) {
  const std::size_t size = sorting_size(value);
  const auto ones = static_cast<std::uint8_t>(0xFF << (10 - size));
  for (std::size_t i = size; i-- > 0;) {
    const auto byte = static_cast<std::uint8_t>(std::uint64_t{value} >> (8 * i));
    out += static_cast<char>(i + 1 == size ? byte | ones : byte);
  }
}

void append_packed_string(std::string& out, std::string_view bytes) {
  append_packed(out, bytes.size());
  out += bytes;
}

void append_sorting_string(std::string& out, std::string_view bytes) {
  for (std::size_t zero; (zero = bytes.find('\0')) != std::string_view::npos;) {
    out += bytes.substr(0, zero + 1);
    out += '\xFF';
    bytes.remove_prefix(zero + 1);
  }
  out += bytes;
}

std::uint64_t PackedReader::long_packed64() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::uint64_t group = byte();
    if (shift == 63 && group > 1) break;
    value |= (group & 0x7F) << shift;
    if (group < 0x80) return value;
  }
  damaged("a number is too large");
}

std::uint32_t PackedReader::long_packed() {
  const std::uint64_t value = long_packed64();
  if (value > UINT32_MAX) damaged("a number is too large");
  return static_cast<std::uint32_t>(value);
}

std::uint32_t PackedReader::sorting() {
  const std::uint8_t first = byte();
  const auto ones = static_cast<unsigned>(std::countl_one(first));
  if (ones > 3) damaged("a number is too large");
  std::uint64_t value = first & (0x7Fu >> ones);
  const std::string_view rest = bytes(ones + 1);
  for (const char byte : rest) value = value << 8 | static_cast<std::uint8_t>(byte);
  if (value > UINT32_MAX) damaged("a number is too large");
  return static_cast<std::uint32_t>(value);
}

void PackedReader::sorting_string(std::string& out) {
  for (;;) {
    const std::size_t zero = left_.find('\0');
    out += left_.substr(0, zero);
    left_.remove_prefix(std::min(zero, left_.size()));
    if (left_.empty()) return;
    left_.remove_prefix(1);
    if (!left_.starts_with('\xFF')) return;
    left_.remove_prefix(1);
    out += '\0';
  }
}

void PackedReader::damaged(std::string_view what) const {
  throw_damaged(path_, what);
}

}  // namespace newsdex::glass
