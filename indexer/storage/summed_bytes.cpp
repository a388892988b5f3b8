#include "storage/summed_bytes.hpp"

#include <xxhash.h>

#include <algorithm>

namespace newsdex {
namespace {

void free_state(XXH3_state_t* state) {
  XXH3_freeState(state);
}

}  // namespace

BlockSummer::BlockSummer() : hash_(XXH3_createState(), free_state) {
  XXH3_64bits_reset(hash_.get());
}

void BlockSummer::append(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view part = bytes.substr(0, kSumBytes - filled_);
    XXH3_64bits_update(hash_.get(), part.data(), part.size());
    filled_ += part.size();
    bytes.remove_prefix(part.size());
    if (filled_ == kSumBytes) end_block();
  }
}

void BlockSummer::end_block() {
  sums_.push_back(XXH3_64bits_digest(hash_.get()));
  XXH3_64bits_reset(hash_.get());
  filled_ = 0;
}

std::vector<std::uint64_t> BlockSummer::finish() {
  if (filled_ > 0) end_block();
  return std::move(sums_);
}

SummedBytes::SummedBytes(const ColumnFile& file, std::string_view name, std::string_view sums,
                         std::string path) {
  const std::span<const char> section = file.section<char>(name);
  bytes_ = {section.data(), section.size()};
  needed_ = file.needed();
  file.check(sums);
  sums_.emplace(file.section<std::uint64_t>(sums), std::move(path));
  sums_->check_size(bytes_.size());
  checked_ = std::vector<std::atomic<std::uint64_t>>(bytes_.size() / kSumBytes / 64 + 1);
}

const char* SummedBytes::check(const char* begin, const char* end) const {
  if (begin >= end) return begin;
  const std::span<const std::byte> all = std::as_bytes(std::span(bytes_));
  const auto last = static_cast<std::size_t>(end - bytes_.data() - 1) / kSumBytes;
  for (auto block = static_cast<std::size_t>(begin - bytes_.data()) / kSumBytes; block <= last;
       ++block) {
    std::atomic<std::uint64_t>& known = checked_[block / 64];
    const std::uint64_t bit = std::uint64_t{1} << (block % 64);
    if ((known.load(std::memory_order_relaxed) & bit) != 0) continue;
    const std::size_t at = block * kSumBytes;
    const std::size_t after = std::min(bytes_.size(), at + kSumBytes);
    needed_.need(bytes_.data() + at, after - at);
    sums_->check(all, at, after);
    known.fetch_or(bit, std::memory_order_relaxed);
  }
  return bytes_.data() + std::min(bytes_.size(), (last + 1) * kSumBytes);
}

}  // namespace newsdex
