#include "storage/fetched_file.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <thread>

#include "newsdex/error.hpp"
#include "storage/column_file.hpp"
#include "storage/index_files.hpp"
#include "storage/position_file.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

// Hands out pieces of one text, and counts them.
class TextSource final : public ChunkSource {
 public:
  TextSource(std::string text, std::uint32_t chunk_bytes)
      : text_(std::move(text)), chunk_bytes_(chunk_bytes) {}

  std::string fetch(std::uint32_t, std::uint32_t chunk) override {
    const std::lock_guard lock(mutex_);
    asked_.insert(chunk);
    ++requests_;
    return text_.substr(std::size_t{chunk} * chunk_bytes_, chunk_bytes_ + surplus_);
  }

  void answer_wrongly() { surplus_ = 1; }
  [[nodiscard]] const std::set<std::uint32_t>& asked() const { return asked_; }
  [[nodiscard]] std::size_t requests() const { return requests_; }

 private:
  std::string text_;
  std::uint32_t chunk_bytes_;
  std::size_t surplus_ = 0;
  std::mutex mutex_;
  std::set<std::uint32_t> asked_;
  std::size_t requests_ = 0;
};

std::string letters(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += static_cast<char>('a' + i % 23);
  return text;
}

std::string_view text_of(const FetchedFile& file, std::size_t begin, std::size_t end) {
  return std::string_view(reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size())
      .substr(begin, end - begin);
}

FilePlace place_of(const std::shared_ptr<TextSource>& source, std::size_t size,
                   std::uint32_t chunk_bytes) {
  ServedDirectory directory;
  directory.files.push_back({"a/file", size, chunk_bytes});
  return FilePlace(std::make_shared<IndexFiles>(source, directory, "shard")) / "a" / "file";
}

TEST(FetchedFile, FetchesWhatIsNeededAndThatOnce) {
  const std::string text = letters(1000);
  const auto source = std::make_shared<TextSource>(text, 64);
  const FetchedFile file(source, 0, {"file", text.size(), 64}, "file");
  ASSERT_EQ(file.bytes().size(), text.size());
  file.need(70, 200);
  EXPECT_EQ(text_of(file, 70, 200), text.substr(70, 130));
  EXPECT_EQ(source->asked(), (std::set<std::uint32_t>{1, 2, 3}));
  file.need(64, 256);
  file.need(500, 500);
  EXPECT_EQ(source->requests(), 3U);
  file.need(900, 5000);
  EXPECT_EQ(text_of(file, 900, 1000), text.substr(900));
}

TEST(FetchedFile, RefusesPiecesOfAWrongSize) {
  const std::string text = letters(300);
  const auto source = std::make_shared<TextSource>(text, 64);
  const FetchedFile file(source, 0, {"file", text.size(), 64}, "file");
  source->answer_wrongly();
  EXPECT_THROW(file.need(0, 10), Error);
  EXPECT_THROW(file.put(2, "short"), Error);
  EXPECT_THROW(file.put(99, letters(64)), Error);
  file.put(2, text.substr(128, 64));
  file.need(128, 192);
  EXPECT_EQ(text_of(file, 128, 192), text.substr(128, 64));
}

