#include "storage/block_sums.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "newsdex/error.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

std::span<const std::byte> bytes_of(const std::string& content) {
  return std::as_bytes(std::span(content));
}

class BlockSumsTest : public ::testing::Test {
 protected:
  BlockSumsTest() {
    folder_.write("file", content_);
    BlockSumsWriter writer(folder_.path());
    writer.add("file");
    writer.finish();
  }

  TemporaryFolder folder_;
  std::string content_ = std::string(3 * kSumBytes + 100, 'x');
};

TEST_F(BlockSumsTest, AcceptsWhatWasSummed) {
  const BlockSums sums(folder_.path());
  const FileSums file = sums.of("file");
  file.check_size(content_.size());
  file.check(bytes_of(content_), 0, content_.size());
}

TEST_F(BlockSumsTest, NamesTheFileAndBlockThatDiffer) {
  const BlockSums sums(folder_.path());
  const FileSums file = sums.of("file");
  for (const std::size_t at : {std::size_t{0}, kSumBytes, 3 * kSumBytes + 99}) {
    std::string flipped = content_;
    flipped[at] ^= 4;
    try {
      file.check(bytes_of(flipped), 0, flipped.size());
      FAIL() << at;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_index);
      EXPECT_EQ(error.what(), folder_.path("file") + " is damaged: block " +
                                  std::to_string(at / kSumBytes) + " has a wrong checksum");
    }
  }
}

TEST_F(BlockSumsTest, LooksOnlyAtTheBlocksAskedFor) {
  const BlockSums sums(folder_.path());
  content_[0] = 'y';
  sums.of("file").check(bytes_of(content_), kSumBytes, content_.size());
  EXPECT_THROW(sums.of("file").check(bytes_of(content_), kSumBytes - 1, kSumBytes), Error);
}

TEST_F(BlockSumsTest, RefusesAFileOfAnotherSize) {
  const BlockSums sums(folder_.path());
  EXPECT_THROW(sums.of("file").check_size(3 * kSumBytes), Error);
  EXPECT_THROW(sums.of("file").check_size(4 * kSumBytes + 1), Error);
  EXPECT_THROW((void)sums.of("another"), Error);
}

TEST_F(BlockSumsTest, AreNeeded) {
  std::filesystem::remove(folder_.path(kSumsFile));
  EXPECT_THROW(BlockSums(folder_.path()), Error);
}

}  // namespace
}  // namespace newsdex::testing
