#include "storage/generation.hpp"

#include <gtest/gtest.h>

#include "newsdex/error.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

class GenerationTest : public ::testing::Test {
 protected:
  // Publishes a generation with one new segment of two articles.
  void publish(IndexLock& lock, const Tombstones& deleted = {}) {
    const std::string name = lock.new_segment_name();
    SegmentWriter writer(lock.layout().segment(name), name, {});
    for (const char* id : {"a", "b"}) {
      IndexDocument document;
      document.id = id;
      writer.add(document);
    }
    const SegmentInfo info = writer.finish();
    Generation generation;
    generation.analyzer = "test";
    generation.segments = {{name, 2, deleted.empty() ? 2U : 1U, 0, {}}};
    lock.publish(generation, {{"names", "content"}}, {{name, deleted}});
  }

  [[nodiscard]] std::string index() const { return folder_.path("index"); }

  std::vector<std::string> folders() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(index())) {
      if (entry.is_directory()) names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  TemporaryFolder folder_;
};

TEST_F(GenerationTest, AFolderWithoutAnIndexSaysSo) {
  try {
    const GenerationHandle handle(folder_.path("nowhere"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::no_index);
    EXPECT_FALSE(error.hint().empty());
  }
}

TEST_F(GenerationTest, AReaderKeepsItsGenerationUntilItIsDone) {
  IndexLock lock(index());
  publish(lock);
  {
    const GenerationHandle reader(index());
    EXPECT_EQ(reader.generation().name, "gen-000001");
    publish(lock);
    EXPECT_EQ(folders(),
              (std::vector<std::string>{"gen-000001", "gen-000002", "seg-000001", "seg-000002"}));
    EXPECT_EQ(GenerationHandle(index()).generation().name, "gen-000002");
  }
  lock.remove_garbage();
  EXPECT_EQ(folders(), (std::vector<std::string>{"gen-000002", "seg-000002"}));
}

TEST_F(GenerationTest, TombstonesComeBack) {
  IndexLock lock(index());
  publish(lock, {2});
  const GenerationHandle handle(index());
  EXPECT_EQ(handle.tombstones(handle.generation().segments[0]), Tombstones{2});
  EXPECT_EQ(handle.generation().articles(), 1U);
}

TEST_F(GenerationTest, ASecondWriterIsToldWhoWrites) {
  const IndexLock lock(index());
  try {
    const IndexLock second(index());
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::locked);
    EXPECT_EQ(exit_status(error.code()), 75);
    EXPECT_NE(std::string(error.what()).find(std::to_string(::getpid())), std::string::npos);
  }
}

TEST_F(GenerationTest, AFolderOfSomethingElseIsRefused) {
  folder_.write("photos/cat.jpg", "x");
  EXPECT_THROW(IndexLock{folder_.path("photos")}, Error);
  EXPECT_TRUE(std::filesystem::exists(folder_.path("photos/cat.jpg")));
}

TEST_F(GenerationTest, WhatAnInterruptedRunLeftIsRemoved) {
  {
    IndexLock lock(index());
    publish(lock);
  }
  folder_.write("index/seg-000007/columns", "half");
  folder_.write("index/gen-000009/names", "half");
  IndexLock lock(index());
  EXPECT_EQ(folders(), (std::vector<std::string>{"gen-000001", "seg-000001"}));
  EXPECT_EQ(GenerationHandle(index()).generation().name, "gen-000001");
}

TEST_F(GenerationTest, ADamagedManifestIsRefusedAndNothingIsRemoved) {
  {
    IndexLock lock(index());
    publish(lock);
  }
  const std::string manifest = folder_.path("index/gen-000001/manifest.json");
  const std::string content = read_whole_file(manifest);
  folder_.write("index/gen-000001/manifest.json", content.substr(0, content.size() / 2));
  EXPECT_THROW(GenerationHandle{index()}, Error);
  const IndexLock lock(index());
  EXPECT_EQ(folders(), (std::vector<std::string>{"gen-000001", "seg-000001"}));
}

TEST_F(GenerationTest, AnUnknownSchemaVersionIsRefusedWithTheCommandThatMendsIt) {
  try {
    (void)parse_generation(R"({"schema": 99})", "manifest.json");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::bad_index);
    EXPECT_NE(error.hint().find("newsdex-index build"), std::string::npos);
  }
}

}  // namespace
}  // namespace newsdex::testing
