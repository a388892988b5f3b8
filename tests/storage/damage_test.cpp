// A database with a flipped bit or cut short gives an error or the right answer, and one made to
// mislead, whose checksums are right, neither crashes the reader nor keeps it for ever.
#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "corpus.hpp"
#include "newsdex/error.hpp"
#include "storage/block_sums.hpp"
#include "storage/file.hpp"
#include "storage/postings_reader.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

constexpr const char* kFiles[] = {"iamglass",       "postlist.glass", "docdata.glass",
                                  "termlist.glass", "position.glass", "sums"};

// Reads all there is and hashes it in a way.
std::uint64_t read_everything(const std::string& path) {
  const PostingsReader reader(path);
  std::uint64_t sum = reader.articles() + reader.total_length();
  const auto add = [&](std::uint64_t value) { sum = sum * 31 + value; };
  const auto add_bytes = [&](std::string_view bytes) { add(std::hash<std::string_view>()(bytes)); };
  std::vector<std::uint32_t> positions;
  const auto add_row = [&](PostingCursor cursor, std::string_view term) {
    for (auto block = cursor.next(); !block.empty(); block = cursor.next()) {
      for (const Posting& posting : block) {
        add(posting.article);
        add(posting.count);
        if (term.empty() || !reader.positions(term, posting.article, positions)) continue;
        for (const std::uint32_t position : positions) add(position);
      }
    }
  };
  add_row(reader.lengths(), "");
  for (TermCursor cursor = reader.terms(); cursor.next();) {
    add_bytes(cursor.term());
    add_row(cursor.postings(), cursor.term());
    PostingCursor skipping = reader.postings(cursor.term());
    skipping.skip_to(reader.articles() / 2);
    (void)skipping.next();
  }
  for (std::uint32_t i = 0; i < std::min(reader.articles(), 1000u); ++i) {
    add_bytes(reader.stored(i));
    for (const std::uint32_t slot : {0u, 2u, 256u}) add_bytes(reader.value(i, slot));
    for (const TermCount& term : reader.terms_of(i)) add_bytes(term.term);
  }
  add_bytes(reader.metadata("c"));
  return sum;
}

// The sum, or nothing for an error.
std::optional<std::uint64_t> try_reading(const std::string& path) {
  try {
    return read_everything(path);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::bad_index) << error.what();
    EXPECT_FALSE(error.hint().empty());
    return std::nullopt;
  }
}

class DamageTest : public ::testing::Test {
 protected:
  DamageTest() {
    write_corpus(random_corpus({.articles = 150, .vocabulary = 300}), WriterKind::direct, path_);
    whole_ = read_everything(path_);
    for (const char* name : kFiles) contents_[name] = read_whole_file(path_ + "/" + name);
  }

  void put(const std::string& name, const std::string& content) const {
    folder_.write("db/" + name, content);
  }
  void restore() const {
    for (const auto& [name, content] : contents_) put(name, content);
  }

  TemporaryFolder folder_;
  std::string path_ = folder_.path("db");
  std::map<std::string, std::string> contents_;
  std::uint64_t whole_ = 0;
};

TEST_F(DamageTest, AFlippedBitGivesAnErrorOrTheRightAnswer) {
  std::mt19937 random(1);
  std::size_t noticed = 0;
  std::size_t flips = 0;
  for (const auto& [name, content] : contents_) {
    for (int i = 0; i < 60; ++i) {
      std::string damaged = content;
      damaged[random() % damaged.size()] ^= static_cast<char>(1 << random() % 8);
      put(name, damaged);
      const auto read = try_reading(path_);
      if (read) {
        EXPECT_EQ(*read, whole_) << name;
      } else {
        ++noticed;
      }
      ++flips;
    }
    put(name, content);
  }
  // Bits that nobody reads are in the head of `sums` and in the padding between its sections.
  EXPECT_GT(noticed, flips * 9 / 10);
  EXPECT_EQ(try_reading(path_), whole_);
}

TEST_F(DamageTest, ACutFileOrAMissingOneGivesAnError) {
  for (const auto& [name, content] : contents_) {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, content.size() / 2, content.size() - 1}) {
      put(name, content.substr(0, size));
      EXPECT_EQ(try_reading(path_), std::nullopt) << name << " " << size;
    }
    std::filesystem::remove(path_ + "/" + name);
    EXPECT_EQ(try_reading(path_), std::nullopt) << name;
    put(name, content);
  }
}

TEST_F(DamageTest, CheckFindsEveryFlippedBit) {
  std::mt19937 random(2);
  for (const auto& [name, content] : contents_) {
    if (name == "sums") continue;
    for (int i = 0; i < 10; ++i) {
      std::string damaged = content;
      damaged[random() % damaged.size()] ^= static_cast<char>(1 << random() % 8);
      put(name, damaged);
      EXPECT_THROW(PostingsReader::check(path_), Error) << name;
    }
    put(name, content);
  }
  EXPECT_NO_THROW(PostingsReader::check(path_));
}

// Changes a few bytes near where something is; most of a small table is free space.
void mutate(std::string& content, std::mt19937& random) {
  const std::size_t changes = 1 + random() % 4;
  for (std::size_t i = 0; i < changes; ++i) {
    std::size_t at = random() % content.size();
    while (at + 1 < content.size() && content[at] == 0 && random() % 50 != 0) ++at;
    switch (random() % 4) {
      case 0:
        content[at] = static_cast<char>(random());
        break;
      case 1:
        content[at] ^= static_cast<char>(1 << random() % 8);
        break;
      case 2:
        content[at] = random() % 2 == 0 ? '\0' : '\xFF';
        break;
      default:
        content[at] = content[random() % content.size()];
    }
  }
}

TEST_F(DamageTest, FilesMadeToMisleadDoNoHarm) {
  std::mt19937 random(3);
  std::size_t refused = 0;
  constexpr int kRounds = 600;
  for (int round = 0; round < kRounds; ++round) {
    const std::string name = kFiles[round % 5];
    std::string content = contents_[name];
    // Blocks' heads and directories are where most can be said that is not so.
    if (round % 2 == 0 && name != "iamglass") {
      const std::size_t block = random() % (content.size() / 8192) * 8192;
      std::string head = content.substr(block, 64);
      mutate(head, random);
      content.replace(block, head.size(), head);
    } else {
      mutate(content, random);
    }
    put(name, content);
    write_block_sums(path_);
    if (!try_reading(path_)) ++refused;
    put(name, contents_[name]);
  }
  EXPECT_GT(refused, static_cast<std::size_t>(kRounds) / 4);
  restore();
  EXPECT_EQ(try_reading(path_), whole_);
}

}  // namespace
}  // namespace newsdex::testing
