#include "storage/shard_list.hpp"

#include <gtest/gtest.h>

#include "newsdex/error.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

TEST(ShardList, NamesFoldersAndAddresses) {
  const ShardList list = parse_shard_list(
      "# ours\n"
      "local shard-0\n"
      "\n"
      "local /srv/my index  # with a space\n"
      "  # local not-this\n"
      "local x#y/s0#1\t# with signs that begin no comment\n"
      "remote 10.0.0.2:7001 10.0.0.3:7001\n"
      "remote 7002\n"
      "remote :7003\n"
      "remote [::1]:7004 example.org:7004\n"
      "timeout 0.5\n",
      "/lists/all");
  ASSERT_EQ(list.shards.size(), 7U);
  EXPECT_EQ(list.shards[0], (ShardEntry{"shard-0", "/lists/shard-0", {}}));
  EXPECT_EQ(list.shards[1], (ShardEntry{"/srv/my index", "/srv/my index", {}}));
  EXPECT_EQ(list.shards[2], (ShardEntry{"x#y/s0#1", "/lists/x#y/s0#1", {}}));
  EXPECT_EQ(list.shards[3],
            (ShardEntry{"10.0.0.2:7001", "", {{"10.0.0.2", 7001}, {"10.0.0.3", 7001}}}));
  EXPECT_EQ(list.shards[4], (ShardEntry{"127.0.0.1:7002", "", {{"127.0.0.1", 7002}}}));
  EXPECT_EQ(list.shards[5], (ShardEntry{"127.0.0.1:7003", "", {{"127.0.0.1", 7003}}}));
  EXPECT_EQ(list.shards[6], (ShardEntry{"[::1]:7004", "", {{"::1", 7004}, {"example.org", 7004}}}));
  EXPECT_EQ(list.timeout, std::chrono::milliseconds(500));
  EXPECT_EQ(parse_shard_list("local a", "all").timeout, std::chrono::seconds(2));
}

TEST(ShardList, SaysWhatItDoesNotUnderstand) {
  struct Case {
    const char* text;
    const char* message;
  };
  for (const Case& c :
       {Case{"", "list: it names no shard"},
        Case{"local", "list:1: local needs the path of an index"},
        Case{"local a\nlocal a", "list:2: a stands there twice"},
        Case{"remote", "list:1: remote needs an address like HOST:PORT"},
        Case{"remote a:1 a:1", "list:1: a:1 stands there twice"},
        Case{"remote a", "list:1: \"a\" is no address like HOST:PORT"},
        Case{"remote a:0", "list:1: \"a:0\" is no address like HOST:PORT"},
        Case{"remote a:70000", "list:1: \"a:70000\" is no address like HOST:PORT"},
        Case{"remote ::1:7", "list:1: \"::1:7\" is no address like HOST:PORT"},
        Case{"timeout soon", "list:1: timeout needs a number of seconds"},
        Case{"timeout -1", "list:1: timeout needs a number of seconds"},
        Case{"timeout 2x", "list:1: timeout takes a number of seconds and nothing else"},
        Case{"timeout 2 remote a:1", "list:1: timeout takes a number of seconds and nothing else"},
        Case{"auto a", "list:1: \"auto\" is none of local, remote and timeout"}}) {
    try {
      parse_shard_list(c.text, "list");
      FAIL() << c.text;
    } catch (const Error& error) {
      EXPECT_STREQ(error.what(), c.message);
      EXPECT_EQ(error.code(), ErrorCode::usage);
    }
  }
}

TEST(ShardList, IsFoundInAFolderOfShards) {
  const TemporaryFolder folder;
  EXPECT_EQ(shard_list_at(folder.path()), std::nullopt);
  EXPECT_EQ(shard_list_at(folder.path("nowhere")), std::nullopt);
  const std::string list = folder.write("shards", "local shard-0\n");
  EXPECT_EQ(shard_list_at(folder.path()), list);
  EXPECT_EQ(shard_list_at(list), list);
  folder.write("CURRENT", "gen-000001 0\n");
  EXPECT_EQ(shard_list_at(folder.path()), std::nullopt);
}

}  // namespace
}  // namespace newsdex::testing
