#include "storage/column_file.hpp"

#include <gtest/gtest.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "newsdex/error.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

std::string sample() {
  const std::vector<std::uint32_t> numbers = {1, 2, 300000};
  const std::vector<std::string> strings = {"", "Rouhani", "روحانی"};
  ColumnFileWriter out;
  out.add<std::uint32_t>("numbers", numbers);
  out.add_strings("names", strings);
  return out.finish();
}

TEST(ColumnFile, GivesBackWhatWasWritten) {
  const TemporaryFolder folder;
  const ColumnFile file(folder.write("columns", sample()));
  const auto numbers = file.section<std::uint32_t>("numbers");
  EXPECT_EQ(std::vector(numbers.begin(), numbers.end()),
            (std::vector<std::uint32_t>{1, 2, 300000}));
  const StringColumn names = file.strings("names");
  ASSERT_EQ(names.size(), 3U);
  EXPECT_EQ(names[0], "");
  EXPECT_EQ(names[2], "روحانی");
  EXPECT_TRUE(file.damaged_sections().empty());
}

TEST(ColumnFile, RefusesWhatIsNotThere) {
  const TemporaryFolder folder;
  const ColumnFile file(folder.write("columns", sample()));
  EXPECT_THROW((void)file.section<std::uint32_t>("other"), Error);
  EXPECT_THROW((void)file.section<std::uint64_t>("numbers"),
               Error);  // 12 bytes are no multiple of 8
}

// By byte of the sample, whether anything says what it must be: bytes that fill a section up to the
// next multiple of eight are never looked at.
std::vector<bool> summed_bytes(const ColumnFile& file, std::size_t size) {
  std::vector<bool> summed(size, true);
  std::size_t end = kColumnFileHeadBytes;
  for (const char* name : {"numbers", "names.at.base", "names.at", "names.bytes"}) {
    end += file.section<char>(name).size();
    for (; end % 8 != 0; ++end) summed[end] = false;
  }
  return summed;
}

TEST(ColumnFile, NoticesEveryCut) {
  const TemporaryFolder folder;
  const std::string whole = sample();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string path = folder.write("columns", whole.substr(0, size));
    EXPECT_THROW(ColumnFile{path}, Error) << size;
  }
}

// Whatever is done to the file, it is refused or the damage is found; it never crashes.
TEST(ColumnFile, NoticesEveryFlippedBitOfWhatItHolds) {
  const TemporaryFolder folder;
  const std::string whole = sample();
  const std::vector<bool> summed =
      summed_bytes(ColumnFile(folder.write("whole", whole)), whole.size());
  EXPECT_EQ(std::count(summed.begin(), summed.end(), false), 4 + 4 + 5);
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string damaged = whole;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    const std::string path = folder.write("columns", damaged);
    bool noticed = true;
    try {
      noticed = !ColumnFile(path).damaged_sections().empty();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_index);
    }
    EXPECT_EQ(noticed, summed[bit / 8]) << "bit " << bit;
  }
}

TEST(ColumnFile, KeepsNumbersInAsFewBytesAsTheyNeed) {
  const TemporaryFolder folder;
  for (const std::uint32_t largest : {0U, 255U, 256U, 65'535U, 65'536U, UINT32_MAX}) {
    const std::vector<std::uint32_t> numbers = {7 % (largest / 2 + 1), largest, 0};
    ColumnFileWriter out(folder.path("narrow"));
    out.add_narrow("numbers", numbers);
    out.add_narrow("none", {});
    out.finish();
    const ColumnFile file(folder.path("narrow"));
    const NarrowColumn read = file.narrow("numbers");
    ASSERT_EQ(read.size(), numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) EXPECT_EQ(read[i], numbers[i]) << largest;
    EXPECT_FALSE(read.are_below(largest));
    EXPECT_TRUE(read.are_below(std::size_t{largest} + 1));
    EXPECT_EQ(file.narrow("none").size(), 0U);
    EXPECT_TRUE(file.narrow("none").are_below(0));
    EXPECT_EQ(file.section<char>("numbers").size(), 8 + numbers.size() * (largest < 256      ? 1U
                                                                          : largest < 65'536 ? 2U
                                                                                             : 4U));
  }
}

TEST(ColumnFile, KeepsOffsetsBeyondFourGigabytes) {
  const TemporaryFolder folder;
  std::vector<std::uint64_t> offsets;
  std::uint64_t offset = 0;
  for (int i = 0; i < 10'000; ++i) offsets.push_back(offset += 4'000'000);
  ASSERT_GT(offset, std::uint64_t{1} << 35);
  ColumnFileWriter out(folder.path("offsets"));
  out.add_offsets("at", offsets);
  out.finish();
  const ColumnFile file(folder.path("offsets"));
  const OffsetColumn read = file.offsets("at");
  ASSERT_EQ(read.size(), offsets.size());
  for (std::size_t i = 0; i < offsets.size(); ++i) ASSERT_EQ(read[i], offsets[i]);
}

TEST(ColumnFile, TakesNoNameThatItWouldCut) {
  ColumnFileWriter out;
  out.begin(std::string(40, 'n'));
  EXPECT_THROW(out.begin(std::string(41, 'n')), Error);
}

TEST(ColumnFile, RefusesANarrowSectionOfAnotherForm) {
  const TemporaryFolder folder;
  ColumnFileWriter out(folder.path("wrong"));
  out.add_bytes("short", "\1");
  out.add_bytes("width", std::string(16, '\3'));
  out.finish();
  const ColumnFile file(folder.path("wrong"));
  EXPECT_THROW((void)file.narrow("short"), Error);
  EXPECT_THROW((void)file.narrow("width"), Error);
}

// The sample with the section `name` said to begin `by` bytes further on, and with the checksum of
// such a table.
std::string moved_section(const std::string& name, std::size_t by) {
  std::string file = sample();
  const std::size_t entry = file.rfind(name + '\0');
  file[entry + 40] = static_cast<char>(file[entry + 40] + static_cast<char>(by));
  const auto hash_at = file.size() - sizeof(std::uint64_t);
  const std::size_t table = file.find("numbers") - 8;
  const std::uint64_t hash = XXH3_64bits_withSeed(file.data() + table, hash_at - table,
                                                  XXH3_64bits(file.data(), kColumnFileHeadBytes));
  std::memcpy(file.data() + hash_at, &hash, sizeof hash);
  return file;
}

// Numbers are looked at where they lie.
TEST(ColumnFile, RefusesSectionsAtOddPlaces) {
  const TemporaryFolder folder;
  EXPECT_NO_THROW(ColumnFile{folder.write("columns", moved_section("numbers", 0))});
  for (std::size_t by = 1; by < 8; ++by) {
    const std::string path = folder.write("columns", moved_section("numbers", by));
    EXPECT_THROW(ColumnFile{path}, Error) << by;
  }
}

}  // namespace
}  // namespace newsdex::testing
