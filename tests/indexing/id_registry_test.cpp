#include "indexing/id_registry.hpp"

#include <gtest/gtest.h>

namespace newsdex::testing {
namespace {

Article article(const std::string& id, const std::string& path, std::uint32_t record,
                std::uint32_t line) {
  Article out;
  out.id = id;
  out.path = path;
  out.record = record;
  out.line = line;
  return out;
}

TEST(IdRegistry, MakesIdsOfPathsAndRecords) {
  IdRegistry ids(nullptr);
  Article single = article("", "/x/a.txt", 0, 1);
  EXPECT_FALSE(ids.claim(single, "x/a.txt"));
  EXPECT_EQ(single.id, "x/a.txt");
  Article third = article("", "/x/dump.txt", 3, 40);
  EXPECT_FALSE(ids.claim(third, "x/dump.txt"));
  EXPECT_EQ(third.id, "x/dump.txt#3");
}

TEST(IdRegistry, KeepsARecordsOwnIdAndRefusesASecondOne) {
  IdRegistry ids(nullptr);
  Article first = article("k", "/x/a.jsonl", 1, 1);
  EXPECT_FALSE(ids.claim(first, "a.jsonl"));
  Article second = article("k", "/x/b.jsonl", 2, 9);
  const auto error = ids.claim(second, "b.jsonl");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->path, "b.jsonl");
  EXPECT_EQ(error->line, 9U);
  EXPECT_EQ(error->reason, "id \"k\" is already that of a.jsonl:1");
}

TEST(IdRegistry, NamesRecordsOfAPipeByWhatTheySay) {
  IdRegistry ids(nullptr);
  Article one = article("", "-", 1, 1);
  one.body = "One.";
  Article other = article("", "-", 1, 1);
  other.body = "Other.";
  EXPECT_FALSE(ids.claim(one, "stdin"));
  EXPECT_FALSE(ids.claim(other, "stdin"));
  EXPECT_NE(one.id, other.id);
  IdRegistry next_run(nullptr);
  Article again = article("", "-", 7, 7);
  again.body = "One.";
  EXPECT_FALSE(next_run.claim(again, "stdin"));
  EXPECT_EQ(again.id, one.id);
}

TEST(IdRegistry, TellsEqualRelativePathsApart) {
  IdRegistry ids(nullptr);
  Article one = article("", "/x/a.txt", 0, 1);
  Article other = article("", "/y/a.txt", 0, 1);
  EXPECT_FALSE(ids.claim(one, "a.txt"));
  EXPECT_FALSE(ids.claim(other, "a.txt"));
  EXPECT_NE(one.id, other.id);
  EXPECT_TRUE(other.id.starts_with("a.txt~"));
}

}  // namespace
}  // namespace newsdex::testing
