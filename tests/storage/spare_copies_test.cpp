// Second copies of a generation's small files: what is damaged comes back as it was.
#include "storage/spare_copies.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>

#include "newsdex/error.hpp"
#include "storage/damage.hpp"
#include "storage/segment_writer.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SpareCopiesTest : public ::testing::Test {
 protected:
  SpareCopiesTest() {
    IndexLock lock(layout_.folder);
    const std::string name = lock.new_segment_name();
    SegmentWriter writer(layout_.segment(name), name, {});
    for (const char* id : {"a", "b"}) {
      IndexDocument document;
      document.id = id;
      writer.add(document);
    }
    const SegmentInfo info = writer.finish();
    Generation generation;
    generation.segments.push_back({name, info.articles, 1, info.tokens, {}});
    lock.publish(std::move(generation),
                 {{std::string(kNameListsFile), "the lists"}, {std::string(kTroubledFile), ""}},
                 {{name, Tombstones{2}}});
  }

  [[nodiscard]] std::string content(const std::string& file) const {
    return read_whole_file(layout_.folder + "/" + file);
  }

  // Paths within the index of what is put back.
  std::vector<std::string> put_back() {
    const IndexLock lock(layout_.folder);
    const PutBack done = put_back_copies(layout_);
    moved_aside_ = done.moved_aside;
    std::vector<std::string> paths = done.written;
    for (std::string& path : paths) path.erase(0, layout_.folder.size() + 1);
    return paths;
  }

  std::vector<std::string> moved_aside_;
  TemporaryFolder folder_;
  IndexLayout layout_{folder_.path("index")};
};

const std::vector<std::string> kSmallFiles = {"CURRENT", "gen-000001/manifest.json",
                                              "gen-000001/name-lists.json",
                                              "gen-000001/seg-000001.deleted", "gen-000001/spare"};

TEST_F(SpareCopiesTest, WhatIsWholeStaysAsItIs) {
  EXPECT_THAT(spare_problems(layout_, "gen-000001"), IsEmpty());
  EXPECT_THAT(put_back(), IsEmpty());
}

TEST_F(SpareCopiesTest, ADamagedFileComesBackAsItWas) {
  for (const std::string& file : kSmallFiles) {
    const std::string whole = content(file);
    std::string flipped = whole;
    flipped[whole.size() / 3] = static_cast<char>(flipped[whole.size() / 3] ^ 4);
    for (const std::string& damaged : {std::string(), whole.substr(0, whole.size() / 2), flipped}) {
      SCOPED_TRACE(file);
      write_file(layout_.folder + "/" + file, damaged);
      EXPECT_THAT(put_back(), ElementsAre(file));
      EXPECT_EQ(content(file), whole);
      EXPECT_EQ(GenerationHandle(layout_.folder).generation().articles(), 1U);
    }
  }
}

TEST_F(SpareCopiesTest, AMissingFileComesBack) {
  for (const std::string& file : kSmallFiles) {
    const std::string whole = content(file);
    std::filesystem::remove(layout_.folder + "/" + file);
    EXPECT_THAT(put_back(), ElementsAre(file));
    EXPECT_EQ(content(file), whole);
  }
}

TEST_F(SpareCopiesTest, WhatHasTheirPlacesIsMovedAside) {
  for (const std::string& file : kSmallFiles) {
    SCOPED_TRACE(file);
    const std::string path = layout_.folder + "/" + file;
    const std::string whole = content(file);
    std::filesystem::remove(path);
    std::filesystem::create_directory(path);
    write_file(path + "/mine", file);
    EXPECT_THROW((void)content(file), Error);
    EXPECT_THAT(put_back(), ElementsAre(file));
    EXPECT_EQ(content(file), whole);
    ASSERT_EQ(moved_aside_.size(), 1U);
    EXPECT_EQ(read_whole_file(moved_aside_[0] + "/mine"), file);
  }
}

TEST_F(SpareCopiesTest, ALinkIsReplacedAndNotFollowed) {
  write_file(folder_.path("mine"), "not of the index");
  for (const std::string& file : kSmallFiles) {
    SCOPED_TRACE(file);
    const std::string path = layout_.folder + "/" + file;
    std::filesystem::remove(path);
    std::filesystem::create_symlink(folder_.path("mine"), path);
    EXPECT_THAT(put_back(), ElementsAre(file));
    EXPECT_EQ(read_whole_file(folder_.path("mine")), "not of the index");
  }
}

