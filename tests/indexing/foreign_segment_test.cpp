// Files of another index in the places of this one's, as when a folder is copied over an older one:
// names begin anew in each, and every file is whole in itself.
#include <fmt/format.h>

#include <filesystem>
#include <functional>

#include "indexing/index_fixture.hpp"
#include "newsdex/error.hpp"
#include "storage/damage.hpp"
#include "storage/generation.hpp"

namespace newsdex::testing {
namespace {

namespace fs = std::filesystem;

class ForeignSegmentTest : public IndexFixture {
 protected:
  // `count` articles in one file, of which a build makes an index of one segment.
  void write(const std::string& folder, int count, std::string_view word) {
    std::string lines;
    for (int i = 0; i < count; ++i)
      lines += fmt::format(R"({{"id":"{0}{1}","title":"T","body":"Of {0} {1} in Telegram."}})",
                           word, i, word) +
               "\n";
    folder_.write(folder + "/all.jsonl", lines);
  }

  BuildOptions options_of(const std::string& index, const std::string& sources) {
    BuildOptions other = options();
    other.index = folder_.path(index);
    other.sources = {folder_.path(sources)};
    other.jobs = 1;
    return other;
  }

  // An index of 400 articles, of which all but `live` are dead.
  void build(int live) {
    write("articles", kArticles, "own");
    build_index(options_of("index", "articles"));
    if (live == kArticles) return;
    write("articles", live, "own");
    update_index(options_of("index", "articles"));
  }

  void put_segment_of_another(int articles) {
    fs::remove_all(folder_.path("other"));
    write("others", articles, "foreign");
    build_index(options_of("other", "others"));
    fs::remove_all(folder_.path("index/seg-000001"));
    fs::copy(folder_.path("other/seg-000001"), folder_.path("index/seg-000001"),
             fs::copy_options::recursive);
  }

  static void expect_damage(std::string_view what, const std::function<void()>& action) {
    try {
      action();
      ADD_FAILURE() << what << " notices nothing";
    } catch (const Damage& error) {
      EXPECT_NE(std::string(error.what()).find("seg-000001"), std::string::npos) << error.what();
      EXPECT_FALSE(error.hint().empty());
    }
  }

  SearchResult everything() {
    SearchRequest request;
    request.query = {AllQuery{}};
    request.limit = 1000;
    request.fold = true;
    return IndexSearcher(options().index).search(request).value();
  }

  static constexpr int kArticles = 400;
};

TEST_F(ForeignSegmentTest, OneOfAnotherSizeIsRefused) {
  build(kArticles);
  put_segment_of_another(20);
  expect_damage("a search", [&] { everything(); });
}

TEST_F(ForeignSegmentTest, OneThatIsTooSmallForItsDeadArticlesIsRefused) {
  build(20);
  put_segment_of_another(10);
  expect_damage("a search", [&] { everything(); });
}

TEST_F(ForeignSegmentTest, OneOfTheSameSizeIsRefused) {
  build(kArticles);
  put_segment_of_another(kArticles);
  expect_damage("a search", [&] { everything(); });
  BuildOptions further = options();
  further.name_lists = {
      folder_.write("more.yaml", "# newsdex names 1\n- {name: Soroush, kind: platform}\n")};
  expect_damage("a retag", [&] { retag_index(further); });
}

// Its articles were never of this index.
TEST_F(ForeignSegmentTest, ARepairTakesNothingOfIt) {
  for (const int articles : {20, kArticles}) {
    fs::remove_all(folder_.path("index"));
    build(kArticles);
    put_segment_of_another(articles);
    errors_.clear();
    EXPECT_EQ(repair_index(options()).unread, kArticles);
    EXPECT_EQ(errors_.size(), 1U);
    EXPECT_EQ(everything().total, 0U);
    EXPECT_EQ(update_index(options()).added, kArticles);
    EXPECT_EQ(check_index(options().index), std::vector<std::string>());
  }
}

TEST_F(ForeignSegmentTest, AnUpdateHasTheOwnArticlesAfterwards) {
  build(kArticles);
  put_segment_of_another(20);
  const BuildReport report = update_index(options());
  EXPECT_EQ(report.articles, kArticles);
  EXPECT_EQ(report.unread, kArticles);
  EXPECT_EQ(found("foreign"), "");
}

TEST_F(ForeignSegmentTest, NearCopiesOfLargerSegmentsAreRefused) {
  constexpr std::string_view kText =
      "A court ordered providers to block the messenger from midnight, and gave them a day to obey "
      "the order, which no one had asked for.";
  write("others", 600, "foreign");
  folder_.write("others/x.txt", fmt::format("One\n\n{}\n", kText));
  folder_.write("others/y.txt", fmt::format("Two\n\n{} So they did.\n", kText));
  build_index(options_of("other", "others"));
  build(20);
  const GenerationHandle own(options().index);
  const std::string path = own.layout().file(own.generation().name, kNearCopiesFile);
  fs::copy_file(folder_.path("other/gen-000001/near-copies"), path,
                fs::copy_options::overwrite_existing);
  ASSERT_EQ(index_statistics(folder_.path("other")).near_copy_groups, 1U);
  try {
    everything();
    ADD_FAILURE();
  } catch (const Damage& error) {
    EXPECT_EQ(error.path(), path);
  }
}

}  // namespace
}  // namespace newsdex::testing
