// The terms of a segment in the making, numbered from 0 in the order in which they first come.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace newsdex {

class TermTable {
 public:
  TermTable();

  /// The number of `term`, a new one if it has not come before.
  std::uint32_t number(std::string_view term);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(terms_.size()); }

  /// Lives as long as the table.
  [[nodiscard]] std::string_view operator[](std::uint32_t number) const { return terms_[number]; }

  /// Bytes that it takes, and in_order() beside it.
  [[nodiscard]] std::size_t memory() const;

  /// All numbers, ascending by the bytes of their terms.
  [[nodiscard]] std::vector<std::uint32_t> in_order() const;

 private:
  // An open-addressed hash table of numbers; the upper half of the hash spares most comparisons.
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t number_plus_one = 0;
  };
  std::string_view store(std::string_view bytes);
  void grow();

  std::vector<Slot> slots_;
  std::vector<std::string_view> terms_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_ = 0;  // of the last block
};

}  // namespace newsdex
