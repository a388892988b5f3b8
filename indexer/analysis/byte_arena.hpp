// Bytes that stay where they are until all of them go at once.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace newsdex {

class ByteArena {
 public:
  /// A copy of `bytes` that lives as long as the arena.
  std::string_view store(std::string_view bytes);

  /// Bytes allocated so far.
  [[nodiscard]] std::size_t allocated() const { return allocated_; }

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_size_ = 0;  // of the last block
  std::size_t used_ = 0;        // of it
  std::size_t allocated_ = 0;
};

}  // namespace newsdex
