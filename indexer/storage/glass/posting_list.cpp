#include "storage/glass/posting_list.hpp"

#include <bit>
#include <cstring>

#include "storage/glass/keys.hpp"

namespace newsdex::glass {
namespace {

constexpr std::size_t kMaxPostingBytes = 5 + 5;
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

// False, and `in.at` nullptr, when there is none.
bool take_posting(EncodedPostings& in, Posting& out) {
  std::uint32_t gap = 0;
  in.at = take_packed(in.at, in.end, gap);
  if (in.at != nullptr) in.at = take_packed(in.at, in.end, out.count);
  in.last += std::uint64_t{gap} + 1;
  out.article = static_cast<std::uint32_t>(in.last);
  return in.at != nullptr;
}

// Eight bytes of packed numbers.
class Word {
 public:
  explicit Word(const std::uint8_t* at) {
    std::memcpy(&bits_, at, sizeof bits_);
    ends_ = ~bits_ & kHighBits;
  }

  /// Whether each byte is a number of its own.
  [[nodiscard]] bool all_single() const { return ends_ == kHighBits; }

  [[nodiscard]] std::size_t take_four(EncodedPostings& in, Posting* to) const {
    for (unsigned i = 0; i < 4; ++i) {
      in.last += (bits_ >> (16 * i) & 0x7F) + 1;
      to[i] = {static_cast<std::uint32_t>(in.last),
               static_cast<std::uint32_t>(bits_ >> (16 * i + 8) & 0x7F)};
    }
    in.at += 8;
    return 4;
  }

  /// Two or one, as many as are whole; none if one has a number of more than four bytes.
  [[nodiscard]] std::size_t take_some(EncodedPostings& in, Posting* to) const {
    const std::uint64_t second = without_lowest(ends_);
    if (second == 0) return 0;
    const Pair first = {bits_ & up_to_lowest(ends_), number_after(ends_, second)};
    if (!first.is_short()) return 0;
    const std::uint64_t third = without_lowest(second);
    const std::uint64_t fourth = without_lowest(third);
    const Pair next = {number_after(second, third), number_after(third, fourth)};
    const bool both = fourth != 0 && next.is_short();
    to[0] = first.posting(in.last);
    if (!both) {
      in.at += end_of(second) / 8;
      return 1;
    }
    to[1] = next.posting(in.last);
    in.at += end_of(fourth) / 8;
    return 2;
  }

 private:
  static constexpr std::uint64_t kHighBits = 0x8080808080808080;

  // A gap and a count as they are packed.
  struct Pair {
    std::uint64_t gap;
    std::uint64_t count;

    [[nodiscard]] bool is_short() const { return (gap | count) >> 32 == 0; }

    // Joins the groups of seven bits of both numbers at once.
    [[nodiscard]] Posting posting(std::uint64_t& last) const {
      std::uint64_t x = (gap | count << 32) & 0x7F7F7F7F7F7F7F7F;
      x = (x & 0x007F007F007F007F) | (x & 0x7F007F007F007F00) >> 1;
      x = (x & 0x00003FFF00003FFF) | (x & 0x3FFF00003FFF0000) >> 2;
      last += (x & UINT32_MAX) + 1;
      return {static_cast<std::uint32_t>(last), static_cast<std::uint32_t>(x >> 32)};
    }
  };

  // Numbers end with the bytes of which the high bit is set in `ends`.
  static std::uint64_t without_lowest(std::uint64_t ends) { return ends & (ends - 1); }
  static std::uint64_t up_to_lowest(std::uint64_t ends) { return ends ^ (ends - 1); }
  static unsigned end_of(std::uint64_t ends) {
    return static_cast<unsigned>(std::countr_zero(ends)) + 1;
  }

  // The bytes after the lowest end of `before` up to that of `ends`.
  [[nodiscard]] std::uint64_t number_after(std::uint64_t before, std::uint64_t ends) const {
    return (bits_ & (up_to_lowest(ends) ^ up_to_lowest(before))) >> (end_of(before) & 63);
  }

  std::uint64_t bits_ = 0;
  std::uint64_t ends_ = 0;
};

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

bool ascends(std::span<const Posting> row) {
  bool does = row.empty() || row.back().article < UINT32_MAX;
  for (std::size_t i = 1; i < row.size(); ++i) does &= row[i - 1].article < row[i].article;
  return does;
}

void ChunkEncoder::begin(std::span<const Posting> row, const RowHeader& header) {
  left_ = row;
  header_ = header;
  is_first_ = true;
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

// Most postings take two or three bytes, in an order that no branch predictor learns. So eight
// bytes are looked at at once: four postings if all their numbers are of one byte, as in dense
// rows, else two or one, whose numbers are cut out with masks instead of branches.
std::size_t decode_postings(EncodedPostings& rest, std::span<Posting> out) {
  Posting* to = out.data();
  Posting* const full = to + out.size();
  EncodedPostings in = rest;
  while (full - to >= 4 && in.end - in.at >= 8) {
    const Word word(in.at);
    const std::size_t taken = word.all_single() ? word.take_four(in, to) : word.take_some(in, to);
    to += taken;
    if (taken == 0 && !take_posting(in, *to++)) break;
  }
  while (to != full && in.at != nullptr && in.at != in.end) take_posting(in, *to++);
  rest = in;
  return static_cast<std::size_t>(to - out.data());
}

}  // namespace newsdex::glass
