#include "storage/term_cursor.hpp"

#include "storage/glass/keys.hpp"
#include "storage/glass/packed.hpp"

namespace newsdex {
namespace {

// What sorts after every document id that may follow a term, and before any longer term.
constexpr std::string_view kAfterChunks("\0\xFF", 2);

}  // namespace

TermCursor::TermCursor(const Postlist& postlist, std::string_view prefix)
    : postlist_(postlist), prefix_key_(glass::term_key(prefix)) {}

bool TermCursor::next() {
  if (!find_next()) return false;
  const std::string_view key = place_.leaf.leaf_item(place_.item).key;
  if (!key.starts_with(prefix_key_)) return false;
  key_.assign(key);
  glass::PackedReader in(key, postlist_.table->path());
  term_.clear();
  in.sorting_string(term_);
  if (!in.left().empty() || term_.empty()) in.damaged("a row of postings lacks its first chunk");
  first_chunk_ = place_;
  glass::PackedReader tag(postlist_.table->tag(place_, joined_), postlist_.table->path());
  const glass::ChunkHeader header = glass::read_first_header(tag);
  row_ = header.row;
  is_last_chunk_ = header.is_last;
  return true;
}

// Later chunks are passed over without reading them.
bool TermCursor::find_next() {
  if (has_begun_ && is_last_chunk_) return postlist_.table->advance(place_);
  std::string from(has_begun_ ? key_ : prefix_key_);
  if (has_begun_) from += kAfterChunks;
  if (from.empty()) from = glass::kFirstTermKey;
  has_begun_ = true;
  const auto found = postlist_.table->first_from(from);
  if (found) place_ = *found;
  return found.has_value();
}

}  // namespace newsdex
