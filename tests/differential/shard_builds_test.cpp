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

TEST_F(ShardBuilds, WithOtherDatesOfTheSameArticlesAreOthers) {
  write_articles(0, 20);
  build_index(options("a", 2));
  const auto mark_of = [&](const std::string& shard) {
    return shard_mark(GenerationHandle(FilePlace(folder_.path(shard))))->collection;
  };
  BuildOptions again = options("again", 2);
  again.jobs = 3;
  build_index(again);
  EXPECT_EQ(mark_of("again/shard-0"), mark_of("a/shard-1"));
  BuildOptions dated = options("dated", 2);
  dated.date_corrections = folder_.write("dates.csv", "a3,1999-01-02\n");
  build_index(dated);
  EXPECT_NE(mark_of("dated/shard-0"), mark_of("a/shard-0"));
  const std::string mixed = folder_.write("mixed", "local a/shard-0\nlocal dated/shard-1\n");
  EXPECT_THROW(IndexSearcher{mixed}, Error);
}

TEST_F(ShardBuilds, ThatFoundArticlesInOtherPlacesAreOthers) {
  write_articles(0, 20);
  build_index(options("a", 2));
  fs::copy(folder_.path("articles/0.jsonl"), folder_.path("articles/1.jsonl"));
  build_index(options("b", 2));
  const std::string mixed = folder_.write("mixed", "local a/shard-0\nlocal b/shard-1\n");
  EXPECT_THROW(IndexSearcher{mixed}, Error);
}

// What another run publishes while the sources are walked: a link that leads nowhere is met then.
class BuildsAtOnce : public ShardBuilds {
 protected:
  void SetUp() override {
    write_articles(0, 20);
    fs::create_symlink(folder_.path("nowhere"), folder_.path("articles/z"));
  }

  void other_comes_first(BuildOptions own, const BuildOptions& other) {
    int builds = 0;
    own.read_error = [&](const ReadError&) {
      if (builds++ == 0) build_index(other);
    };
    EXPECT_NE(error_of(own), "nothing was thrown") << own.index;
    EXPECT_EQ(builds, 1) << own.index;
  }
};

TEST_F(BuildsAtOnce, MakeNoIndexWithinShards) {
  other_comes_first(options("index", 0), options("index", 2));
  EXPECT_FALSE(exists("index/CURRENT"));
  EXPECT_EQ(articles("index"), 20U);
}

TEST_F(BuildsAtOnce, MakeNoShardsWithinAnIndex) {
  other_comes_first(options("index", 2), options("index", 0));
  EXPECT_FALSE(exists("index/shards"));
  EXPECT_FALSE(exists("index/shard-0"));
  EXPECT_EQ(articles("index"), 20U);
}

TEST_F(BuildsAtOnce, ReplaceNoShardByAnIndex) {
  other_comes_first(options("index/shard-1", 0), options("index", 2));
  EXPECT_TRUE(is_shard(folder_.path("index/shard-1")));
  EXPECT_EQ(articles("index"), 20U);
}

TEST_F(BuildsAtOnce, ReplaceNoIndexByAShard) {
  build_index(options("index", 1));
  other_comes_first(options("index", 2), options("index/shard-1", 0));
  EXPECT_FALSE(is_shard(folder_.path("index/shard-1")));
  EXPECT_EQ(articles("index/shard-1"), 20U);
  EXPECT_EQ(articles("index"), 20U);
}

// What the first build of a shard leaves that was killed before anything was published.
class KilledBuilds : public ShardBuilds {
 protected:
  void leave_rest(const std::string& shard) {
    const std::string rest = folder_.path(shard);
    for (const char* name : {"CURRENT", "served", "XAPIANDB"})
      fs::rename(fmt::format("{}/{}", rest, name), fmt::format("{}/{}.new", rest, name));
  }

