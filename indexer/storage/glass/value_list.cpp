#include "storage/glass/value_list.hpp"

#include <algorithm>

#include "storage/glass/keys.hpp"

namespace newsdex::glass {
namespace {

// Xapian begins a new chunk after about as much.
constexpr std::size_t kChunkBytes = 2000;

std::string statistics_of(std::span<const ArticleValue> values) {
  const auto [least, greatest] = std::ranges::minmax_element(
      values, {}, [](const ArticleValue& value) { return value.value; });
  std::string out;
  append_packed(out, values.size());
  append_packed_string(out, least->value);
  if (greatest->value != least->value) out += greatest->value;
  return out;
}

std::string take_chunk(std::span<const ArticleValue>& values) {
  std::string chunk;
  append_packed_string(chunk, values.front().value);
  std::size_t taken = 1;
  for (; taken < values.size() && chunk.size() < kChunkBytes; ++taken) {
    append_packed(chunk, values[taken].article - values[taken - 1].article - 1);
    append_packed_string(chunk, values[taken].value);
  }
  values = values.subspan(taken);
  return chunk;
}

}  // namespace

bool ValueCollector::add(std::uint32_t slot, std::span<const ArticleValue> values) {
  if (slot <= last_slot_) return false;
  last_slot_ = slot;
  std::vector<ArticleValue> present;
  for (const ArticleValue& value : values) {
    if (value.value.empty()) continue;
    if (!present.empty() && value.article <= present.back().article) return false;
    present.push_back(value);
    uses_.push_back(std::uint64_t{value.article} << 32 | slot);
  }
  sorted_ = false;
  if (present.empty()) return true;
  entries_.emplace_back(value_statistics_key(slot), statistics_of(present));
  for (std::span<const ArticleValue> left(present); !left.empty();) {
    std::string key = value_chunk_key(slot);
    append_sorting(key, to_docid(left.front().article));
    entries_.emplace_back(std::move(key), take_chunk(left));
  }
  return true;
}

std::vector<std::pair<std::string, std::string>> ValueCollector::take_entries() {
  std::ranges::sort(entries_);
  return std::move(entries_);
}

std::string ValueCollector::used_slots(std::uint32_t article) {
  if (!sorted_) std::ranges::sort(uses_);
  sorted_ = true;
  std::string out;
  std::uint64_t next_slot = 0;
  for (; next_use_ < uses_.size() && uses_[next_use_] >> 32 == article; ++next_use_) {
    const std::uint64_t slot = uses_[next_use_] & UINT32_MAX;
    append_packed(out, slot - next_slot);
    next_slot = slot + 1;
  }
  return out;
}

std::optional<std::string_view> find_value(std::string_view chunk, std::uint32_t first,
                                           std::uint32_t article, std::string_view path) {
  PackedReader in(chunk, path);
  for (std::uint64_t at = first;; at += std::uint64_t{in.packed()} + 1) {
    const std::string_view value = in.packed_string();
    if (at == article) return value;
    if (at > article || in.left().empty()) return std::nullopt;
  }
}

std::vector<std::uint32_t> read_used_slots(std::string_view bytes, std::string_view path) {
  std::vector<std::uint32_t> slots;
  PackedReader in(bytes, path);
  for (std::uint64_t next = 0; !in.left().empty(); ++next) {
    next += in.packed();
    if (next > UINT32_MAX) in.damaged("a list of value slots has one that is too large");
    slots.push_back(static_cast<std::uint32_t>(next));
  }
  return slots;
}

}  // namespace newsdex::glass
