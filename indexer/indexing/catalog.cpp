#include "indexing/catalog.hpp"

#include "storage/segment.hpp"

namespace newsdex {

Catalog::Catalog(const GenerationHandle& handle) {
  for (const GenerationSegment& segment : handle.generation().segments) {
    const auto number = static_cast<std::uint32_t>(columns_.size());
    const SegmentColumns& columns =
        columns_.emplace_back(columns_path(handle.layout().segment(segment.name)));
    const Tombstones& deleted = tombstones_.emplace_back(handle.tombstones(segment));
    for (std::uint32_t article = 0; article < columns.articles(); ++article) {
      if (is_deleted(deleted, article)) continue;
      const auto entry = static_cast<EntryNumber>(entries_.size());
      entries_.push_back({number, article});
      by_id_.emplace(columns.ids()[article], entry);
      by_path_[columns.path(article)].push_back(entry);
    }
  }
}

std::optional<Catalog::EntryNumber> Catalog::with_id(std::string_view id) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

ContentHash Catalog::copy_key_of(EntryNumber entry) const {
  return copy_key(identity(entry).content, id_is_made(entry), id(entry));
}

std::optional<Catalog::EntryNumber> Catalog::with_copy_key(const ContentHash& key) const {
  if (by_key_.empty()) {
    by_key_.reserve(entries_.size());
    for (EntryNumber entry = 0; entry < entries_.size(); ++entry)
      by_key_.emplace(copy_key_of(entry), entry);
  }
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return std::nullopt;
  return found->second;
}

std::span<const Catalog::EntryNumber> Catalog::in_file(std::string_view path) const {
  const auto found = by_path_.find(path);
  if (found == by_path_.end()) return {};
  return found->second;
}

std::string_view Catalog::id(EntryNumber entry) const {
  return columns_[entries_[entry].segment].ids()[entries_[entry].article];
}

std::string_view Catalog::path(EntryNumber entry) const {
  return columns_[entries_[entry].segment].path(entries_[entry].article);
}

std::uint32_t Catalog::record(EntryNumber entry) const {
  return columns_[entries_[entry].segment].records()[entries_[entry].article];
}

bool Catalog::id_is_made(EntryNumber entry) const {
  return columns_[entries_[entry].segment].made_ids()[entries_[entry].article] != 0;
}

ContentIdentity Catalog::identity(EntryNumber entry) const {
  const auto [segment, article] = entries_[entry];
  return {columns_[segment].contents()[article], columns_[segment].spellings()[article]};
}

FileStamp Catalog::stamp(EntryNumber entry) const {
  return columns_[entries_[entry].segment].stamp(entries_[entry].article);
}

}  // namespace newsdex
