#include <fmt/format.h>

#include <filesystem>
#include <random>
#include <utility>

#include "indexing/index_fixture.hpp"
#include "newsdex/error.hpp"
#include "storage/generation.hpp"
#include "storage/segment.hpp"

namespace newsdex::testing {
namespace {

// All files of a segment but that of the articles themselves.
constexpr const char* kMadeFromArticles[] = {"columns", "positions", "postings/postlist.glass",
                                             "postings/iamglass", "postings/sums"};

// In the middle, or at a place.
void flip_bit(const std::string& path, std::size_t at = 0) {
  std::string bytes = read_whole_file(path);
  ASSERT_GT(bytes.size(), at);
  char& byte = bytes[at == 0 ? bytes.size() / 2 : at];
  byte = static_cast<char>(byte ^ 1);
  write_file(path, bytes);
}

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

  static void damage(const std::string& path) { flip_bit(path); }

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

// One segment with many blocks of stored articles, of which every tenth is dead.
class RepairWithoutTableTest : public IndexFixture {
 protected:
  static constexpr int kArticles = 400;
  static constexpr int kLive = kArticles - kArticles / 10;

  RepairWithoutTableTest() {
    write();
    BuildOptions build = options();
    build.jobs = 1;
    build_index(build);
  }

  // Ten to a file, of which the last may be left out.
  void write(bool with_tenth = true) {
    std::mt19937 random(7);
    std::string lines;
    for (int i = 1; i <= kArticles; ++i) {
      std::string noise;
      for (int k = 0; k < 40; ++k) noise += std::to_string(random());
      if (i % 10 != 0 || with_tenth) {
        lines += fmt::format(R"({{"id":"n{0}","title":"T","body":"{1} {0}.","url":"{2}"}})", i,
                             i % 10 == 0 ? "gone" : "stays", noise) +
                 "\n";
      }
      if (i % 10 == 0)
        folder_.write(fmt::format("articles/{:03}.jsonl", i), std::exchange(lines, {}));
    }
  }

  void kill_every_tenth() {
    write(false);
    const BuildReport report = update_index(options());
    ASSERT_EQ(report.vanished, kArticles / 10);
    ASSERT_EQ(index_statistics(options().index).segments, 1U);
    ASSERT_EQ(index_statistics(options().index).deleted, kArticles / 10);
  }

  std::string segment() {
    const GenerationHandle handle(options().index);
    return handle.layout().segment(handle.generation().segments.at(0).name);
  }

  // Cuts the table off, and damages a block in the middle.
  void damage_block() {
    const std::string path = articles_path(segment());
    const ArticleFile file(path);
    const std::uint32_t block = file.blocks() / 2;
    ASSERT_GT(block, 2U);
    const std::size_t at =
        kColumnFileHeadBytes + 40 +
        static_cast<std::size_t>(file.frame(block).data() - file.frame(0).data());
    const ArticleRange articles = file.articles_of(block);
    before_block_ = articles.begin;
    in_block_ = articles.size();
    live_in_block_ = 0;
    for (std::uint32_t i = articles.begin; i < articles.end; ++i)
      live_in_block_ += (i + 1) % 10 == 0 ? 0U : 1U;
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
    flip_bit(path, at);
  }

