#include <filesystem>

#include "indexing/index_fixture.hpp"
#include "newsdex/error.hpp"
#include "storage/generation.hpp"
#include "storage/segment.hpp"

namespace newsdex::testing {
namespace {

// All files of a segment but that of the articles themselves.
constexpr const char* kMadeFromArticles[] = {"columns", "positions", "postings/postlist.glass",
                                             "postings/iamglass", "postings/sums"};

class RepairTest : public IndexFixture {
 protected:
  RepairTest() {
    folder_.write("articles/a.txt", "The ban\n\nTelegram was banned, said Pavel Durov.\n");
    folder_.write("articles/b.txt", "Clones\n\nUsers of Telegram and Instagram moved on.\n");
    folder_.write("articles/c.txt", "Weather\n\nIt rained in the mountains all of Monday.\n");
    build_index(options());
    // One article is dead, and must not come back.
    std::filesystem::remove(folder_.path("articles/c.txt"));
    update_index(options());
    id_of_a_ = found("banned");
  }

  std::string segment() {
    const GenerationHandle handle(options().index);
    return handle.layout().segment(handle.generation().segments.at(0).name);
  }

  void damage(const std::string& path) {
    std::string bytes = folder_.read(std::filesystem::relative(path, folder_.path()).native());
    ASSERT_FALSE(bytes.empty());
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    folder_.write(std::filesystem::relative(path, folder_.path()).native(), bytes);
  }

  void expect_whole() {
    EXPECT_TRUE(check_index(options().index).empty());
    EXPECT_EQ(found("telegram"), found("platform:Telegram"));
    EXPECT_EQ(found("\"was banned\""), id_of_a_);
    EXPECT_EQ(found("rained"), "");
    EXPECT_EQ(facet(Field::platform), "Telegram:2 Instagram:1");
  }

  std::string id_of_a_;
};

TEST_F(RepairTest, LeavesAWholeIndexAlone) {
  const std::string before = folder_.read("index/CURRENT");
  const BuildReport report = repair_index(options());
  EXPECT_EQ(report.changed, 0U);
  EXPECT_EQ(report.articles, 2U);
  EXPECT_EQ(folder_.read("index/CURRENT"), before);
}

TEST_F(RepairTest, MakesDamagedFilesAnew) {
  for (const char* name : kMadeFromArticles) {
    SCOPED_TRACE(name);
    damage(segment() + "/" + name);
    EXPECT_FALSE(check_index(options().index).empty());
    const BuildReport report = repair_index(options());
    EXPECT_EQ(report.changed, 2U);
    EXPECT_EQ(report.unread, 0U);
    expect_whole();
  }
}

TEST_F(RepairTest, MakesMissingFilesAnew) {
  for (const char* name : kMadeFromArticles) {
    SCOPED_TRACE(name);
    std::filesystem::remove(segment() + "/" + name);
    EXPECT_THROW(found("telegram"), Error);
    repair_index(options());
    expect_whole();
  }
}

TEST_F(RepairTest, SaysWhichArticlesAreLost) {
  damage(articles_path(segment()));
  const BuildReport report = repair_index(options());
  EXPECT_EQ(report.unread, 2U);
  EXPECT_EQ(report.articles, 0U);
  EXPECT_EQ(errors_.size(), 2U);
  EXPECT_EQ(found("telegram"), "");
}

TEST_F(RepairTest, AnUpdateMakesColumnsAnewByItself) {
  std::filesystem::remove(columns_path(segment()));
  folder_.write("articles/d.txt", "Court\n\nA court spoke of Telegram.\n");
  const BuildReport report = update_index(options());
  EXPECT_EQ(report.articles, 3U);
  EXPECT_TRUE(check_index(options().index).empty());
  EXPECT_EQ(facet(Field::platform), "Telegram:3 Instagram:1");
}

}  // namespace
}  // namespace newsdex::testing
