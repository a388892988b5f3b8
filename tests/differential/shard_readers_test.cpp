// Searchers that are open while shards are built anew, with more or fewer of them.
#include "differential/shard_fixture.hpp"
#include "storage/served_copy.hpp"

namespace newsdex::testing {
namespace {

class ShardReaders : public ShardFixture {
 protected:
  void SetUp() override {
    write_articles(0, 20);
    build_index(options("index", 3));
  }

  void build_more(unsigned shards) {
    write_articles(20, 60);
    build_index(options("index", shards));
  }

  // A searcher that has read the list of three shards, and opens them all with its next search: one
  // of them was not there before.
  std::unique_ptr<IndexSearcher> before_it_opens() {
    const std::string gone = folder_.path("index/shard-1");
    fs::rename(gone, folder_.path("kept"));
    auto searcher = std::make_unique<IndexSearcher>(folder_.path("index"));
    fs::rename(folder_.path("kept"), gone);
    return searcher;
  }

  static void expect_all(IndexSearcher& searcher, std::uint64_t articles) {
    const auto found = searcher.search(everything());
    ASSERT_TRUE(found.has_value()) << found.error().message;
    EXPECT_EQ(found->total, articles);
    for (const MissingShard& missing : found->missing)
      ADD_FAILURE() << missing.name << ": " << missing.reason;
  }

  [[nodiscard]] bool exists(const std::string& name) const {
    return fs::exists(folder_.path(name));
  }
};

TEST_F(ShardReaders, KeepShardsThatANewBuildHasNot) {
  {
    IndexSearcher open(folder_.path("index"));
    build_more(2);
    expect_all(open, 20);
    EXPECT_EQ(articles("index"), 60U);
    EXPECT_EQ(check_index(folder_.path("index")), std::vector<std::string>());
    build_more(2);
    expect_all(open, 20);
  }
  build_more(2);
  EXPECT_FALSE(exists("index/shard-2"));
}

TEST_F(ShardReaders, OfKeptShardsAreNotInTheWayOfABuildThatHasThemAgain) {
  IndexSearcher open(folder_.path("index"));
  build_more(2);
  build_more(3);
  expect_all(open, 20);
  EXPECT_EQ(articles("index"), 60U);
}

TEST_F(ShardReaders, ReadTheListAgainWhereOneIsGone) {
  const auto searcher = before_it_opens();
  build_more(2);
  expect_all(*searcher, 60);
}

TEST_F(ShardReaders, ReadTheListAgainWhereOneIsNotNamed) {
  const auto searcher = before_it_opens();
  build_more(4);
  expect_all(*searcher, 60);
}

TEST_F(ShardReaders, ReadTheListAgainWhereOneIsOfTheOldBuild) {
  IndexSearcher open(folder_.path("index"));
  const auto searcher = before_it_opens();
  build_more(2);
  expect_all(*searcher, 60);
  expect_all(open, 20);
}

// What was opened before is opened again where another is damaged, and may be gone by then.
TEST_F(ShardReaders, FindThatOneHasGoneMeanwhile) {
  IndexSearcher searcher(folder_.path("index"));
  damage("index/shard-0", "/near-copies");
  fs::remove_all(folder_.path("index/shard-2"));
  const auto rest = searcher.search(everything());
  ASSERT_TRUE(rest.has_value());
  EXPECT_EQ(rest->total, articles("index/shard-1"));
  EXPECT_EQ(rest->missing.size(), 2U);
}

}  // namespace
}  // namespace newsdex::testing
