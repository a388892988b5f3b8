#include "storage/chunk_cache.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

namespace fs = std::filesystem;

class ChunkCacheTest : public ::testing::Test {
 protected:
  std::string cache() { return folder_.path("deep/cache"); }

  std::string only_file() {
    std::string path;
    for (const auto& entry : fs::directory_iterator(cache())) path = entry.path().string();
    return path;
  }

  static unsigned mode_of(const std::string& path) {
    struct stat status = {};
    ::stat(path.c_str(), &status);
    return status.st_mode & 0777;
  }

  TemporaryFolder folder_;
};

TEST_F(ChunkCacheTest, KeepsWhatTheNextProgramAsksFor) {
  const std::string large(100'000, 'x');
  ChunkCache(cache(), "state").add("a", "one");
  {
    ChunkCache second(cache(), "state");
    second.add("b", large);
    second.add("c", "");
    EXPECT_EQ(second.find("b"), std::nullopt) << "kept for others; its own are in memory";
  }
  ChunkCache third(cache(), "state");
  EXPECT_EQ(third.find("a"), "one");
  EXPECT_EQ(third.find("b"), large);
  EXPECT_EQ(third.find("c"), "");
  EXPECT_EQ(third.find("d"), std::nullopt);
  EXPECT_EQ(ChunkCache(cache(), "other state").find("a"), std::nullopt);
}

TEST_F(ChunkCacheTest, IsForItsUserOnly) {
  ChunkCache(cache(), "state").add("a", "one");
  EXPECT_EQ(mode_of(cache()), 0700U);
  EXPECT_EQ(mode_of(only_file()), 0600U);
  fs::permissions(cache(), fs::perms::others_read, fs::perm_options::add);
  EXPECT_EQ(ChunkCache(cache(), "state").find("a"), std::nullopt) << "others may look into it";
}

TEST_F(ChunkCacheTest, RemovesWhatIsDamaged) {
  ChunkCache(cache(), "state").add("a", "one");
  const std::string path = only_file();
  const std::string whole = folder_.read("deep/cache/" + fs::path(path).filename().string());
  for (std::size_t size = 1; size < whole.size(); ++size) {
    folder_.write("deep/cache/" + fs::path(path).filename().string(), whole.substr(0, size));
    EXPECT_EQ(ChunkCache(cache(), "state").find("a"), std::nullopt) << size;
    EXPECT_FALSE(fs::exists(path)) << size;
  }
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 4);
    folder_.write("deep/cache/" + fs::path(path).filename().string(), flipped);
    EXPECT_EQ(ChunkCache(cache(), "state").find("a"), std::nullopt) << at;
  }
}

TEST_F(ChunkCacheTest, StaysBelowItsBound) {
  const std::string value(1000, 'x');
  for (const char* state : {"first", "second", "third"}) {
    ChunkCache cache_of_state(cache(), state, 2500);
    cache_of_state.add("a", value);
    cache_of_state.add("b", value);
    cache_of_state.add("c", value);
  }
  ChunkCache last(cache(), "fourth", 2500);
  std::uintmax_t sum = 0;
  for (const auto& entry : fs::directory_iterator(cache())) sum += entry.file_size();
  EXPECT_LE(sum, 2500U);
  EXPECT_GT(sum, 1000U);
}

TEST_F(ChunkCacheTest, IsNoReasonToFail) {
  folder_.write("deep", "a file where a folder should be");
  ChunkCache nowhere(cache(), "state");
  nowhere.add("a", "one");
  EXPECT_EQ(nowhere.find("a"), std::nullopt);
}

}  // namespace
}  // namespace newsdex::testing
