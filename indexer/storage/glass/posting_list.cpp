#include "storage/glass/posting_list.hpp"

#include <bit>
#include <cstring>

#include "storage/glass/keys.hpp"

namespace newsdex::glass {
namespace {

constexpr std::size_t kMaxPostingBytes = 2 * 5;
constexpr std::size_t kMaxChunkBytes = 2048;  // more than fit in an item

std::uint8_t* put_posting(std::uint8_t* at, std::uint32_t gap, std::uint32_t count) {
  if ((gap | count) < 0x80) {
    at[0] = static_cast<std::uint8_t>(gap);
    at[1] = static_cast<std::uint8_t>(count);
    return at + 2;
  }
  return put_packed(put_packed(at, gap), count);
}

ChunkHeader read_header(PackedReader& in, ChunkHeader header) {
  const std::uint8_t is_last = in.byte();
  if (is_last != '0' && is_last != '1') in.damaged("a chunk of postings has no proper head");
  header.is_last = is_last == '1';
  const std::uint64_t last = std::uint64_t{header.first} + in.packed();
  if (last >= UINT32_MAX) in.damaged("a chunk of postings has too large a document id");
  header.last = static_cast<std::uint32_t>(last);
  return header;
}

// Reads a packed number of at most 32 bits; nullptr when there is none.
const std::uint8_t* take_packed(const std::uint8_t* at, const std::uint8_t* end,
                                std::uint32_t& value) {
  std::uint64_t sum = 0;
  for (unsigned shift = 0; at != end && shift <= 28; shift += 7) {
    const std::uint8_t byte = *at++;
    sum |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) {
      value = static_cast<std::uint32_t>(sum);
      return sum <= UINT32_MAX ? at : nullptr;
    }
  }
  return nullptr;
}

const std::uint8_t* take_posting(const EncodedPostings& rest, Posting& out, std::uint64_t& last) {
  std::uint32_t gap = 0;
  const std::uint8_t* at = take_packed(rest.at, rest.end, gap);
  if (at != nullptr) at = take_packed(at, rest.end, out.count);
  last += std::uint64_t{gap} + 1;
  out.article = static_cast<std::uint32_t>(last);
  return at;
}

}  // namespace

ChunkHeader read_first_header(PackedReader& in) {
  ChunkHeader header;
  header.row.frequency = in.packed();
  header.row.total = in.packed64();
  header.first = in.packed();
  return read_header(in, header);
}

ChunkHeader read_later_header(PackedReader& in, std::uint32_t first) {
  ChunkHeader header;
  header.first = first;
  return read_header(in, header);
}

ChunkEncoder::ChunkEncoder() : buffer_(kMaxHeaderBytes + kMaxChunkBytes + kMaxPostingBytes, '\0') {}

bool ChunkEncoder::begin(std::span<const Posting> row, const RowHeader& header) {
  left_ = row;
  header_ = header;
  is_first_ = true;
  bool ascends = true;
  for (std::size_t i = 1; i < row.size(); ++i) ascends &= row[i - 1].article < row[i].article;
  return ascends && (row.empty() || row.back().article < UINT32_MAX);
}

std::string_view ChunkEncoder::next(std::size_t limit) {
  auto* const begin = reinterpret_cast<std::uint8_t*>(buffer_.data()) + kMaxHeaderBytes;
  const std::size_t header = is_first_ ? kMaxHeaderBytes : kMaxLaterHeaderBytes;
  const std::uint8_t* const end = begin + std::min(limit, kMaxChunkBytes) - header;
  std::uint8_t* at = put_packed(begin, left_.front().count);
  std::size_t taken = 1;
  for (std::uint32_t last = left_.front().article; taken < left_.size(); ++taken) {
    const Posting& posting = left_[taken];
    std::uint8_t* const after = put_posting(at, posting.article - last - 1, posting.count);
    if (after > end) break;  // the buffer has room for a posting more
    at = after;
    last = posting.article;
  }
  const std::span<const Posting> chunk = left_.first(taken);
  left_ = left_.subspan(taken);
  return with_header(chunk, at);
}

// The header is known only now; it goes right before the postings.
std::string_view ChunkEncoder::with_header(std::span<const Posting> chunk,
                                           const std::uint8_t* end) {
  std::uint8_t header[kMaxHeaderBytes];
  std::uint8_t* at = header;
  if (is_first_) {
    at = put_packed(at, header_.frequency);
    at = put_packed(at, header_.total);
    at = put_packed(at, to_docid(chunk.front().article) - 1);
  }
  is_first_ = false;
  *at++ = left_.empty() ? '1' : '0';
  at = put_packed(at, chunk.back().article - chunk.front().article);
  const auto size = static_cast<std::size_t>(at - header);
  char* const begin = buffer_.data() + kMaxHeaderBytes - size;
  std::memcpy(begin, header, size);
  return {begin, static_cast<std::size_t>(reinterpret_cast<const char*>(end) - begin)};
}

std::size_t decode_postings(EncodedPostings& rest, std::span<Posting> out) {
  std::size_t decoded = 0;
  while (decoded < out.size() && rest.at != nullptr && rest.at != rest.end) {
    rest.at = take_posting(rest, out[decoded], rest.last);
    ++decoded;
  }
  return decoded;
}

}  // namespace newsdex::glass
