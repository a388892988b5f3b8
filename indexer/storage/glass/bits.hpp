// Rows of bits, the first one lowest in the first byte, holding numbers below a known limit.
//
// A number below `limit` takes as many bits as limit - 1 does. Where that leaves codes unused, the
// numbers in the middle, which are the likeliest in the middle of two others, take one bit less.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsdex::glass {

/// How numbers below a limit are coded.
struct BoundedCode {
  unsigned bits;              // of the longer codes
  std::uint64_t short_codes;  // how many numbers take one bit less
  std::uint64_t first_short;  // the first number that does

  explicit BoundedCode(std::uint64_t limit)
      : bits(static_cast<unsigned>(std::bit_width(limit - 1))),
        short_codes((std::uint64_t{1} << bits) - limit),
        first_short((limit - short_codes) / 2) {}

  [[nodiscard]] std::uint64_t end_of_short() const { return first_short + short_codes; }
};

class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  /// `value` is below `limit`, which is at most 2^32.
  void put(std::uint64_t value, std::uint64_t limit) {
    const BoundedCode code(limit);
    unsigned bits = code.bits;
    if (code.short_codes > 0) {
      if (value >= code.end_of_short()) {
        value = (value - code.end_of_short()) | std::uint64_t{1} << (bits - 1);
      } else if (value >= code.first_short) {
        --bits;
      }
    }
    pending_ |= value << filled_;
    for (filled_ += bits; filled_ >= 8; filled_ -= 8) {
      out_ += static_cast<char>(pending_ & 0xFF);
      pending_ >>= 8;
    }
  }

  /// Writes what is left; to be called last.
  void finish() {
    if (filled_ > 0) out_ += static_cast<char>(pending_ & 0xFF);
  }

 private:
  std::string& out_;
  std::uint64_t pending_ = 0;
  unsigned filled_ = 0;
};

class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : left_(bytes) {}

  /// The number that put() wrote with this limit; always below it.
  std::uint64_t get(std::uint64_t limit) {
    const BoundedCode code(limit);
    if (code.short_codes == 0) return take(code.bits);
    std::uint64_t value = take(code.bits - 1);
    if (value < code.first_short && take(1) != 0) value += code.end_of_short();
    return value;
  }

  /// Whether more was read than there was; what was missing read as zeros.
  [[nodiscard]] bool is_exhausted() const { return exhausted_; }

 private:
  std::uint64_t take(unsigned bits) {
    while (filled_ < bits) {
      exhausted_ |= left_.empty();
      const std::uint64_t byte = left_.empty() ? 0 : static_cast<std::uint8_t>(left_.front());
      if (!left_.empty()) left_.remove_prefix(1);
      pending_ |= byte << filled_;
      filled_ += 8;
    }
    const std::uint64_t value = pending_ & ((std::uint64_t{1} << bits) - 1);
    pending_ >>= bits;
    filled_ -= bits;
    return value;
  }

  std::string_view left_;
  std::uint64_t pending_ = 0;
  unsigned filled_ = 0;
  bool exhausted_ = false;
};

}  // namespace newsdex::glass
