// Shards that are damaged, or of which a build was killed while it published them.
#include "differential/shard_fixture.hpp"
#include "storage/damage.hpp"
#include "storage/shard_exchange.hpp"
#include "storage/shard_mark.hpp"

namespace newsdex::testing {
namespace {

using ShardFaults = ShardFixture;

TEST_F(ShardFaults, ABuildThatIsKilledWhilePublishingCounts) {
  write_articles(0, 20);
  build_index(options("index", 3));
  write_articles(20, 50);
  build_and_die("index", 2);
  EXPECT_TRUE(exchange_in(folder_.path("index")).has_value());
  EXPECT_EQ(articles("index"), 50U);
  EXPECT_TRUE(all("index").missing.empty());
  // Whoever looks into a shard meanwhile leaves what is prepared.
  EXPECT_THROW(merge_index(options("index/shard-1", 0)), Error);
  EXPECT_EQ(articles("index"), 50U);
  EXPECT_FALSE(check_index(folder_.path("index")).empty()) << "what is served is of the old build";
}

TEST_F(ShardFaults, ABuildThatIsKilledWhilePublishingIsCompletedByARepair) {
  write_articles(0, 20);
  build_index(options("index", 3));
  write_articles(20, 50);
  for (const char* whole_or_shard : {"index", "index/shard-1"}) {
    build_and_die("index", 2);
    repair(whole_or_shard);
    EXPECT_FALSE(exchange_in(folder_.path("index")).has_value());
    EXPECT_FALSE(fs::exists(folder_.path("index/shard-2")));
    EXPECT_EQ(check_index(folder_.path("index")), std::vector<std::string>());
    EXPECT_EQ(articles("index"), 50U);
  }
}

TEST_F(ShardFaults, WhereverItIsKilledABuildCountsAndIsCompleted) {
  write_articles(0, 20);
  int articles_now = 20;
  for (const unsigned shards : {2U, 4U}) {
    for (const char* where :
         {"shard-0/CURRENT", "shard-1/CURRENT", "shard-0/XAPIANDB", "shard-1/XAPIANDB", "shards"}) {
      build_index(options("index", 3));
      write_articles(articles_now, articles_now + 10);
      articles_now += 10;
      build_and_die("index", shards, where);
      EXPECT_EQ(articles("index"), static_cast<std::size_t>(articles_now)) << where;
      EXPECT_TRUE(all("index").missing.empty()) << where;
      repair("index");
      EXPECT_EQ(check_index(folder_.path("index")), std::vector<std::string>()) << where;
      EXPECT_EQ(articles("index"), static_cast<std::size_t>(articles_now)) << where;
      EXPECT_FALSE(fs::exists(folder_.path(fmt::format("index/shard-{}", shards)))) << where;
    }
  }
}

TEST_F(ShardFaults, ABuildThatIsKilledBeforeItPublishesDoesNotCount) {
  write_articles(0, 20);
  build_index(options("index", 2));
  write_articles(20, 50);
  build_and_die("index", 3, "shards.exchange.new");
  EXPECT_EQ(articles("index"), 20U);
  EXPECT_EQ(check_index(folder_.path("index")), std::vector<std::string>());
  EXPECT_FALSE(fs::exists(folder_.path("index/shard-2")));
}

TEST_F(ShardFaults, ABuildThatIsKilledWhilePublishingIsCompletedByTheNext) {
  write_articles(0, 20);
  build_and_die("index", 2);  // the first of all
  EXPECT_EQ(articles("index"), 20U);
  EXPECT_THROW(build_index(options("index", 0)), Error);
  write_articles(20, 50);
  folder_.write("articles/broken.jsonl", "{");
  BuildOptions stopped = options("index", 2);
  stopped.sources = {folder_.path("articles/broken.jsonl")};
  EXPECT_THROW(build_index(stopped), Error);
  EXPECT_FALSE(exchange_in(folder_.path("index")).has_value());
  EXPECT_EQ(check_index(folder_.path("index")), std::vector<std::string>());
  EXPECT_EQ(articles("index"), 20U);
}

TEST_F(ShardFaults, WhatCannotBeCompletedIsBuiltAnew) {
  write_articles(0, 20);
  build_index(options("index", 2));
  write_articles(20, 50);
  build_and_die("index", 2);
  fs::remove_all(folder_.path("index/shard-0"));
  EXPECT_NE(hint_of([&] { repair("index"); }).find("--shards 2"), std::string::npos);
  build_index(options("index", 2));
  EXPECT_EQ(check_index(folder_.path("index")), std::vector<std::string>());
  EXPECT_EQ(articles("index"), 50U);
}

TEST_F(ShardFaults, ABuildThatFailsLeavesTheShardsAsTheyWere) {
  write_articles(0, 20);
  build_index(options("index", 3));
  write_articles(20, 50);
  // What is to be the copy that is served of the last shard cannot be written.
  fs::create_directories(folder_.path("index/shard-2/XAPIANDB.new/in the way"));
  EXPECT_THROW(build_index(options("index", 3)), Error);
  EXPECT_EQ(articles("index"), 20U);
  fs::remove_all(folder_.path("index/shard-2/XAPIANDB.new"));
  EXPECT_EQ(check_index(folder_.path("index")), std::vector<std::string>());
  for (int i = 0; i < 3; ++i)
    EXPECT_FALSE(fs::exists(folder_.path(fmt::format("index/shard-{}/served.new", i)))) << i;
}

TEST_F(ShardFaults, NoShardIsReplacedByAnIndex) {
  write_articles(0, 20);
  build_index(options("index", 2));
  damage("index/shard-0", "/shard.json");
  EXPECT_NE(hint_of([&] { build_index(options("index/shard-0", 0)); }).find("--shards N"),
            std::string::npos);
  damage("index/shard-0", "/manifest.json");
  damage("index/shard-0", "/spare");
  EXPECT_TRUE(is_shard(folder_.path("index/shard-0")));
  EXPECT_THROW(build_index(options("index/shard-0", 0)), Error);
  build_index(options("index", 2));
  EXPECT_EQ(articles("index"), 20U);
}

TEST_F(ShardFaults, ARepairWritesWhatIsServedAnew) {
  write_articles(0, 20);
  build_index(options("index", 2));
  for (const char* gone : {"served", "XAPIANDB", "served/postlist.glass"}) {
    fs::remove_all(folder_.path(std::string("index/shard-1/") + gone));
    EXPECT_FALSE(check_index(folder_.path("index/shard-1")).empty()) << gone;
    const BuildReport report = repair("index/shard-1");
    ASSERT_EQ(report.written_anew.size(), 1U) << gone;
    EXPECT_EQ(report.written_anew[0], folder_.path("index/shard-1/served"));
    EXPECT_EQ(check_index(folder_.path("index/shard-1")), std::vector<std::string>()) << gone;
  }
  damage("index/shard-1", "/served/postlist.glass");
  EXPECT_EQ(repair("index").written_anew.size(), 1U);
  EXPECT_EQ(repair("index").written_anew.size(), 0U);
  EXPECT_EQ(check_index(folder_.path("index")), std::vector<std::string>());
}

TEST_F(ShardFaults, HintsSayWhatMendsAShard) {
  write_articles(0, 20);
  build_index(options("index", 2));
  damage("index/shard-1", "/columns");
  EXPECT_EQ(hint_of([&] { all("index/shard-1"); }), kShardDamageHint);
  EXPECT_EQ(hint_of([&] { repair("index/shard-1"); }), kShardBeyondRepairHint);
  build_index(options("index", 2));
  damage("index/shard-1", "/manifest.json");
  repair("index/shard-1");
  EXPECT_EQ(check_index(folder_.path("index")), std::vector<std::string>());
}

TEST_F(ShardFaults, DamagedShardsLeaveTheOthers) {
  write_articles(0, 60);
  for (const char* file :
       {"/CURRENT", "/manifest.json", "/shard.json", "/columns", "/articles", "/near-copies"}) {
    build_index(options("index", 3));
    const std::size_t lost = articles("index/shard-1");
    damage("index/shard-1", file);
    const SearchResult rest = all("index");
    EXPECT_EQ(rest.total, 60 - lost) << file;
    ASSERT_EQ(rest.missing.size(), 1U) << file;
    EXPECT_EQ(rest.missing[0].name, "shard-1");
    EXPECT_NE(rest.missing[0].reason.find("damaged"), std::string::npos) << rest.missing[0].reason;
    IndexSearcher strict(folder_.path("index"), {}, {std::chrono::milliseconds(0), true, {}});
    EXPECT_FALSE(strict.search(everything()).has_value()) << file;
  }
  for (const char* shard : {"index/shard-0", "index/shard-1", "index/shard-2"})
    damage(shard, "/CURRENT");
  EXPECT_THROW(IndexSearcher{folder_.path("index")}, Error);
}

// The first shard has the files that are asked for all of them.
TEST_F(ShardFaults, ShardsThatLackAFileLeaveTheOthers) {
  write_articles(0, 60);
  build_index(options("index", 3));
  SearchRequest by_name;
  by_name.query = parse_query("platform:Telegram").value();
  for (const std::string shard : {"shard-0", "shard-1"}) {
    const std::string folder = folder_.path("index/" + shard);
    const std::size_t lost = articles("index/" + shard);
    for (const std::string& name : read_files(folder, shard == "shard-0")) {
      SCOPED_TRACE(shard + "/" + name);
      const std::string path = fmt::format("{}/{}", folder, name);
      fs::rename(path, path + ".away");
      IndexSearcher searcher(folder_.path("index"));
      EXPECT_TRUE(searcher.search(by_name).has_value());
      const SearchResult rest = searcher.search(everything()).value();
      EXPECT_EQ(rest.total, 60 - lost);
      ASSERT_EQ(rest.missing.size(), 1U);
      EXPECT_EQ(rest.missing[0].name, shard);
      EXPECT_NE(rest.missing[0].reason.find("missing"), std::string::npos);
      fs::rename(path + ".away", path);
    }
  }
}

// The folder of a list is none of its shards.
TEST_F(ShardFaults, AListThatNamesAListSaysSo) {
  write_articles(0, 20);
  build_index(options("index", 2));
  build_index(options("one", 0));
  folder_.write("list", "local one\nlocal index\n");
  const SearchResult found = all("list");
  ASSERT_EQ(found.missing.size(), 1U);
  EXPECT_NE(found.missing[0].reason.find("holds shards"), std::string::npos);
  EXPECT_THROW(check_index(folder_.path("list")), Error);
  BuildOptions to_file = options("list", 2);
  EXPECT_EQ(hint_of([&] { build_index(to_file); }), "name another folder with --db");
}

}  // namespace
}  // namespace newsdex::testing
