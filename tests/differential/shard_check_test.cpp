// What check and check --repair say of shards.
#include "differential/shard_fixture.hpp"
#include "storage/damage.hpp"

namespace newsdex::testing {
namespace {

class ShardChecks : public ShardFixture {
 protected:
  void SetUp() override {
    write_articles(0, 20);
    build_index(options("index", 3));
  }

  // All that is found wrong, a line each.
  std::string check(const std::string& index) {
    std::string lines;
    for (const std::string& problem : check_index(folder_.path(index))) lines += problem + "\n";
    return lines;
  }

  void copy(const std::string& from, const std::string& to) {
    fs::remove_all(folder_.path(to));
    fs::copy(folder_.path(from), folder_.path(to), fs::copy_options::recursive);
  }
};

TEST_F(ShardChecks, NameAServedCopyOfAnotherBuild) {
  write_articles(20, 30);
  build_index(options("other", 3));
  copy("other/shard-0/served", "index/shard-0/served");
  EXPECT_NE(check("index").find("no copy of the present state"), std::string::npos);
  EXPECT_EQ(repair("index").written_anew.size(), 1U);
  EXPECT_EQ(check("index"), "");
}

TEST_F(ShardChecks, NameAFileThatReplicationNeeds) {
  fs::remove(folder_.path("index/shard-1/served/termlist.glass"));
  EXPECT_NE(check("index").find("served/termlist.glass is damaged: it is missing"),
            std::string::npos);
  EXPECT_EQ(repair("index").written_anew.size(), 1U);
  EXPECT_EQ(check("index"), "");
}

TEST_F(ShardChecks, NameAShardOfAnotherBuild) {
  write_articles(20, 30);
  build_index(options("other", 3));
  copy("other/shard-1", "index/shard-1");
  EXPECT_EQ(check("index"),
            folder_.path("index/shard-1") + " is of another build than the other shards\n");
}

TEST_F(ShardChecks, NameAShardThatIsStruckFromTheList) {
  folder_.write("index/shards", "local shard-0\nlocal shard-2\n");
  EXPECT_EQ(check("index"), folder_.path("index/shards") + " does not name shard 1 of 3\n");
  folder_.write("index/shards", "local shard-0\nremote 7001\nlocal shard-2\n");
  EXPECT_EQ(check("index"), "");
}

TEST_F(ShardChecks, GoOnBehindABadShard) {
  fs::remove_all(folder_.path("index/shard-0"));
  fs::remove(folder_.path("index/shard-1/CURRENT"));
  damage("index/shard-2", "/articles");
  const std::string found = check("index");
  EXPECT_NE(found.find("there is no index at " + folder_.path("index/shard-0")), std::string::npos)
      << found;
  EXPECT_NE(found.find("shard-1/CURRENT"), std::string::npos) << found;
  EXPECT_NE(found.find("/articles"), std::string::npos) << found;
}

TEST_F(ShardChecks, RepairWhatTheyCan) {
  fs::remove_all(folder_.path("index/shard-0"));
  damage("index/shard-1", "/columns");
  fs::remove_all(folder_.path("index/shard-2/served"));
  const BuildReport report = repair("index");
  ASSERT_EQ(report.written_anew.size(), 1U);
  EXPECT_EQ(report.written_anew[0], folder_.path("index/shard-2/served"));
  ASSERT_EQ(report.beyond_repair.size(), 2U);
  EXPECT_EQ(report.beyond_repair[0], "there is no index at " + folder_.path("index/shard-0"));
  EXPECT_NE(report.beyond_repair[1].find("index/shard-1 is a shard"), std::string::npos);
}

TEST_F(ShardChecks, LeaveAUsersFileInAnIndexAlone) {
  build_index(options("one", 0));
  folder_.write("one/XAPIANDB", "glass seg-000001/postings\n");
  EXPECT_EQ(check("one"), "");
}

}  // namespace
}  // namespace newsdex::testing
