#include "storage/direct_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <limits>
#include <utility>

#include "newsdex/error.hpp"
#include "storage/block_sums.hpp"
#include "storage/glass/keys.hpp"
#include "storage/glass/position_list.hpp"
#include "storage/glass/term_list.hpp"

namespace newsdex {
namespace {

using glass::Table;
using glass::TableWriter;

// From how many bytes on Xapian deflates a tag. Stored articles come compressed, so nobody should
// try again, not Xapian either when it updates the database.
constexpr std::uint32_t kTermListCompressMin = 18;
constexpr std::uint32_t kNever = 0;

std::string make_folder(std::string path) {
  std::error_code error;
  const bool made = std::filesystem::create_directory(path, error);
  if (error) throw Error(ErrorCode::io, fmt::format("cannot make {}: {}", path, error.message()));
  if (!made) throw Error(ErrorCode::io, fmt::format("cannot make {}: it exists", path));
  return path;
}

}  // namespace

DirectWriter::DirectWriter(std::string path)
    : path_(make_folder(std::move(path))),
      postlist_(table_path(Table::postlist), kNever, TableWriter::Order::late_beginning),
      docdata_(table_path(Table::docdata), kNever),
      position_(table_path(Table::position), kNever) {}

std::string DirectWriter::table_path(Table table) const {
  return fmt::format("{}/{}", path_, glass::table_file(glass::table_name(table)));
}

void DirectWriter::store(std::string_view data) {
  if (statistics_.documents == std::numeric_limits<std::uint32_t>::max())
    refuse("too many articles");
  const std::uint32_t article = statistics_.documents++;
  if (!data.empty()) docdata_.add(glass::document_key(article), data);
}

void DirectWriter::add_metadata(std::string_view key, std::string_view value) {
  if (key.empty()) refuse("metadata without a key");
  if (!value.empty()) postlist_.add_early(std::string(glass::kMetadataPrefix).append(key), value);
}

void DirectWriter::add_values(std::uint32_t slot, std::span<const ArticleValue> values) {
  if (!values_.add(slot, values)) refuse("values that do not ascend");
  if (!values.empty()) past_articles_ = std::max(past_articles_, values.back().article + 1);
}

void DirectWriter::add_term(std::string_view term, std::span<const Posting> postings,
                            const PositionLists& positions) {
  if (term.size() > glass::kMaxTermBytes) {
    refuse(fmt::format("a term of {} bytes, more than {}", term.size(), glass::kMaxTermBytes));
  }
  if (postings.empty()) return;
  term_key_.clear();
  glass::append_sorting_string(term_key_, term);
  add_postings(term_key_, postings);
  if (!positions.starts.empty()) add_positions(postings, positions);
}

void DirectWriter::add_postings(std::string_view key, std::span<const Posting> postings) {
  if (!glass::ascends(postings)) refuse("postings that do not ascend");
  chunks_.begin(postings, count(postings));
  postlist_.add(key, chunks_.next(postlist_.room(key.size())));
  while (!chunks_.is_done()) {
    key_.assign(key).append(glass::kTermEnd);
    glass::append_sorting(key_, glass::to_docid(chunks_.next_article()));
    postlist_.add(key_, chunks_.next(postlist_.room(key_.size())));
  }
}

glass::RowHeader DirectWriter::count(std::span<const Posting> postings) {
  past_articles_ = std::max(past_articles_, postings.back().article + 1);
  if (lengths_.size() < past_articles_) lengths_.resize(past_articles_);
  glass::RowHeader header = {static_cast<std::uint32_t>(postings.size()), 0};
  std::uint32_t largest = 0;
  bool overflows = false;
  for (const Posting& posting : postings) {
    header.total += posting.count;
    largest = std::max(largest, posting.count);
    std::uint32_t& length = lengths_[posting.article];
    length += posting.count;
    overflows |= length < posting.count;
  }
  if (overflows) refuse("an article that is too long");
  statistics_.largest_count = std::max(statistics_.largest_count, largest);
  return header;
}

void DirectWriter::add_positions(std::span<const Posting> postings,
                                 const PositionLists& positions) {
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::span<const std::uint32_t> list = positions.of(i);
    if (list.empty()) continue;
    if (std::ranges::adjacent_find(list, std::greater_equal()) != list.end()) {
      refuse("positions that do not ascend");
    }
    key_.assign(term_key_).append(glass::kTermEnd);
    glass::append_sorting(key_, glass::to_docid(postings[i].article));
    tag_.clear();
    glass::append_positions(tag_, list);
    position_.add(key_, tag_);
  }
}

