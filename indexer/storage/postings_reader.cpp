#include "storage/postings_reader.hpp"

#include <fmt/format.h>

#include "storage/damage.hpp"
#include "storage/glass/keys.hpp"
#include "storage/glass/packed.hpp"
#include "storage/glass/position_list.hpp"
#include "storage/glass/term_list.hpp"
#include "storage/glass/value_list.hpp"
#include "storage/postings_files.hpp"

namespace newsdex {
namespace {

using glass::Place;
using glass::Table;
using glass::TableReader;

glass::VersionFile read_version(const FilePlace& folder, const BlockSums& sums) {
  const FilePlace place = folder / glass::kVersionFile;
  const std::string bytes = open_part(place, read_whole_file);
  const FileSums file_sums = sums.of(glass::kVersionFile);
  file_sums.check_size(bytes.size());
  file_sums.check(std::as_bytes(std::span(bytes)), 0, bytes.size());
  return glass::VersionFile::decode(bytes, place.path());
}

std::string tag_of(const TableReader& table, std::string_view key) {
  std::optional<Place> place = table.find(key);
  if (!place) return {};
  std::vector<char> buffer;
  return std::string(table.tag(*place, buffer));
}

}  // namespace

PostingsReader::Files::Files(const FilePlace& in)
    : folder(in), sums(folder), version(read_version(folder, sums)) {}

const TableReader& PostingsReader::Files::table(Table which) const {
  return tables[static_cast<std::size_t>(which)].get([&] {
    const std::string name = glass::table_file(glass::table_name(which));
    const glass::Root& root = version.root(which);
    // Of a table without entries there need not be a file.
    if (root.empty) return TableReader((folder / name).path());
    return TableReader(folder / name, root, sums.of(name));
  });
}

Postlist PostingsReader::Files::terms() const {
  return {&table(Table::postlist), version.statistics.documents, version.statistics.last_docid};
}

PostingsReader::PostingsReader(const FilePlace& folder) : files_(std::make_unique<Files>(folder)) {
  files_->table(Table::postlist);
}
PostingsReader::~PostingsReader() = default;
PostingsReader::PostingsReader(PostingsReader&&) noexcept = default;
PostingsReader& PostingsReader::operator=(PostingsReader&&) noexcept = default;

std::uint32_t PostingsReader::articles() const {
  return files_->version.statistics.last_docid;
}

std::uint64_t PostingsReader::total_length() const {
  return files_->version.statistics.total_length;
}

std::uint32_t PostingsReader::frequency(std::string_view term) const {
  return postings(term).frequency();
}

PostingCursor PostingsReader::postings(std::string_view term) const {
  const bool needs_key = term.find('\0') != std::string_view::npos;
  const TableReader& table = files_->table(Table::postlist);
  const std::optional<Place> place = table.find(needs_key ? glass::term_key(term) : term);
  if (!place || term.empty()) return {};
  return {files_->terms(), *place, PostingCursor::Row::term};
}

PostingCursor PostingsReader::lengths() const {
  const std::optional<Place> place = files_->table(Table::postlist).find(glass::kLengthsKey);
  if (!place) return {};
  return {files_->terms(), *place, PostingCursor::Row::lengths};
}

TermCursor PostingsReader::terms(std::string_view prefix) const {
  return {files_->terms(), prefix};
}

std::string PostingsReader::stored(std::uint32_t article) const {
  return tag_of(files_->table(Table::docdata), glass::document_key(article));
}

bool PostingsReader::has_term_lists() const {
  return !files_->version.root(Table::termlist).empty;
}

ArticleTerms PostingsReader::terms_of(std::uint32_t article) const {
  const TableReader& table = files_->table(Table::termlist);
  std::optional<Place> place = table.find(glass::document_key(article));
  if (!place) table.damaged(fmt::format("it has no article number {}", article));
  std::vector<char> buffer;
  glass::DecodedTerms decoded = glass::read_term_list(table.tag(*place, buffer), table.path());
  return {decoded.length, std::move(decoded.bytes), std::move(decoded.terms)};
}

bool PostingsReader::positions(std::string_view term, std::uint32_t article,
                               std::vector<std::uint32_t>& out) const {
  std::string key = glass::term_key(term).append(glass::kTermEnd);
  glass::append_sorting(key, glass::to_docid(article));
  const TableReader& table = files_->table(Table::position);
  out.clear();
  std::optional<Place> place = table.find(key);
  if (!place) return false;
  std::vector<char> buffer;
  glass::read_positions(table.tag(*place, buffer), table.path(), out);
  return true;
}

std::string PostingsReader::metadata(std::string_view key) const {
  return tag_of(files_->table(Table::postlist), std::string(glass::kMetadataPrefix).append(key));
}

std::string PostingsReader::value(std::uint32_t article, std::uint32_t slot) const {
  const TableReader& table = files_->table(Table::postlist);
  const std::string slot_key = glass::value_chunk_key(slot);
  std::string key = slot_key;
  glass::append_sorting(key, glass::to_docid(article));
  std::optional<Place> place = table.last_up_to(key, UINT32_MAX);
  if (!place) return {};
  const glass::LeafItem item = place->leaf.leaf_item(place->item);
  if (!item.key.starts_with(slot_key)) return {};
  if (item.part > 1) place = table.find(item.key);
  if (!place) table.damaged("an entry lacks its first part");
  glass::PackedReader in(item.key.substr(slot_key.size()), table.path());
  const std::uint32_t first = glass::to_article(in.sorting());
  std::vector<char> buffer;
  const auto found = glass::find_value(table.tag(*place, buffer), first, article, table.path());
  return std::string(found.value_or(std::string_view()));
}

}  // namespace newsdex
