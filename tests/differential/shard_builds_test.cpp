// Builds of shards beside other indexes and other runs, and after ones that were killed.
#include "differential/shard_fixture.hpp"
#include "storage/generation.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/shard_mark.hpp"

namespace newsdex::testing {
namespace {

class ShardBuilds : public ShardFixture {
 protected:
  [[nodiscard]] bool exists(const std::string& name) const {
    return fs::exists(fs::symlink_status(folder_.path(name)));
  }

  std::string error_of(const BuildOptions& wanted) {
    try {
      build_index(wanted);
    } catch (const Error& error) {
      return error.what();
    }
    return "nothing was thrown";
  }
};

TEST_F(ShardBuilds, LeaveAnIndexThatHasTheNameOfAShard) {
  write_articles(0, 20);
  build_index(options("index", 2));
  write_articles(20, 60);
  build_index(options("index/shard-2", 0));
  build_index(options("index/shard-3", 0));
  build_index(options("index", 2));
  EXPECT_EQ(articles("index/shard-2"), 60U);
  EXPECT_EQ(articles("index/shard-3"), 60U);
  write_articles(60, 70);
  EXPECT_NE(error_of(options("index", 3)).find("shard-2 is an index of its own"),
            std::string::npos);
  EXPECT_EQ(articles("index/shard-2"), 60U);
  EXPECT_EQ(articles("index"), 60U);
}

TEST_F(ShardBuilds, OfFewerShardsRemoveOthersBehindAGap) {
  write_articles(0, 20);
  build_index(options("index", 5));
  fs::remove_all(folder_.path("index/shard-3"));
  folder_.write("index/shard-x/note", "mine");
  folder_.write("index/shard-007/note", "mine");
  build_index(options("index", 2));
  EXPECT_FALSE(exists("index/shard-2"));
  EXPECT_FALSE(exists("index/shard-4"));
  EXPECT_TRUE(exists("index/shard-x/note"));
  EXPECT_TRUE(exists("index/shard-007/note"));
}

}  // namespace
}  // namespace newsdex::testing
