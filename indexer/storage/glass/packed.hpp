// How glass files write numbers and strings.
//
// A packed number is little-endian in groups of seven bits, the high bit of a byte saying that
// another follows. A last number, at the end of a key, is little-endian bytes without leading
// zeros; its length is known from elsewhere. A sorting number keeps the order of numbers in the
// order of bytes: two bytes big-endian below 0x8000, else n bytes of which the first begins with
// n - 2 ones and a zero. A packed string is its length as a packed number, then its bytes. A
// sorting string has every zero byte followed by 0xFF and, if more follows in the key, ends with a
// single zero byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsdex::glass {

/// The longest packed number of 64 bits.
inline constexpr std::size_t kMaxPackedBytes = 10;

/// Writes a packed number and returns where it ends.
inline std::uint8_t* put_packed(std::uint8_t* at, std::uint64_t value) {
  while (value >= 0x80) {
    *at++ = static_cast<std::uint8_t>(value | 0x80);
    value >>= 7;
  }
  *at++ = static_cast<std::uint8_t>(value);
  return at;
}

void append_packed(std::string& out, std::uint64_t value);
void append_last(std::string& out, std::uint64_t value);
void append_sorting(std::string& out, std::uint32_t value);
void append_packed_string(std::string& out, std::string_view bytes);

/// A sorting string with nothing after it.
void append_sorting_string(std::string& out, std::string_view bytes);

/// Reads what stands packed in `bytes`, which must outlive it. Every function throws
/// Error{bad_index} naming `path` when the bytes end early or a number is too large.
class PackedReader {
 public:
  PackedReader(std::string_view bytes, std::string_view path) : left_(bytes), path_(path) {}

  [[nodiscard]] std::string_view left() const { return left_; }
  std::uint8_t byte() { return static_cast<std::uint8_t>(bytes(1)[0]); }
  std::string_view bytes(std::size_t size) {
    if (size > left_.size()) damaged("an entry ends early");
    const std::string_view found = left_.substr(0, size);
    left_.remove_prefix(size);
    return found;
  }
  std::uint64_t packed64() { return is_single() ? byte() : long_packed64(); }
  std::uint32_t packed() { return is_single() ? byte() : long_packed(); }
  std::string_view packed_string() { return bytes(packed()); }
  std::uint32_t sorting();
  /// Appends a sorting string to `out`; what is left then begins after its end.
  void sorting_string(std::string& out);

  [[noreturn]] void damaged(std::string_view what) const;

 private:
  // Most numbers take one byte.
  [[nodiscard]] bool is_single() const {
    return !left_.empty() && static_cast<std::uint8_t>(left_.front()) < 0x80;
  }
  std::uint32_t long_packed();
  std::uint64_t long_packed64();

  std::string_view left_;
  std::string_view path_;
};

}  // namespace newsdex::glass
