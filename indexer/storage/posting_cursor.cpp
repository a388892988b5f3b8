#include "storage/posting_cursor.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "storage/glass/keys.hpp"
#include "storage/glass/packed.hpp"

namespace newsdex {

PostingCursor::PostingCursor(const Postlist& postlist, glass::Place first, Row row)
    : postlist_(postlist),
      key_(first.leaf.leaf_item(first.item).key),
      end_of_key_(row == Row::term ? glass::kTermEnd : std::string_view()),
      place_(first) {
  glass::PackedReader in(postlist_.table->tag(place_, joined_), postlist_.table->path());
  const glass::ChunkHeader header = glass::read_first_header(in);
  row_ = header.row;
  if (row == Row::lengths) row_.frequency = postlist_.documents;
  if (row_.frequency == 0 || row_.frequency > postlist_.documents) {
    damaged("a term has a frequency that cannot be");
  }
  begin_chunk(header, in.left());
}

std::span<const Posting> PostingCursor::next() {
  for (;;) {
    if (rest_.at == rest_.end) {
      if (is_last_chunk_) return {};
      open_next_chunk();
    }
    const std::size_t decoded = decode();
    count(decoded);
    if (block_[decoded - 1].article >= wanted_) return std::span(block_).first(decoded);
  }
}

// The first posting of a chunk has no distance, as its article is known.
std::size_t PostingCursor::decode() {
  std::size_t decoded = 0;
  if (at_chunk_begin_) {
    const auto left = static_cast<std::size_t>(rest_.end - rest_.at);
    glass::PackedReader in(glass::view(rest_.at, left), postlist_.table->path());
    block_[decoded++] = {static_cast<std::uint32_t>(rest_.last), in.packed()};
    rest_.at = rest_.end - in.left().size();
    at_chunk_begin_ = false;
  }
  decoded += glass::decode_postings(rest_, std::span(block_).subspan(decoded));
  if (rest_.at == nullptr) damaged("a chunk of postings ends early");
  if (rest_.last > chunk_last_ || (rest_.at == rest_.end && rest_.last != chunk_last_)) {
    damaged("a chunk of postings does not end where it says");
  }
  return decoded;
}

void PostingCursor::count(std::size_t decoded) {
  given_ += static_cast<std::uint32_t>(decoded);
  const bool at_end = rest_.at == rest_.end && is_last_chunk_;
  if (given_ > row_.frequency || (at_end && !has_skipped_ && given_ < row_.frequency)) {
    damaged("a row of postings is not as long as it says");
  }
}

void PostingCursor::skip_to(std::uint32_t article) {
  wanted_ = std::max(wanted_, article);
  if (article <= chunk_last_ || rest_.at == nullptr) return;
  has_skipped_ = true;
  rest_.at = rest_.end;
  if (is_last_chunk_) return;
  std::string key = std::string(key_).append(end_of_key_);
  glass::append_sorting(key, glass::to_docid(article));
  const glass::TableReader& table = *postlist_.table;
  auto place = table.last_up_to(key, std::numeric_limits<std::uint32_t>::max());
  if (!place) damaged("its first item is missing");
  const glass::LeafItem item = place->leaf.leaf_item(place->item);
  // Else `article` lies between the first chunk and the one after.
  if (!is_later_key(item.key)) return;
  const std::uint32_t first = first_article(item.key);
  if (first <= chunk_last_) return;
  if (item.part > 1) place = table.find(item.key);
  if (!place) damaged("an entry lacks its first part");
  open_chunk_at(*place, first);
}

void PostingCursor::open_next_chunk() {
  if (!postlist_.table->advance(place_)) damaged("a row of postings lacks its last chunk");
  const std::string_view key = place_.leaf.leaf_item(place_.item).key;
  if (!is_later_key(key)) damaged("a row of postings lacks its last chunk");
  open_chunk_at(place_, first_article(key));
}

bool PostingCursor::is_later_key(std::string_view key) const {
  return key.size() > key_.size() + end_of_key_.size() && key.starts_with(key_) &&
         key.substr(key_.size()).starts_with(end_of_key_);
}

std::uint32_t PostingCursor::first_article(std::string_view later_key) const {
  glass::PackedReader in(later_key.substr(key_.size() + end_of_key_.size()),
                         postlist_.table->path());
  const std::uint32_t docid = in.sorting();
  if (docid == 0 || !in.left().empty()) damaged("a chunk of postings has no proper key");
  return glass::to_article(docid);
}

void PostingCursor::open_chunk_at(glass::Place place, std::uint32_t first) {
  if (first <= chunk_last_) damaged("the chunks of a row of postings do not ascend");
  place_ = place;
  glass::PackedReader in(postlist_.table->tag(place_, joined_), postlist_.table->path());
  const glass::ChunkHeader header = glass::read_later_header(in, first);
  begin_chunk(header, in.left());
}

void PostingCursor::begin_chunk(const glass::ChunkHeader& header, std::string_view postings) {
  if (header.last >= postlist_.articles || postings.empty()) {
    damaged("a chunk of postings has articles that there are not");
  }
  const auto* const at = reinterpret_cast<const std::uint8_t*>(postings.data());
  rest_ = {at, at + postings.size(), header.first};
  at_chunk_begin_ = true;
  is_last_chunk_ = header.is_last;
  chunk_last_ = header.last;
}

void PostingCursor::damaged(std::string_view what) const {
  postlist_.table->damaged(what);
}

}  // namespace newsdex
