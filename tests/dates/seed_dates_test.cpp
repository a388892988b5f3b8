// Days that the five articles the project was begun for speak of. They are not ours to copy, so the
// test runs only where they are at hand and quotes nothing of them but the times.
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "dates/publication_dates.hpp"
#include "tagging.hpp"

namespace newsdex::testing {
namespace {

std::filesystem::path seeds_file() {
  const char* given = std::getenv("NEWSDEX_SEEDS");
  const auto folder = given != nullptr
                          ? std::filesystem::path(given)
                          : std::filesystem::path(NEWSDEX_SOURCE_DIR) / ".." / "shared" / "seeds";
  return folder / "iran-telegram-2018.txt";
}

class SeedDates : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ifstream in(seeds_file());
    if (!in) GTEST_SKIP() << "the seed articles are not at hand";
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("◢")) bodies_.emplace_back();
      if (!bodies_.empty()) bodies_.back() += line + '\n';
    }
    ASSERT_EQ(bodies_.size(), 5U);
  }

  std::vector<std::string> bodies_;
};

TEST_F(SeedDates, AreCountedFromThePublicationThatIsGiven) {
  struct Case {
    std::size_t article;
    std::string_view published;
    std::string_view words;
    std::string_view value;
    std::string_view mod;
  };
  const Case cases[] = {
      {0, "2019-02", "September 2018", "2018-09", ""},
      {1, "2018-05-01", "Monday", "2018-04-30", ""},
      {2, "2018-04-30", "Monday", "2018-04-30", ""},
      {2, "2018-04-30", "mid-April", "2018-04", "MID"},
      {3, "2018-04-18", "April 21", "2018-04-21", ""},
      {3, "2018-04-18", "December", "2017-12", ""},
      {3, "2018-04-18", "January", "2018-01", ""},
  };
  DateTagging tagging;
  for (const Case& each : cases) {
    const std::string& body = bodies_[each.article];
    std::size_t found = 0;
    for (const DateMention& mention : tagging.tag(body, each.published)) {
      if (body.substr(mention.begin, mention.end - mention.begin) != each.words) continue;
      EXPECT_EQ(mention.value, each.value) << each.words;
      EXPECT_EQ(mention.mod, each.mod);
      ++found;
    }
    EXPECT_GT(found, 0U) << each.words;
  }
}

TEST_F(SeedDates, WithoutAnythingElseTheFirstIsPlacedByItsText) {
  const DateTagger tagger;
  Analyzer analyzer;
  TokenStream tokens;
  Article article;
  article.body = bodies_[0];
  analyzer.analyze(article.body, "en", tokens);
  const AnalyzedArticle analyzed{{}, {}, article.body, tokens.tokens()};
  const auto found = publication_dates(article, analyzed, tagger.tag(analyzed, {}, "en"));
  EXPECT_EQ(to_string(found.chosen.value), "2019");
  EXPECT_EQ(found.chosen.source, DateSource::text);
}

}  // namespace
}  // namespace newsdex::testing
