#include "storage/name_table.hpp"

#include <gtest/gtest.h>

#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

TEST(NameTable, FindsEveryEntityBehindAKey) {
  const std::vector<NameEntry> entries = {
      {"person/ali-larijani", "Ali Larijani", EntityType::person, {"ali larijani"}, {"larijani"}},
      {"person/sadegh-larijani",
       "Sadegh Larijani",
       EntityType::person,
       {"sadegh larijani"},
       {"larijani"}},
      {"platform/telegram", "Telegram", EntityType::platform, {"telegram", "تلگرام"}, {}}};
  const TemporaryFolder folder;
  const NameTable table(folder.write("names", encode_names(entries)));
  const auto describe = [&](std::string_view key) {
    std::string out;
    for (const NameTable::Key& found : table.find(key)) {
      out += std::string(table.name(found.entity)) +
             (found.kind == NameTable::KeyKind::surname ? " by surname; " : "; ");
    }
    return out;
  };
  EXPECT_EQ(describe("ali larijani"), "Ali Larijani; ");
  EXPECT_EQ(describe("larijani"), "Ali Larijani by surname; Sadegh Larijani by surname; ");
  EXPECT_EQ(describe("تلگرام"), "Telegram; ");
  EXPECT_EQ(describe("larijan"), "");
  EXPECT_EQ(describe(""), "");
  EXPECT_EQ(table.keys(), 6U);
  EXPECT_TRUE(table.has_name("Ali Larijani"));
  EXPECT_TRUE(table.has_name("Telegram"));
  EXPECT_FALSE(table.has_name("telegram")) << "to the byte";
  EXPECT_FALSE(table.has_name(""));
}

}  // namespace
}  // namespace newsdex::testing