  void build_and_be_killed(unsigned shards) {
    build_index(options("index", shards));
    for (unsigned i = 0; i < shards; ++i) leave_rest(fmt::format("index/shard-{}", i));
    fs::remove(folder_.path("index/shards"));
  }
};

TEST_F(KilledBuilds, LeaveNothingBesideFewerShards) {
  write_articles(0, 20);
  build_and_be_killed(4);
  folder_.write("index/shard-3/note", "mine");
  build_index(options("index", 2));
  EXPECT_FALSE(exists("index/shard-2"));
  EXPECT_TRUE(exists("index/shard-3/note"));
  EXPECT_EQ(articles("index"), 20U);
}

TEST_F(KilledBuilds, LeaveNothingWithinAnIndex) {
  write_articles(0, 20);
  build_and_be_killed(2);
  build_index(options("index", 0));
  EXPECT_FALSE(exists("index/shard-0"));
  EXPECT_FALSE(exists("index/shard-1"));
  EXPECT_EQ(articles("index"), 20U);
}

TEST_F(KilledBuilds, LeaveWhatAnotherRunWrites) {
  write_articles(0, 20);
  build_and_be_killed(3);
  {
    const IndexLock other(folder_.path("index/shard-2"));
    build_index(options("index", 2));
    EXPECT_TRUE(exists("index/shard-2/lock"));
  }
  build_index(options("index", 2));
  EXPECT_FALSE(exists("index/shard-2"));
}

TEST_F(ShardBuilds, MakeTheFoldersLockAnew) {
  write_articles(0, 20);
  build_index(options("index", 2));
  fs::remove(folder_.path("index/lock"));
  write_articles(20, 30);
  build_index(options("index", 3));
  EXPECT_EQ(articles("index"), 30U);
  fs::remove(folder_.path("index/lock"));
  EXPECT_THROW(build_index(options("index", 0)), Error);
  // Of a folder that holds something else a list is nothing to go by.
  folder_.write("other/shards", "local ../index/shard-0\n");
  EXPECT_THROW(build_index(options("other", 2)), Error);
  EXPECT_FALSE(exists("other/lock"));
}

// Else who writes to one of them in the end would waste the whole build.
TEST_F(ShardBuilds, LockTheirShardsFromTheStart) {
  write_articles(0, 20);
  build_index(options("index", 2));
  BuildOptions again = options("index", 3);
  int refused = 0;
  again.progress = [&](const Progress&) {
    for (const char* shard : {"index/shard-1", "index/shard-2"}) {
      try {
        const IndexLock other(folder_.path(shard));
      } catch (const Error& error) {
        if (error.code() == ErrorCode::locked) ++refused;
      }
    }
  };
  build_index(again);
  EXPECT_GE(refused, 2);
  again.progress = nullptr;
  again.sources = {folder_.write("empty.jsonl", "{")};
  again.index = folder_.path("new");
  again.read_error = [&](const ReadError&) { throw Error(ErrorCode::interrupted, "stopped"); };
  EXPECT_THROW(build_index(again), Error);
  EXPECT_FALSE(exists("new/shard-0"));
}

TEST_F(ShardBuilds, KeepAListThatWasEdited) {
  write_articles(0, 20);
  EXPECT_EQ(build_index(options("index", 2)).former_list, "");
  EXPECT_EQ(build_index(options("index", 3)).former_list, "");
  const std::string edited = folder_.read("index/shards") + "timeout 5\n";
  folder_.write("index/shards", edited);
  EXPECT_EQ(build_index(options("index", 3)).former_list, folder_.path("index/shards.old"));
  EXPECT_EQ(folder_.read("index/shards.old"), edited);
  EXPECT_EQ(build_index(options("index", 3)).former_list, "");
  EXPECT_EQ(folder_.read("index/shards.old"), edited);
  EXPECT_EQ(check_index(folder_.path("index")), std::vector<std::string>());
}

}  // namespace
}  // namespace newsdex::testing
