// Walks a row of postings, a block after the other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "storage/glass/posting_list.hpp"
#include "storage/glass/table_reader.hpp"
#include "storage/posting.hpp"

namespace newsdex {

/// The postlist table and how many articles it can speak of.
struct Postlist {
  const glass::TableReader* table = nullptr;
  std::uint32_t documents = 0;
  std::uint32_t articles = 0;  // past the greatest number; more than documents if some were deleted
};

/// Its functions throw Error{bad_index} when they meet damage: postings ascend, are of articles
/// that there are, and as many as frequency() says. The reader that it comes from must outlive it.
/// One that was moved from may only be destroyed or assigned to.
class PostingCursor {
 public:
  static constexpr std::size_t kBlockPostings = 256;

  enum class Row { term, lengths };

  /// A term that no article has.
  PostingCursor() = default;

  /// The row of chunks of which the first stands at `first`.
  PostingCursor(const Postlist& postlist, glass::Place first, Row row);

  PostingCursor(PostingCursor&&) noexcept = default;
  PostingCursor& operator=(PostingCursor&&) noexcept = default;
  PostingCursor(const PostingCursor&) = delete;
  PostingCursor& operator=(const PostingCursor&) = delete;
  ~PostingCursor() = default;

  /// How many postings there are.
  [[nodiscard]] std::uint32_t frequency() const { return row_.frequency; }
  /// The sum of all counts; of lengths it is not known.
  [[nodiscard]] std::uint64_t total() const { return row_.total; }

  /// The next postings, up to kBlockPostings of them, by article; empty at the end. They are good
  /// until the next call or until the cursor is moved.
  std::span<const Posting> next();

  /// Leaves out postings of articles before `article`, as far as that saves time: what next() gives
  /// from now on ends at or after it, but may begin before. It never goes back.
  void skip_to(std::uint32_t article);

 private:
  [[nodiscard]] bool is_later_key(std::string_view key) const;
  [[nodiscard]] std::uint32_t first_article(std::string_view later_key) const;
  void open_next_chunk();
  void open_chunk_at(glass::Place place, std::uint32_t first);
  void begin_chunk(const glass::ChunkHeader& header, std::string_view postings);
  std::size_t decode();
  void count(std::size_t decoded);
  [[noreturn]] void damaged(std::string_view what) const;

  Postlist postlist_;
  glass::RowHeader row_;
  std::string_view key_;         // of the first chunk
  std::string_view end_of_key_;  // what stands after it in the keys of later ones
  glass::Place place_;           // the last part of the open chunk
  glass::EncodedPostings rest_;  // of the open chunk
  bool at_chunk_begin_ = false;  // rest_.last is the article of its first posting
  bool is_last_chunk_ = true;
  bool has_skipped_ = false;
  std::uint32_t chunk_last_ = 0;
  std::uint32_t wanted_ = 0;  // nobody asks for articles before it
  std::uint32_t given_ = 0;
  std::vector<char> joined_;  // the open chunk, if it had to be put together
  std::array<Posting, kBlockPostings> block_;
};

}  // namespace newsdex
