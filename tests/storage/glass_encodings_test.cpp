#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "newsdex/error.hpp"
#include "storage/glass/bits.hpp"
#include "storage/glass/deflate.hpp"
#include "storage/glass/packed.hpp"
#include "storage/glass/position_list.hpp"
#include "storage/glass/posting_list.hpp"
#include "storage/glass/term_list.hpp"
#include "storage/glass/value_list.hpp"
#include "storage/glass/version_file.hpp"

namespace newsdex::glass {
namespace {

using namespace std::string_literals;

template <typename Append, typename Value>
std::string appended(Append&& append, Value value) {
  std::string out;
  append(out, value);
  return out;
}

TEST(Packed, WritesTheBytesOfTheFormat) {
  struct Case {
    std::uint64_t value;
    std::string packed;
    std::string last;
  };
  const Case cases[] = {
      {0, "\0"s, ""},
      {1, "\1", "\1"},
      {127, "\x7F", "\x7F"},
      {128, "\x80\1", "\x80"},
      {300, "\xAC\2", "\x2C\1"},
      {UINT32_MAX, "\xFF\xFF\xFF\xFF\x0F", "\xFF\xFF\xFF\xFF"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(appended(append_packed, c.value), c.packed) << c.value;
    EXPECT_EQ(appended(append_last, c.value), c.last) << c.value;
    EXPECT_EQ(PackedReader(c.packed, "").packed64(), c.value);
  }
}

TEST(Packed, SortingNumbersSortLikeTheNumbersAndReadBack) {
  std::vector<std::uint32_t> numbers = {0, 1, 0x7FFF, 0x8000, UINT32_MAX - 1, UINT32_MAX};
  for (unsigned bit = 1; bit < 32; ++bit) {
    for (const int offset : {-1, 0, 1}) {
      numbers.push_back((1u << bit) + static_cast<std::uint32_t>(offset));
    }
  }
  std::ranges::sort(numbers);
  std::string before;
  for (const std::uint32_t number : numbers) {
    const std::string bytes = appended(append_sorting, number);
    EXPECT_LE(before, bytes) << number;
    EXPECT_EQ(PackedReader(bytes, "").sorting(), number);
    before = bytes;
  }
  EXPECT_EQ(appended(append_sorting, 1u), "\0\1"s);
  EXPECT_EQ(appended(append_sorting, 0x8000u), "\x80\x80\0"s);
  EXPECT_EQ(appended(append_sorting, UINT32_MAX), "\xE0\xFF\xFF\xFF\xFF");
}

TEST(Packed, SortingStringsKeepZeroBytesAndOrder) {
  const std::vector<std::string> strings = {"",     "\0"s,   "\0\0"s, "\0a"s, "\1",  "a",
                                            "a\0"s, "a\0b"s, "a\1",   "ab",   "\xFF"};
  std::string before;
  for (const std::string& string : strings) {
    const std::string bytes = appended(append_sorting_string, string);
    EXPECT_LE(before, bytes);
    before = bytes;
    const std::string with_more = bytes + "\0xyz"s;
    PackedReader in(with_more, "");
    std::string read;
    in.sorting_string(read);
    EXPECT_EQ(read, string);
    EXPECT_EQ(in.left(), "xyz");
  }
}

TEST(Packed, RefusesWhatEndsEarlyOrIsTooLarge) {
  EXPECT_THROW(PackedReader("", "").byte(), Error);
  EXPECT_THROW(PackedReader("\x80", "").packed(), Error);
  EXPECT_THROW(PackedReader("\xFF\xFF\xFF\xFF\x1F", "").packed(), Error);
  EXPECT_THROW(PackedReader(std::string(11, '\xFF'), "").packed64(), Error);
  EXPECT_THROW(PackedReader("\5abcd", "").packed_string(), Error);
  EXPECT_THROW(PackedReader("\x80\x80", "").sorting(), Error);
  EXPECT_THROW(PackedReader("\xE1\1\1\1\1", "").sorting(), Error);
  EXPECT_THROW(PackedReader("\xFF\1\1\1\1\1\1\1", "").sorting(), Error);
}

TEST(Bits, ReadBackUnderEveryLimit) {
  std::string bytes;
  BitWriter out(bytes);
  std::vector<std::pair<std::uint64_t, std::uint64_t>> written;
  for (std::uint64_t limit = 1; limit < 70; ++limit) {
    for (std::uint64_t value = 0; value < limit; ++value) written.emplace_back(value, limit);
  }
  for (const std::uint64_t limit :
       {std::uint64_t{1} << 31, (std::uint64_t{1} << 32) - 1, std::uint64_t{1} << 32}) {
    for (const std::uint64_t value : {std::uint64_t{0}, limit / 2, limit - 1}) {
      written.emplace_back(value, limit);
    }
  }
  for (const auto& [value, limit] : written) out.put(value, limit);
  out.finish();
  BitReader in(bytes);
  for (const auto& [value, limit] : written) EXPECT_EQ(in.get(limit), value) << limit;
  EXPECT_FALSE(in.is_exhausted());
  for (int i = 0; i < 8; ++i) (void)in.get(2);
  EXPECT_TRUE(in.is_exhausted());
}

TEST(PositionList, ReadsBack) {
  std::mt19937 random(5);
  for (std::uint32_t size = 1; size < 200; ++size) {
    std::vector<std::uint32_t> list;
    std::uint32_t at = static_cast<std::uint32_t>(random() % 3);
    for (std::uint32_t i = 0; i < size; ++i) {
      list.push_back(at);
      at += 1 + static_cast<std::uint32_t>(random() % (size % 2 == 0 ? 3 : 5000));
    }
    std::string bytes;
    append_positions(bytes, list);
    std::vector<std::uint32_t> read = {7, 7};
    read_positions(bytes, "", read);
    EXPECT_EQ(read, list);
  }
}

TEST(PositionList, RefusesMoreThanAnArticleCanHave) {
  // A row without gaps takes no bits but for its ends.
  std::string bytes;
  append_packed(bytes, UINT32_MAX);
  BitWriter out(bytes);
  out.put(0, UINT32_MAX);
  out.put(UINT32_MAX - 1, UINT32_MAX);
  out.finish();
  std::vector<std::uint32_t> read;
  EXPECT_THROW(read_positions(bytes, "", read), Error);
  EXPECT_THROW(read_positions("", "", read), Error);
  EXPECT_THROW(read_positions("\x90\x10\1", "", read), Error);
}

// Decodes in pieces of `step`.
std::vector<Posting> decode(std::string_view bytes, std::uint32_t before, std::size_t step) {
  std::vector<Posting> out;
  std::vector<Posting> piece(step);
  const auto* const at = reinterpret_cast<const std::uint8_t*>(bytes.data());
  EncodedPostings rest = {at, at + bytes.size(), before};
  while (rest.at != rest.end) {
    const std::size_t count = decode_postings(rest, piece);
    if (rest.at == nullptr) throw Error(ErrorCode::bad_index, "");
    out.insert(out.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(count));
  }
  return out;
}

// Postings with gaps and counts of every length in every order.
std::vector<Posting> varied_postings(std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<Posting> row = {{5, 1}};
  for (int i = 0; i < 3000 && row.back().article < UINT32_MAX - (1u << 29); ++i) {
    const auto gap_bits = seed == 0 ? 3 : random() % 100 == 0 ? 28 : random() % (seed * 5);
    const auto count_bits = random() % 4 == 0 ? random() % 33 : random() % 8;
    const auto gap = static_cast<std::uint32_t>(random() & ((std::uint64_t{1} << gap_bits) - 1));
    const auto count =
        static_cast<std::uint32_t>(random() & ((std::uint64_t{1} << count_bits) - 1));
    row.push_back({row.back().article + 1 + gap, count});
  }
  return row;
}

TEST(PostingList, DecodesWhatIsEncodedInPiecesOfAnySize) {
  for (std::uint32_t seed = 0; seed < 5; ++seed) {
    const std::vector<Posting> row = varied_postings(seed);
    std::string bytes;
    for (std::size_t i = 1; i < row.size(); ++i) {
      append_packed(bytes, row[i].article - row[i - 1].article - 1);
      append_packed(bytes, row[i].count);
    }
    const std::vector<Posting> expected(row.begin() + 1, row.end());
    for (const std::size_t step : {1u, 2u, 3u, 7u, 256u, 5000u}) {
      EXPECT_EQ(decode(bytes, 5, step), expected) << seed << " " << step;
    }
  }
}

TEST(PostingList, EveryCutIsNoticedOrBetweenPostings) {
  std::string bytes;
  std::vector<std::size_t> ends = {0};
  for (const std::uint64_t number : {1u, 1u, 200u, 1u, 1u, 200u, 70000u, 70000u, UINT32_MAX, 3u}) {
    append_packed(bytes, number);
    if (ends.size() % 2 == 0)
      ends.push_back(bytes.size());
    else
      ends.push_back(0);
  }
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const bool is_end = size == 0 || std::ranges::find(ends, size) != ends.end();
    if (is_end) {
      EXPECT_NO_THROW(decode(bytes.substr(0, size), 0, 256)) << size;
    } else {
      EXPECT_THROW(decode(bytes.substr(0, size), 0, 256), Error) << size;
    }
  }
}

TEST(PostingList, RefusesNumbersOfMoreThan32Bits) {
  const std::string padding(40, '\1');
  for (const std::string& wrong : {"\xFF\xFF\xFF\xFF\x1F\1"s, "\1\xFF\xFF\xFF\xFF\x1F"s,
                                   "\x80\x80\x80\x80\x80\1\1"s, std::string(20, '\xFF')}) {
    EXPECT_THROW(decode(wrong, 0, 256), Error);
    EXPECT_THROW(decode(wrong + padding, 0, 256), Error);
    EXPECT_THROW(decode(padding + wrong + padding, 0, 256), Error);
  }
}

TEST(PostingList, ChunksKeepToTheirLimit) {
  const std::vector<Posting> row = varied_postings(2);
  ChunkEncoder encoder;
  for (const std::size_t limit : {64u, 300u, 2000u}) {
    encoder.begin(row, {static_cast<std::uint32_t>(row.size()), 9});
    std::vector<Posting> read;
    while (!encoder.is_done()) {
      const std::uint32_t first = encoder.next_article();
      const std::string chunk(encoder.next(limit));
      EXPECT_LE(chunk.size(), limit);
      PackedReader in(chunk, "");
      const ChunkHeader header =
          read.empty() ? read_first_header(in) : read_later_header(in, first);
      EXPECT_EQ(header.first, first);
      EXPECT_EQ(header.is_last, encoder.is_done());
      read.push_back({first, in.packed()});
      for (const Posting& posting : decode(in.left(), first, 256)) read.push_back(posting);
      EXPECT_EQ(read.back().article, header.last);
    }
    EXPECT_EQ(read, row);
  }
}

TEST(PostingList, RowsThatDoNotAscendAreRefused) {
  EXPECT_TRUE(ascends(std::vector<Posting>{{0, 1}, {1, 1}, {UINT32_MAX - 1, 0}}));
  EXPECT_FALSE(ascends(std::vector<Posting>{{1, 1}, {1, 1}}));
  EXPECT_FALSE(ascends(std::vector<Posting>{{2, 1}, {1, 1}}));
  EXPECT_FALSE(ascends(std::vector<Posting>{{UINT32_MAX, 1}}));
}

TEST(TermList, ReadsBackAndKeepsSmallCountsInOneByte) {
  const std::vector<TermCount> terms = {{"ab", 300}, {"abc", 0}, {"abd", 62},
                                        {"abe", 63}, {"b", 1},   {"c", UINT32_MAX}};
  std::string bytes;
  ASSERT_TRUE(append_term_list(bytes, terms, 17));
  const DecodedTerms decoded = read_term_list(bytes, "");
  EXPECT_EQ(decoded.length, 17U);
  EXPECT_EQ(decoded.terms, terms);
  EXPECT_EQ(bytes.substr(2, 10), "\2ab\xAC\2"s + "\5\1c"s + "\xFE\1"s.substr(0, 0) + "\xFE\1"s);
}

TEST(TermList, RefusesTermsThatDoNotAscend) {
  std::string bytes;
  EXPECT_FALSE(append_term_list(bytes, std::vector<TermCount>{{"b", 1}, {"a", 1}}, 2));
  EXPECT_FALSE(append_term_list(bytes, std::vector<TermCount>{{"a", 1}, {"a", 1}}, 2));
  EXPECT_FALSE(append_term_list(bytes, std::vector<TermCount>{{"", 1}}, 1));
  EXPECT_FALSE(append_term_list(bytes, std::vector<TermCount>{{std::string(256, 'a'), 1}}, 1));
}

TEST(TermList, EveryCutIsNoticed) {
  std::string bytes;
  ASSERT_TRUE(
      append_term_list(bytes, std::vector<TermCount>{{"ab", 300}, {"abc", 1}, {"x", 999}}, 1300));
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    EXPECT_THROW(read_term_list(bytes.substr(0, size), ""), Error) << size;
  }
  EXPECT_THROW(read_term_list(bytes + "x", ""), Error);
}

TEST(ValueList, FindsTheValueOfAnArticle) {
  ValueCollector collector;
  const std::vector<ArticleValue> values = {{3, "a"}, {4, ""}, {9, std::string_view("b\0c", 3)}};
  ASSERT_TRUE(collector.add(1, values));
  ASSERT_TRUE(collector.add(130, std::vector<ArticleValue>{{9, "z"}}));
  EXPECT_FALSE(collector.add(130, values));
  const auto entries = collector.take_entries();
  ASSERT_EQ(entries.size(), 4U);
  const std::string& chunk = entries[2].second;
  EXPECT_EQ(find_value(chunk, 3, 3, ""), "a");
  EXPECT_EQ(find_value(chunk, 3, 9, ""), "b\0c"s);
  EXPECT_EQ(find_value(chunk, 3, 4, ""), std::nullopt);
  EXPECT_EQ(find_value(chunk, 3, 10, ""), std::nullopt);
  EXPECT_THROW(find_value(chunk.substr(0, 3), 3, 9, ""), Error);
  EXPECT_EQ(collector.used_slots(2), "");
  EXPECT_EQ(read_used_slots(collector.used_slots(3), ""), std::vector<std::uint32_t>{1});
  EXPECT_EQ(read_used_slots(collector.used_slots(9), ""), (std::vector<std::uint32_t>{1, 130}));
}

TEST(Deflate, InflatesToTheSameAndLeavesAloneWhatDoesNotShrink) {
  Deflater deflater;
  for (const std::size_t size : {30u, 1000u, 300000u}) {
    std::string text;
    while (text.size() < size) text += fmt::format("word{}", text.size() % 97);
    const auto deflated = deflater.deflate(text);
    ASSERT_TRUE(deflated);
    EXPECT_LT(deflated->size(), text.size());
    const auto inflated = inflate_bytes(*deflated);
    ASSERT_TRUE(inflated);
    EXPECT_EQ(std::string(inflated->begin(), inflated->end()), text);
    EXPECT_FALSE(inflate_bytes(deflated->substr(0, deflated->size() - 1)));
  }
  EXPECT_FALSE(deflater.deflate("qwertzuiop"));
  EXPECT_FALSE(deflater.deflate(""));
  EXPECT_FALSE(inflate_bytes("\xFF\xFF\xFF"));
  EXPECT_FALSE(inflate_bytes(""));
}

TEST(VersionFile, ReadsBackAndRefusesCuts) {
  VersionFile file;
  file.statistics = {300, 400, 1, 5000, 17, std::uint64_t{1} << 40};
  file.uuid[3] = 'u';
  file.root(Table::postlist) = {7, 2, false, false, 12345, 8192, 0, 500};
  const std::string bytes = file.encode();
  const VersionFile read = VersionFile::decode(bytes, "");
  EXPECT_EQ(read.encode(), VersionFile::decode(read.encode(), "").encode());
  EXPECT_EQ(read.uuid, file.uuid);
  EXPECT_EQ(read.statistics.total_length, file.statistics.total_length);
  EXPECT_EQ(read.statistics.last_docid, 400U);
  EXPECT_EQ(read.statistics.longest, 5000U);
  EXPECT_EQ(read.root(Table::postlist).block, 7U);
  EXPECT_EQ(read.root(Table::postlist).level, 2U);
  EXPECT_FALSE(read.root(Table::postlist).in_order);
  EXPECT_TRUE(read.root(Table::docdata).empty);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW(VersionFile::decode(bytes.substr(0, size), ""), Error) << size;
  }
  std::string newer = bytes;
  ++newer[15];
  EXPECT_THROW(VersionFile::decode(newer, ""), Error);
}

}  // namespace
}  // namespace newsdex::glass