  std::uint32_t before_block_ = 0;
  std::uint32_t in_block_ = 0;
  std::uint32_t live_in_block_ = 0;
};

TEST_F(RepairWithoutTableTest, LosesNothingWithTheTableAlone) {
  kill_every_tenth();
  const std::string path = articles_path(segment());
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
  EXPECT_THROW(found("stays"), Error);
  const BuildReport report = repair_index(options());
  EXPECT_EQ(report.unread, 0U);
  EXPECT_EQ(report.articles, kLive);
  EXPECT_TRUE(errors_.empty());
  EXPECT_EQ(found("gone"), "");
  EXPECT_TRUE(check_index(options().index).empty());
  EXPECT_EQ(update_index(options()).added, 0U);
}

TEST_F(RepairWithoutTableTest, LosesTheDamagedBlockAlone) {
  kill_every_tenth();
  damage_block();
  const BuildReport report = repair_index(options());
  EXPECT_EQ(report.unread, live_in_block_);
  EXPECT_EQ(errors_.size(), live_in_block_);
  EXPECT_EQ(report.articles, kLive - live_in_block_);
  EXPECT_EQ(found("gone"), "");
  EXPECT_EQ(update_index(options()).added, live_in_block_);
  EXPECT_EQ(index_statistics(options().index).articles, kLive);
}

TEST_F(RepairWithoutTableTest, KeepsWhatLiesBeforeACut) {
  kill_every_tenth();
  const std::string path = articles_path(segment());
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  const BuildReport report = repair_index(options());
  EXPECT_GT(report.changed, kLive / 3U);
  EXPECT_EQ(report.changed + report.unread, kLive);
  EXPECT_EQ(found("gone"), "");
  EXPECT_EQ(update_index(options()).added, report.unread);
}

// Which articles lie behind the gap is not known then, and so neither which of them are dead.
TEST_F(RepairWithoutTableTest, BringsNoDeadArticleBackWhereColumnsAreLostToo) {
  kill_every_tenth();
  damage_block();
  std::filesystem::remove(columns_path(segment()));
  const BuildReport report = repair_index(options());
  EXPECT_EQ(report.changed, before_block_ - before_block_ / 10);
  EXPECT_EQ(report.unread, kLive - report.changed);
  EXPECT_EQ(found("gone"), "");
  EXPECT_EQ(update_index(options()).added, report.unread);
}

TEST_F(RepairWithoutTableTest, NeedsNoColumnsWhereNoArticleIsDead) {
  damage_block();
  std::filesystem::remove(columns_path(segment()));
  const BuildReport report = repair_index(options());
  EXPECT_EQ(report.unread, in_block_);
  EXPECT_EQ(report.articles, kArticles - in_block_);
}

// One file of three long articles, each in a segment of its own.
class RepairInPartTest : public IndexFixture {
 protected:
  RepairInPartTest() {
    std::string lines;
    for (const char* word : {"court", "clones", "weather"}) {
      // What is not analysed is quickly read.
      lines += std::string("{\"id\":\"") + word + "\",\"title\":\"T\",\"body\":\"Of " + word +
               ".\",\"url\":\"" + std::string(5 << 20, 'u') + "\"}\n";
    }
    folder_.write("articles/all.jsonl", lines);
    folder_.write("articles/other.txt", "Other\n\nStands alone.\n");
    BuildOptions build = options();
    build.memory = kLeastMemory;
    build.jobs = 16;  // however many may be asked for: so little memory makes small segments
    build_index(build);
  }

  std::string segment_of(std::string_view id) {
    const GenerationHandle handle(options().index);
    for (const GenerationSegment& segment : handle.generation().segments) {
      const std::string path = handle.layout().segment(segment.name);
      if (SegmentColumns(columns_path(path)).ids()[0] == id) return path;
    }
    return {};
  }