TEST(FetchedFile, ThreadsSeeTheSameBytes) {
  const std::string text = letters(100'000);
  const auto source = std::make_shared<TextSource>(text, 128);
  const FetchedFile file(source, 0, {"file", text.size(), 128}, "file");
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (std::size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < 500; ++i) {
        const std::size_t begin = (i * (t + 1) * 97) % (text.size() - 300);
        file.need(begin, begin + 300);
        if (text_of(file, begin, begin + 300) != text.substr(begin, 300)) ++wrong;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST(FetchedFile, ColumnsAreFetchedAsTheyAreChecked) {
  ColumnFileWriter out;
  out.add_bytes("first", letters(5000));
  out.add_bytes("second", letters(5000));
  const std::string bytes = out.finish();
  const auto source = std::make_shared<TextSource>(bytes, 100);
  const ColumnFile file(place_of(source, bytes.size(), 100));
  const std::size_t opening = source->requests();
  EXPECT_LT(opening, 5U);
  file.check("second");
  const auto second = file.section<char>("second");
  EXPECT_EQ(std::string(second.data(), second.size()), letters(5000));
  EXPECT_LT(source->requests(), opening + 55);
  EXPECT_THROW(ColumnFile(place_of(source, bytes.size() - 1, 100)), Error);
}

// Lists that are longer than a block, so that their ends are not there when they are begun.
TEST(FetchedFile, PositionsOfAnyLengthAreRead) {
  using Positions = std::vector<std::uint32_t>;
  std::map<std::string, std::map<std::uint32_t, Positions>> lists;
  for (std::uint32_t t = 0; t < 40; ++t) {
    auto& of_term = lists[fmt::format("term{:02}", t)];
    for (std::uint32_t article = t; article < 400; article += t + 1) {
      Positions& positions = of_term[article];
      const std::uint32_t count = (article + t) % 37 == 0 ? 30'000 : 1 + article % 3;
      for (std::uint32_t i = 0; i < count; ++i) positions.push_back(1000 + i * (1 + t * 7));
    }
  }
  const TemporaryFolder folder;
  PositionFileWriter writer(folder.path("positions"));
  for (const auto& [term, of_term] : lists) {
    writer.begin(term);
    for (const auto& [article, positions] : of_term) {
      std::string list;
      encode_positions(positions, list);
      writer.add(article, list);
    }
  }
  writer.finish();
  const std::string bytes = folder.read("positions");
  const auto source = std::make_shared<TextSource>(bytes, 512);
  const PositionFile file(place_of(source, bytes.size(), 512));
  TermPositions rare = file.find("term39");
  ASSERT_TRUE(rare.seek(39));
  EXPECT_LT(source->requests() * 512, bytes.size() / 4);
  for (const auto& [term, of_term] : lists) {
    TermPositions found = file.find(term);
    for (const auto& [article, positions] : of_term) {
      if (article % 5 == 0) continue;  // passed over
      Positions read;
      ASSERT_TRUE(found.seek(article)) << term << ' ' << article;
      found.append_to(read);
      ASSERT_EQ(read, positions) << term << ' ' << article;
    }
  }
}

TEST(PackedChunk, IsUnpackedAgain) {
  for (const std::string& bytes : {std::string(), letters(10), std::string(100'000, 'x')}) {
    const std::string packed = pack_chunk(bytes);
    EXPECT_EQ(unpack_chunk(packed, bytes.size()), bytes);
    if (bytes.empty()) continue;
    EXPECT_EQ(unpack_chunk(packed, bytes.size() - 1), std::nullopt);
  }
  EXPECT_LT(pack_chunk(std::string(100'000, 'x')).size(), 1000U);
  for (const char* wrong : {"", "z", "zabc", "?abc"})
    EXPECT_EQ(unpack_chunk(wrong, 1000), std::nullopt) << wrong;
}

TEST(PackedChunk, OfWhichABitIsFlippedIsNone) {
  for (const std::string& bytes : {std::string(1000, 'x'), letters(100)}) {
    const std::string packed = pack_chunk(bytes);
    for (std::size_t bit = 0; bit < 8 * packed.size(); ++bit) {
      std::string damaged = packed;
      damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
      EXPECT_EQ(unpack_chunk(damaged, 10'000), std::nullopt) << bit;
    }
  }
}

TEST(PackedChunk, TravelsWithOthers) {
  std::string together;
  append_together(together, 3, 0, "pabc");
  append_together(together, 500, 7, "");
  const auto chunks = take_apart(together);
  ASSERT_TRUE(chunks && chunks->size() == 2);
  EXPECT_EQ(chunks->front().packed, "pabc");
  EXPECT_EQ(chunks->back().file, 500U);
  EXPECT_EQ(chunks->back().chunk, 7U);
  EXPECT_EQ(take_apart("")->size(), 0U);
  for (const std::size_t cut : {1U, 4U, 8U})
    EXPECT_EQ(take_apart(together.substr(0, cut)).has_value(), false) << cut;
}

TEST(ServedDirectory, IsReadAgain) {
  const ServedDirectory directory = {"gen-1 abc\n",
                                     {{"CURRENT", 28, 100}, {"seg-1/columns", 1 << 20, 4096}}};
  EXPECT_EQ(parse_directory(encode_directory(directory), "shard"), directory);
  for (const char* wrong :
       {"", "{}", "[]", R"({"served":1,"state":"","files":[]})", R"({"served":2,"files":[]})",
        R"({"served":2,"state":"","files":[["a",1,0]]})",
        R"({"served":2,"state":"","files":[["a",-1,5]]})",
        R"({"served":2,"state":"","files":[["a"]]})"}) {
    EXPECT_THROW(parse_directory(wrong, "shard"), Error) << wrong;
  }
}

}  // namespace
}  // namespace newsdex::testing
