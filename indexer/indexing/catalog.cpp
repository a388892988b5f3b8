#include "indexing/catalog.hpp"

#include <algorithm>

#include "storage/generation_segment.hpp"

namespace newsdex {

Catalog::Catalog(const GenerationHandle& handle) {
  const Generation& generation = handle.generation();
  by_id_.max_load_factor(kFullestTable);
  by_key_.max_load_factor(kFullestTable);
  entries_.reserve(generation.articles());
  by_id_.reserve(generation.articles());
  for (const GenerationSegment& segment : generation.segments) {
    columns_.push_back(open_columns(handle.segment(segment.name), segment));
    tombstones_.push_back(handle.tombstones(segment));
    add_segment(static_cast<std::uint32_t>(columns_.size() - 1));
  }
  sort_files();
}

void Catalog::add_segment(std::uint32_t segment) {
  const SegmentColumns& columns = columns_[segment];
  std::string_view path;  // of the article before, which mostly is of the same file
  std::vector<EntryNumber>* file = nullptr;
  for (std::uint32_t article = 0; article < columns.articles(); ++article) {
    if (is_deleted(tombstones_[segment], article)) continue;
    const auto entry = static_cast<EntryNumber>(entries_.size());
    entries_.push_back({segment, article});
    by_id_.emplace(columns.ids()[article], entry);
    if (file == nullptr || path != columns.path(article)) {
      path = columns.path(article);
      file = &by_path_[path];
    }
    file->push_back(entry);
  }
}

void Catalog::sort_files() {
  for (auto& [path, entries] : by_path_) {
    std::stable_sort(entries.begin(), entries.end(),
                     [&](EntryNumber a, EntryNumber b) { return record(a) < record(b); });
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

std::span<const Catalog::EntryNumber> Catalog::at(std::string_view path,
                                                  std::uint32_t record) const {
  const std::span<const EntryNumber> entries = in_file(path);
  const auto begin = std::partition_point(entries.begin(), entries.end(), [&](EntryNumber entry) {
    return this->record(entry) < record;
  });
  const auto end = std::partition_point(
      begin, entries.end(), [&](EntryNumber entry) { return this->record(entry) == record; });
  return {begin, end};
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