  static void cut_short(const std::string& path) { std::filesystem::resize_file(path, 40); }
};

TEST_F(RepairInPartTest, AnUntouchedFileIsNotReadAgain) {
  EXPECT_EQ(index_statistics(options().index).segments, 4U);
  const std::string before = folder_.read("index/CURRENT");
  EXPECT_EQ(update_index(options()).unchanged, 4U);
  EXPECT_EQ(folder_.read("index/CURRENT"), before);
}

TEST_F(RepairInPartTest, LostArticlesComeBackWithTheNextUpdate) {
  cut_short(articles_path(segment_of("clones")));
  EXPECT_EQ(repair_index(options()).unread, 1U);
  EXPECT_EQ(found("clones"), "");
  EXPECT_EQ(update_index(options()).added, 1U);
  EXPECT_EQ(found("clones"), "clones");
  EXPECT_EQ(update_index(options()).unread, 0U);
}

TEST_F(RepairInPartTest, LostArticlesOfAnUnknownFileComeBackToo) {
  const std::string segment = segment_of("clones");
  cut_short(articles_path(segment));
  std::filesystem::remove(columns_path(segment));
  EXPECT_EQ(repair_index(options()).unread, 1U);
  EXPECT_EQ(update_index(options()).added, 1U);
  EXPECT_EQ(found("clones"), "clones");
}

TEST_F(RepairInPartTest, AnUpdateThatRepairsSaysWhatWasLost) {
  const std::string segment = segment_of("clones");
  cut_short(articles_path(segment));
  cut_short(columns_path(segment));
  const BuildReport report = update_index(options());
  EXPECT_EQ(report.unread, 1U);
  EXPECT_EQ(report.added, 1U);
  EXPECT_EQ(found("clones"), "clones");
}

// Others of its file have the stamp that the file has now, but this one was never compared with it.
TEST_F(RepairInPartTest, AnArticleWithAnOpenStampHasItsFileReadAgain) {
  std::filesystem::remove(columns_path(segment_of("clones")));
  EXPECT_EQ(repair_index(options()).changed, 1U);
  EXPECT_EQ(update_index(options()).changed, 1U);
  EXPECT_EQ(update_index(options()).changed, 0U);
}

TEST_F(RepairInPartTest, DamageIsNotMergedIntoAWholeSegment) {
  const std::string segment = segment_of("clones");
  for (const std::string& path :
       {articles_path(segment), positions_path(segment), columns_path(segment),
        postings_path(segment) + "/postlist.glass"}) {
    // Some of these bytes a merge would copy without reading them.
    constexpr std::size_t kPlaces = 16;
    const std::size_t size = std::filesystem::file_size(path);
    for (std::size_t at = 1; at < size; at += size / kPlaces + 1) {
      SCOPED_TRACE(fmt::format("{}, byte {}", path, at));
      flip_bit(path, at);
      EXPECT_THROW(merge_index(options()), Error);
      EXPECT_FALSE(check_index(options().index).empty());
      flip_bit(path, at);
    }
  }
  EXPECT_EQ(merge_index(options()).articles, 4U);
  EXPECT_EQ(index_statistics(options().index).segments, 1U);
  EXPECT_TRUE(check_index(options().index).empty());
}

TEST_F(RepairTest, AnUpdateDoesNotBelieveDamagedColumns) {
  folder_.write("articles/d.txt", "Court\n\nA court spoke of Telegram.\n");
  flip_bit(columns_path(segment()), 100);
  update_index(options());
  EXPECT_TRUE(check_index(options().index).empty());
  EXPECT_EQ(facet(Field::platform), "Telegram:3 Instagram:1");
}

TEST_F(RepairTest, ASearchDoesNotBelieveDamagedColumns) {
  flip_bit(columns_path(segment()), 16);  // the length of the first article
  EXPECT_THROW(found("telegram"), Error);
}

// Nor do those that compare the checksums of many columns at once.
TEST_F(RepairTest, ASearchByManyThreadsDoesNotBelieveDamagedColumns) {
  SearchThreads threads;
  threads.workers = 3;
  threads.parallel_from = 0;
  SearchRequest request;
  request.query = {AllQuery{}};
  request.facets = {{Field::platform, 0}};
  EXPECT_EQ(IndexSearcher(options().index, threads).search(request)->total, 2U);
  const std::string whole = read_whole_file(columns_path(segment()));
  const std::size_t at = whole.find("InstagramTelegram");
  ASSERT_NE(at, whole.npos);
  flip_bit(columns_path(segment()), at);
  EXPECT_THROW((void)IndexSearcher(options().index, threads).search(request), Error);
}

TEST_F(RepairTest, AMissingTableOfNamesIsMadeAnew) {
  const GenerationHandle handle(options().index);
  const std::string names = handle.layout().file(handle.generation().name, kNamesFile);
  std::filesystem::remove(names);
  EXPECT_EQ(repair_index(options()).unread, 0U);
  expect_whole();
}

}  // namespace
}  // namespace newsdex::testing
