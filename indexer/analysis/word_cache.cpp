#include "analysis/word_cache.hpp"

#include <cstring>
#include <limits>

#include "analysis/form_hash.hpp"
#include "newsdex/error.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kFirstSlots = 64;

// Words can be made to collide; then the cache does not serve them, and nothing takes long.
constexpr std::size_t kMaxProbes = 16;

// Words of up to this size are compared by their keys alone.
constexpr std::size_t kKeyBytes = 16;

template <typename Number>
std::uint64_t load(const char* from) {
  Number number;
  std::memcpy(&number, from, sizeof number);
  return number;
}

// Read without a loop: the first bytes and the last, which overlap in the middle.
WordKey key_of(std::string_view word) {
  const char* const begin = word.data();
  const char* const end = begin + word.size();
  const auto size = static_cast<std::uint32_t>(word.size());
  if (size >= 8) return {load<std::uint64_t>(begin), load<std::uint64_t>(end - 8), size};
  if (size >= 4) return {load<std::uint32_t>(begin), load<std::uint32_t>(end - 4), size};
  if (size >= 2) return {load<std::uint16_t>(begin), load<std::uint16_t>(end - 2), size};
  return {size == 1 ? load<std::uint8_t>(begin) : 0, 0, size};
}

// Multiplication folded, as in wyhash and XXH3: each half of the product mixes what the other does
// not.
std::size_t hash_of(const WordKey& key) {
  constexpr std::uint64_t kFirst = 0x9E3779B97F4A7C15;
  constexpr std::uint64_t kSecond = 0xC2B2AE3D27D4EB4F;
  __extension__ using Product = unsigned __int128;
  const Product product = Product{key.first_bytes ^ kFirst ^ key.size} * (key.last_bytes ^ kSecond);
  return static_cast<std::size_t>(product) ^ static_cast<std::size_t>(product >> 64);
}

bool is_same(const CachedWord& known, const WordKey& key, std::string_view word) {
  return known.key == key && (word.size() <= kKeyBytes ||
                              std::memcmp(known.written_bytes, word.data(), word.size()) == 0);
}

}  // namespace

std::uint32_t WordNumbers::next() {
  if (last_ == std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCode::io, "more different words than can be numbered",
                "index the sources in parts: build an index of some, then update it with others");
  }
  return ++last_;
}

WordCache::WordCache(std::string_view language, WordNumbers& numbers)
    : normalizer_(language), numbers_(numbers) {
  begin_anew();
}

WordKey WordCache::announce(std::string_view word) const {
  const WordKey key = key_of(word);
  __builtin_prefetch(&table_[hash_of(key) & (table_.size() - 1)]);
  return key;
}

const CachedWord& WordCache::find_or_add(const WordKey& key, std::string_view word) {
  if (word.size() > kMaxWordBytes) return compute_only(word);
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash_of(key) & mask;
  for (std::size_t probe = 0; probe < kMaxProbes; ++probe) {
    const CachedWord& known = table_[at];
    if (known.number == 0) return add(key, word);
    if (is_same(known, key, word)) return known;
    at = (at + 1) & mask;
  }
  return compute_only(word);
}

const CachedWord& WordCache::compute_only(std::string_view word) {
  if (bytes_->allocated() > kMaxArenaBytes) begin_anew();
  compute(word, uncached_);
  return uncached_;
}

const CachedWord& WordCache::add(const WordKey& key, std::string_view word) {
  if (words_ == kMaxWords || bytes_->allocated() > kMaxArenaBytes) begin_anew();
  if ((words_ + 1) * 2 > table_.size()) grow();
  CachedWord& added = empty_slot_of(key);
  compute(word, added);
  added.key = key;
  if (word.size() > kKeyBytes) {
    const bool is_its_form = added.form() == word;
    added.written_bytes = is_its_form ? added.form_bytes : bytes_->store(word).data();
  }
  ++words_;
  return added;
}

void WordCache::compute(std::string_view word, CachedWord& out) {
  normalizer_.normalize(word, normalized_);
  const std::string_view form = bytes_->store(normalized_.form);
  const std::string_view stem = form.starts_with(normalized_.stem)
                                    ? form.substr(0, normalized_.stem.size())
                                    : bytes_->store(normalized_.stem);
  out.form_bytes = form.data();
  out.form_size = static_cast<std::uint8_t>(form.size());
  out.stem_bytes = stem.data();
  out.stem_size = static_cast<std::uint8_t>(stem.size());
  out.capitalised = normalized_.capitalised;
  out.all_caps = normalized_.all_caps;
  out.form_hash = hash_of_form(form);
  out.number = numbers_.next();
}

CachedWord& WordCache::empty_slot_of(const WordKey& key) {
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash_of(key) & mask;
  while (table_[at].number != 0) at = (at + 1) & mask;
  return table_[at];
}

void WordCache::grow() {
  std::vector<CachedWord> old(table_.size() * 2);
  table_.swap(old);
  for (const CachedWord& word : old) {
    if (word.number != 0) empty_slot_of(word.key) = word;
  }
}

void WordCache::begin_anew() {
  bytes_ = std::make_shared<ByteArena>();
  table_.assign(kFirstSlots, {});
  words_ = 0;
}

}  // namespace newsdex
