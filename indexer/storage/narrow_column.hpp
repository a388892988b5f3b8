// Numbers in as few bytes as the largest of them needs, used where they lie.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace newsdex {

/// Unsigned numbers of one, two or four bytes each, little-endian.
class NarrowColumn {
 public:
  NarrowColumn() = default;
  /// `width` is 1, 2 or 4; the bytes are a multiple of it and must outlive the column.
  NarrowColumn(std::span<const char> bytes, unsigned width) : bytes_(bytes), width_(width) {}
  explicit NarrowColumn(std::span<const std::uint32_t> numbers)
      : NarrowColumn({reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()}, 4) {}

  [[nodiscard]] std::size_t size() const { return bytes_.size() / width_; }

  [[nodiscard]] std::uint32_t operator[](std::size_t place) const {
    switch (width_) {
      case 1:
        return at<std::uint8_t>(place);
      case 2:
        return at<std::uint16_t>(place);
      default:
        return at<std::uint32_t>(place);
    }
  }

  /// Whether all are less than `bound`.
  [[nodiscard]] bool are_below(std::size_t bound) const {
    if (size() == 0) return true;
    switch (width_) {
      case 1:
        return largest<std::uint8_t>() < bound;
      case 2:
        return largest<std::uint16_t>() < bound;
      default:
        return largest<std::uint32_t>() < bound;
    }
  }

 private:
  template <typename Number>
  [[nodiscard]] std::uint32_t at(std::size_t place) const {
    Number number;
    std::memcpy(&number, bytes_.data() + place * sizeof number, sizeof number);
    return number;
  }

  template <typename Number>
  [[nodiscard]] Number largest() const {
    Number largest = 0;
    for (std::size_t place = 0; place < size(); ++place)
      largest = std::max(largest, static_cast<Number>(at<Number>(place)));
    return largest;
  }

  std::span<const char> bytes_;
  unsigned width_ = 1;
};

/// As many numbers share a base in an OffsetColumn.
inline constexpr std::size_t kOffsetsPerBase = 64;

/// Numbers that never fall, such as where one item after the other begins: each as its distance
/// from a base that some share.
class OffsetColumn {
 public:
  OffsetColumn() = default;
  /// A base for every kOffsetsPerBase distances begun.
  OffsetColumn(std::span<const std::uint64_t> bases, NarrowColumn distances)
      : bases_(bases), distances_(distances) {}

  [[nodiscard]] std::size_t size() const { return distances_.size(); }
  [[nodiscard]] std::uint64_t operator[](std::size_t place) const {
    return bases_[place / kOffsetsPerBase] + distances_[place];
  }

 private:
  std::span<const std::uint64_t> bases_;
  NarrowColumn distances_;
};

}  // namespace newsdex
