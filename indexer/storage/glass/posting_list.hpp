// A row of postings as the postlist table has it, in chunks.
//
// The row's first chunk begins with the number of postings, the sum of their counts and the first
// document id less one, all packed. Every chunk then has the character 1 if it is the row's last,
// else 0, and packed the last document id less the first; then the count of the first posting, and
// for each further one the distance to the document id before less one and its count. The first
// document id of a later chunk stands in its key. Lengths of documents are such a row too, with
// zeros for the number and the sum.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "storage/glass/packed.hpp"
#include "storage/posting.hpp"

namespace newsdex::glass {

struct RowHeader {
  std::uint32_t frequency = 0;
  std::uint64_t total = 0;  // sum of the counts
};

/// What stands before the postings of a chunk, with document ids made article numbers.
struct ChunkHeader {
  RowHeader row;  // only of first chunks
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool is_last = false;
};

/// The longest headers, of later chunks and of all.
inline constexpr std::size_t kMaxLaterHeaderBytes = 1 + 5;
inline constexpr std::size_t kMaxHeaderBytes = 5 + 5 + kMaxPackedBytes + kMaxLaterHeaderBytes;

/// Reads the header of a row's first chunk, up to the first posting's count. Throws
/// Error{bad_index} as PackedReader does.
ChunkHeader read_first_header(PackedReader& in);

/// The same of a later chunk that begins with article `first`.
ChunkHeader read_later_header(PackedReader& in, std::uint32_t first);

/// Whether articles ascend and are numbers that a document id can follow.
bool ascends(std::span<const Posting> row);

/// Encodes a row chunk after chunk.
class ChunkEncoder {
 public:
  ChunkEncoder();

  /// Starts a row that is not empty and ascends; `row` outlives it.
  void begin(std::span<const Posting> row, const RowHeader& header);
  [[nodiscard]] bool is_done() const { return left_.empty(); }
  /// Of the next chunk's first posting.
  [[nodiscard]] std::uint32_t next_article() const { return left_.front().article; }
  /// The next chunk, of at most `limit` bytes (at least 64), until the next call.
  std::string_view next(std::size_t limit);

 private:
  std::string_view with_header(std::span<const Posting> chunk, const std::uint8_t* end);

  std::span<const Posting> left_;
  RowHeader header_;
  bool is_first_ = false;
  std::string buffer_;
};

/// The undecoded rest of a chunk.
struct EncodedPostings {
  const std::uint8_t* at = nullptr;
  const std::uint8_t* end = nullptr;
  std::uint64_t last = 0;  // article of the posting before
};

/// Decodes postings to `out` until that is full or the bytes end, and returns how many. Articles
/// are not checked, except that they ascend: those past 32 bits come out cut, but `rest.last`
/// tells. Bytes that end within a posting, or a number of more than 32 bits, give `rest.at` of
/// nullptr.
std::size_t decode_postings(EncodedPostings& rest, std::span<Posting> out);

}  // namespace newsdex::glass
