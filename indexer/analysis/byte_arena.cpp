#include "analysis/byte_arena.hpp"

#include <algorithm>
#include <cstring>

namespace newsdex {
namespace {

// Blocks double in size, so that the words of a query take little.
constexpr std::size_t kFirstBlock = std::size_t{1} << 10;
constexpr std::size_t kLargestBlock = std::size_t{1} << 16;

}  // namespace

std::string_view ByteArena::store(std::string_view bytes) {
  if (bytes.empty()) return {};
  if (bytes.size() > block_size_ - used_) {
    const std::size_t doubled = std::clamp(block_size_ * 2, kFirstBlock, kLargestBlock);
    block_size_ = std::max(doubled, bytes.size());
    blocks_.push_back(std::make_unique<char[]>(block_size_));
    allocated_ += block_size_;
    used_ = 0;
  }
  char* at = blocks_.back().get() + used_;
  std::memcpy(at, bytes.data(), bytes.size());
  used_ += bytes.size();
  return {at, bytes.size()};
}

}  // namespace newsdex
