// What an index holds of its sources: which article came from where, and what it said.
#pragma once

#include <tsl/robin_map.h>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexing/content_identity.hpp"
#include "storage/generation.hpp"
#include "storage/segment_columns.hpp"

namespace newsdex {

/// Tables of all articles are kept fuller than the library would, for the memory.
inline constexpr float kFullestTable = 0.8F;

/// A live article of a generation.
struct CatalogEntry {
  std::uint32_t segment = 0;  // place in the generation's list
  std::uint32_t article = 0;
};

class Catalog {
 public:
  using EntryNumber = std::uint32_t;

  /// The handle must outlive the catalog.
  explicit Catalog(const GenerationHandle& handle);

  [[nodiscard]] std::span<const CatalogEntry> entries() const { return entries_; }
  [[nodiscard]] std::optional<EntryNumber> with_id(std::string_view id) const;
  [[nodiscard]] ContentHash copy_key_of(EntryNumber entry) const;
  /// The article that has this copy_key(). Slow when first asked.
  [[nodiscard]] std::optional<EntryNumber> with_copy_key(const ContentHash& key) const;
  /// Articles of the file at this absolute path, by record; empty when there is none.
  [[nodiscard]] std::span<const EntryNumber> in_file(std::string_view path) const;
  /// Those of them that have this record: one, unless the file was several at once.
  [[nodiscard]] std::span<const EntryNumber> at(std::string_view path, std::uint32_t record) const;
  [[nodiscard]] const Tombstones& tombstones(std::uint32_t segment) const {
    return tombstones_[segment];
  }
  [[nodiscard]] const SegmentColumns& columns(std::uint32_t segment) const {
    return columns_[segment];
  }

  [[nodiscard]] std::string_view id(EntryNumber entry) const;
  [[nodiscard]] std::string_view path(EntryNumber entry) const;
  [[nodiscard]] std::uint32_t record(EntryNumber entry) const;
  [[nodiscard]] bool id_is_made(EntryNumber entry) const;
  [[nodiscard]] ContentIdentity identity(EntryNumber entry) const;
  [[nodiscard]] FileStamp stamp(EntryNumber entry) const;

 private:
  void add_segment(std::uint32_t segment);
  void sort_files();

  std::deque<SegmentColumns> columns_;
  std::vector<Tombstones> tombstones_;
  std::vector<CatalogEntry> entries_;
  tsl::robin_map<std::string_view, EntryNumber> by_id_;
  std::unordered_map<std::string_view, std::vector<EntryNumber>> by_path_;
  mutable tsl::robin_map<ContentHash, EntryNumber, ContentHashHash> by_key_;
};

}  // namespace newsdex