void DirectWriter::add_term_list(std::span<const TermCount> terms) {
  if (!termlist_) termlist_.emplace(table_path(Table::termlist), kTermListCompressMin);
  std::uint64_t length = 0;
  for (const TermCount& term : terms) length += term.count;
  if (length > std::numeric_limits<std::uint32_t>::max()) refuse("an article that is too long");
  const std::uint32_t article = lists_++;
  tag_.clear();
  if (!glass::append_term_list(tag_, terms, static_cast<std::uint32_t>(length))) {
    refuse("an article's terms that do not ascend");
  }
  std::string key = glass::document_key(article);
  termlist_->add(key, tag_);
  const std::string slots = values_.used_slots(article);
  if (!slots.empty()) termlist_->add(key.append(glass::kTermEnd), slots);
}

void DirectWriter::add_lengths() {
  if (lengths_.empty()) return;
  std::vector<Posting> row;
  row.reserve(lengths_.size());
  for (const std::uint32_t length : lengths_) {
    row.push_back({static_cast<std::uint32_t>(row.size()), length});
  }
  chunks_.begin(row, {});
  constexpr std::size_t kLimit = 2000;
  postlist_.add_early(glass::kLengthsKey, chunks_.next(kLimit));
  while (!chunks_.is_done()) {
    key_.assign(glass::kLengthsKey);
    glass::append_sorting(key_, glass::to_docid(chunks_.next_article()));
    postlist_.add_early(key_, chunks_.next(kLimit));
  }
}

void DirectWriter::set_length_statistics() {
  for (const std::uint32_t length : lengths_) {
    statistics_.total_length += length;
    statistics_.longest = std::max(statistics_.longest, length);
    if (length == 0) continue;
    statistics_.shortest =
        statistics_.shortest == 0 ? length : std::min(statistics_.shortest, length);
  }
}

void DirectWriter::finish() {
  if (termlist_ && lists_ != statistics_.documents) refuse("lists of terms for some articles only");
  if (past_articles_ > statistics_.documents) refuse("postings of articles that there are not");
  statistics_.last_docid = statistics_.documents;
  lengths_.resize(statistics_.documents);
  for (const auto& [key, tag] : values_.take_entries()) postlist_.add_early(key, tag);
  add_lengths();
  set_length_statistics();
  glass::VersionFile version;
  version.statistics = statistics_;
  version.root(Table::postlist) = postlist_.finish();
  version.root(Table::docdata) = docdata_.finish();
  version.root(Table::termlist).compress_min = kTermListCompressMin;
  if (termlist_) version.root(Table::termlist) = termlist_->finish();
  version.root(Table::position) = position_.finish();
  write_version(version);
}

// The UUID is a hash of the tables, so that the same articles make the same files.
void DirectWriter::write_version(glass::VersionFile version) {
  BlockSumsWriter sums(path_);
  for (const Table table : {Table::postlist, Table::docdata, Table::termlist, Table::position}) {
    if (table == Table::termlist && !termlist_) continue;
    sums.add(glass::table_file(glass::table_name(table)));
  }
  version.uuid = sums.hash();
  write_file(fmt::format("{}/{}", path_, glass::kVersionFile), version.encode());
  sums.add(glass::kVersionFile);
  sums.finish();
}

void DirectWriter::refuse(std::string_view why) const {
  throw Error(ErrorCode::io, fmt::format("cannot write {}: it was given {}", path_, why));
}

}  // namespace newsdex