TEST_F(SpareCopiesTest, APipeInTheirPlacesDoesNotBlock) {
  for (const std::string& file : kSmallFiles) {
    SCOPED_TRACE(file);
    const std::string path = layout_.folder + "/" + file;
    std::filesystem::remove(path);
    ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
    EXPECT_FALSE(try_read_file(path));
    EXPECT_THAT(put_back(), ElementsAre(file));
  }
}

TEST_F(SpareCopiesTest, AMissingCurrentIsDamage) {
  std::filesystem::remove(layout_.current());
  EXPECT_TRUE(has_index(layout_.folder));
  try {
    const GenerationHandle handle(layout_.folder);
    FAIL();
  } catch (const Damage& error) {
    EXPECT_EQ(error.what(), layout_.current() + " is damaged: it is missing");
  }
  { const IndexLock lock(layout_.folder); }
  EXPECT_TRUE(std::filesystem::exists(layout_.segment("seg-000001")));
}

// As a first build leaves it that is killed before its end.
TEST_F(SpareCopiesTest, AGenerationThatWasNeverPublishedIsNone) {
  std::filesystem::rename(layout_.current(), temporary_path(layout_.current()));
  EXPECT_FALSE(has_index(layout_.folder));
  { const IndexLock lock(layout_.folder); }
  EXPECT_FALSE(std::filesystem::exists(layout_.segment("seg-000001")));
  EXPECT_FALSE(std::filesystem::exists(layout_.generation("gen-000001")));
  EXPECT_FALSE(std::filesystem::exists(temporary_path(layout_.current())));
}

TEST_F(SpareCopiesTest, WithoutCurrentAndCopiesTheManifestIsTakenAsItStands) {
  write_file(layout_.current(), "");
  write_file(layout_.file("gen-000001", kSpareFile), "");
  const auto generation = likely_generation(layout_);
  ASSERT_TRUE(generation);
  EXPECT_EQ(generation->name, "gen-000001");
  EXPECT_EQ(generation->segments.at(0).name, "seg-000001");
  write_file(layout_.manifest("gen-000001"), "{}");
  EXPECT_FALSE(likely_generation(layout_));
}

TEST_F(SpareCopiesTest, AChecksumOfAnotherManifestIsReplaced) {
  const std::string whole = content("CURRENT");
  std::string other = whole;
  other[whole.size() - 3] = other[whole.size() - 3] == '0' ? '1' : '0';
  write_file(layout_.current(), other);
  EXPECT_THROW(GenerationHandle{layout_.folder}, Error);
  EXPECT_THAT(put_back(), ElementsAre("CURRENT"));
  EXPECT_EQ(content("CURRENT"), whole);
}

TEST_F(SpareCopiesTest, WithoutAWholeCopyNothingIsTouched) {
  const std::string manifest = layout_.manifest("gen-000001");
  write_file(manifest, "{}");
  write_file(layout_.file("gen-000001", kSpareFile), "");
  EXPECT_THAT(put_back(), IsEmpty());
  EXPECT_EQ(read_whole_file(manifest), "{}");
  EXPECT_FALSE(spare_problems(layout_, "gen-000001").empty());
}

// A manifest that names another segment must not get the real one taken for garbage.
TEST_F(SpareCopiesTest, AWriterRemovesNothingThatADamagedManifestDoesNotName) {
  std::string manifest = content("gen-000001/manifest.json");
  for (std::size_t at = manifest.find("seg-000001"); at != std::string::npos;
       at = manifest.find("seg-000001", at)) {
    manifest[at + 9] = '3';
  }
  write_file(layout_.manifest("gen-000001"), manifest);
  { const IndexLock lock(layout_.folder); }
  EXPECT_TRUE(std::filesystem::exists(layout_.segment("seg-000001")));
  EXPECT_THAT(put_back(), ElementsAre("gen-000001/manifest.json"));
  EXPECT_EQ(GenerationHandle(layout_.folder).generation().segments[0].name, "seg-000001");
}

TEST_F(SpareCopiesTest, AWriterRemovesNothingWhereCurrentIsDamaged) {
  for (const std::string text : {"", "nonsense", "gen-000003 0123456789abcdef\n"}) {
    write_file(layout_.current(), text);
    { const IndexLock lock(layout_.folder); }
    EXPECT_TRUE(std::filesystem::exists(layout_.segment("seg-000001"))) << text;
    EXPECT_TRUE(std::filesystem::exists(layout_.manifest("gen-000001"))) << text;
  }
  EXPECT_THAT(put_back(), ElementsAre("CURRENT"));
}

}  // namespace
}  // namespace newsdex::testing
