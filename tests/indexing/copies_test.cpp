// Articles in several places, through builds and updates.
#include <algorithm>

#include "indexing/catalog.hpp"
#include "indexing/index_fixture.hpp"
#include "indexing/publication.hpp"
#include "newsdex/error.hpp"

namespace newsdex::testing {
namespace {

const std::string kStory = "Ban ordered\n\nThe court banned Telegram on Monday, officials said.\n";
const std::string kSpaced =
    "Ban   ordered\r\n\r\n\r\nThe court banned\nTelegram  on\tMonday, officials said.";

class CopiesTest : public IndexFixture {
 protected:
  // Last part of each path, the article's own first: "a.txt b.txt"; articles by ", ".
  std::string places() {
    const GenerationHandle handle(options().index);
    const Catalog catalog(handle);
    const std::vector<OtherPlace> others = known_places(handle);
    std::vector<std::string> rows;
    for (Catalog::EntryNumber entry = 0; entry < catalog.entries().size(); ++entry) {
      std::string row = name_of(catalog.path(entry), catalog.record(entry));
      for (const OtherPlace& place : others) {
        if (place.article == catalog.id(entry)) row += " " + name_of(place.path, place.record);
      }
      rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    std::string text;
    for (const std::string& row : rows) text += (text.empty() ? "" : ", ") + row;
    return text;
  }

  static std::string name_of(std::string_view path, std::uint32_t record) {
    std::string name(path.substr(path.rfind('/') + 1));
    return record == 0 ? name : name + "#" + std::to_string(record);
  }

  std::string counts(const BuildReport& report) {
    return std::to_string(report.added) + " " + std::to_string(report.changed) + " " +
           std::to_string(report.vanished) + " " + std::to_string(report.unchanged) + ", " +
           std::to_string(report.copies) + " copies";
  }
  std::string update() { return counts(update_index(options())); }
};

TEST_F(CopiesTest, TheSameTextTwiceIsOneArticle) {
  folder_.write("articles/a.txt", kStory);
  folder_.write("articles/b.txt", kStory);
  folder_.write("articles/c.txt", kSpaced);
  folder_.write("articles/d.txt", "Other\n\nThe court banned Telegram on Friday.\n");
  const BuildReport report = build_index(options());
  EXPECT_EQ(report.articles, 2U);
  EXPECT_EQ(report.copies, 2U);
  EXPECT_EQ(places(), "a.txt b.txt c.txt, d.txt");
  EXPECT_EQ(index_statistics(options().index).other_places, 2U);
  EXPECT_TRUE(errors_.empty());
  EXPECT_EQ(update(), "0 0 0 2, 2 copies");
}

TEST_F(CopiesTest, AnUpdateFindsThemToo) {
  folder_.write("articles/b.txt", kStory);
  build_index(options());
  folder_.write("articles/a.txt", kSpaced);
  folder_.write("articles/c.txt", kStory);
  EXPECT_EQ(update(), "0 0 0 1, 2 copies") << "what is in the index keeps its id";
  EXPECT_EQ(places(), "b.txt a.txt c.txt");
  const std::string before = folder_.read("index/CURRENT");
  EXPECT_EQ(update(), "0 0 0 1, 2 copies");
  update();
  const std::string stamped = folder_.read("index/CURRENT");
  EXPECT_EQ(update(), "0 0 0 1, 2 copies");
  EXPECT_EQ(folder_.read("index/CURRENT"), stamped) << "nothing to do, nothing published";
}

TEST_F(CopiesTest, AnotherPlaceTakesOverWhenTheFirstGoes) {
  for (const char* file : {"a", "b", "c"})
    folder_.write(std::string("articles/") + file + ".txt", kStory);
  build_index(options());
  std::filesystem::remove(folder_.path("articles/a.txt"));
  EXPECT_EQ(update(), "1 0 1 0, 1 copies");
  EXPECT_EQ(places(), "b.txt c.txt");
  EXPECT_EQ(index_statistics(options().index).articles, 1U);
  std::filesystem::remove(folder_.path("articles/c.txt"));
  EXPECT_EQ(update(), "0 0 0 1, 0 copies");
  std::filesystem::remove(folder_.path("articles/b.txt"));
  EXPECT_EQ(update(), "0 0 1 0, 0 copies");
  EXPECT_EQ(places(), "");
}

TEST_F(CopiesTest, AnotherPlaceTakesOverThatWasNotReadAgain) {
  for (const char* file : {"a", "b", "c"})
    folder_.write(std::string("articles/") + file + ".txt", kStory);
  build_index(options());
  folder_.write("articles/a.txt", "Lifted\n\nThe ban was lifted again.\n");
  EXPECT_EQ(update(), "1 1 0 0, 1 copies");
  EXPECT_EQ(places(), "a.txt, b.txt c.txt");
  EXPECT_NE(found("lifted").find("a.txt"), std::string::npos);
  EXPECT_NE(found("officials").find("b.txt"), std::string::npos);
  EXPECT_EQ(index_statistics(options().index).articles, 2U);
}

TEST_F(CopiesTest, WhatTakesOverInOtherWhiteSpaceIsReadByTheNextUpdate) {
  folder_.write("articles/a.txt", kStory);
  folder_.write("articles/b.txt", kSpaced);
  build_index(options());
  std::filesystem::remove(folder_.path("articles/a.txt"));
  update();
  EXPECT_EQ(places(), "b.txt");
  EXPECT_EQ(update(), "0 1 0 0, 0 copies");
  EXPECT_EQ(update(), "0 0 0 1, 0 copies");
}

TEST_F(CopiesTest, ACopyThatChangesBecomesAnArticle) {
  folder_.write("articles/a.txt", kStory);
  folder_.write("articles/b.txt", kStory);
  build_index(options());
  folder_.write("articles/b.txt", "Lifted\n\nThe ban was lifted again.\n");
  EXPECT_EQ(update(), "1 0 0 1, 0 copies");
  EXPECT_EQ(places(), "a.txt, b.txt");
  folder_.write("articles/b.txt", kStory);
  EXPECT_EQ(update(), "0 1 0 1, 1 copies") << "and may become a copy again";
  EXPECT_EQ(places(), "a.txt b.txt");
}

TEST_F(CopiesTest, CopiesChangeTogether) {
  folder_.write("articles/a.txt", kStory);
  folder_.write("articles/b.txt", kStory);
  build_index(options());
  folder_.write("articles/a.txt", "Lifted\n\nThe ban was lifted again.\n");
  folder_.write("articles/b.txt", "Lifted\n\nThe ban was lifted again.\n");
  EXPECT_EQ(update(), "0 1 0 0, 1 copies");
  EXPECT_EQ(places(), "a.txt b.txt");
  EXPECT_EQ(found("officials"), "");
}

TEST_F(CopiesTest, AFileThatMovesIsOneArticleAllAlong) {
  folder_.write("articles/a.txt", kStory);
  build_index(options());
  std::filesystem::rename(folder_.path("articles/a.txt"), folder_.path("articles/0.txt"));
  EXPECT_EQ(update(), "1 0 1 0, 0 copies");
  EXPECT_EQ(places(), "0.txt");
  EXPECT_EQ(index_statistics(options().index).articles, 1U);
}

TEST_F(CopiesTest, APlaceOutsideOfTheSourcesGivenTakesOver) {
  folder_.write("articles/a.txt", kStory);
  folder_.write("more/b.txt", kStory);
  BuildOptions both = options();
  both.sources.push_back(folder_.path("more"));
  build_index(both);
  EXPECT_EQ(places(), "a.txt b.txt");
  std::filesystem::remove(folder_.path("articles/a.txt"));
  EXPECT_EQ(update(), "1 0 1 0, 0 copies");
  EXPECT_EQ(places(), "b.txt");
}

TEST_F(CopiesTest, ThoseWhoHaveIdsOfTheirOwnAreOneOnlyWithTheSameId) {
  folder_.write(
      "articles/a.jsonl",
      "{\"id\":\"x\",\"body\":\"The same text.\"}\n{\"id\":\"y\",\"body\":\"The same text.\"}\n");
  folder_.write("articles/b.jsonl", "{\"id\":\"x\",\"body\":\"The  same text.\"}\n");
  folder_.write("articles/c.jsonl", "{\"body\":\"The same text.\"}\n");
  folder_.write("articles/d.jsonl",
                "{\"body\":\"The same text.\"}\n{\"body\":\"The same text.\"}\n");
  build_index(options());
  EXPECT_TRUE(errors_.empty()) << "the same article with the same id is no trouble";
  EXPECT_EQ(places(), "a.jsonl#1 b.jsonl#1, a.jsonl#2, c.jsonl#1 d.jsonl#1 d.jsonl#2");
  std::filesystem::remove(folder_.path("articles/a.jsonl"));
  EXPECT_EQ(update(), "0 1 1 1, 2 copies");
  EXPECT_EQ(places(), "b.jsonl#1, c.jsonl#1 d.jsonl#1 d.jsonl#2");
  EXPECT_NE(found("same").find("x"), std::string::npos);
}

TEST_F(CopiesTest, RecordsMayMoveWithinTheirFile) {
  const auto record = [](const char* word) {
    return std::string("{\"body\":\"A story of ") + word + ".\"}\n";
  };
  folder_.write("articles/a.jsonl", record("one") + record("two") + record("three"));
  build_index(options());
  folder_.write("articles/a.jsonl", record("two") + record("three"));
  update();
  EXPECT_EQ(places(), "a.jsonl#1, a.jsonl#2");
  EXPECT_EQ(index_statistics(options().index).articles, 2U);
  folder_.write("articles/a.jsonl",
                record("zero") + record("two") + record("two") + record("three"));
  update();
  EXPECT_EQ(places(), "a.jsonl#1, a.jsonl#2 a.jsonl#3, a.jsonl#4");
  EXPECT_NE(found("zero"), "");
  EXPECT_NE(found("three"), "");
}

TEST_F(CopiesTest, NamesWithDifferentDatesAreNotTheSame) {
  folder_.write("articles/2018-04-30-ban.txt", kStory);
  folder_.write("articles/2018-05-07-ban.txt", kStory);
  build_index(options());
  EXPECT_EQ(index_statistics(options().index).articles, 2U) << "they are dated by their names";
}

TEST_F(CopiesTest, FoldersOfDifferentYearsAreNotTheSame) {
  const std::string undated = "The ban\n\nTEHRAN, April 30 (AFP) - A court ruled.\n";
  folder_.write("articles/2017/ban.txt", undated);
  folder_.write("articles/2018/ban.txt", undated);
  EXPECT_EQ(build_index(options()).articles, 2U);
  EXPECT_EQ(places(), "ban.txt, ban.txt");
}

TEST_F(CopiesTest, MergesAndRepairsKeepThem) {
  folder_.write("articles/a.txt", kStory);
  folder_.write("articles/b.txt", kStory);
  build_index(options());
  folder_.write("articles/c.txt", "Other\n\nThe court banned Telegram on Friday.\n");
  update();
  merge_index(options());
  EXPECT_EQ(places(), "a.txt b.txt, c.txt");
  const GenerationHandle handle(options().index);
  const auto damage = [&](std::string_view name) {
    std::filesystem::resize_file(handle.layout().file(handle.generation().name, name), 20);
  };
  damage(kOtherPlacesFile);
  damage(kNearCopiesFile);
  EXPECT_THROW(places(), Error);
  repair_index(options());
  EXPECT_TRUE(check_index(options().index).empty());
  EXPECT_EQ(places(), "a.txt b.txt, c.txt") << "there are second copies of both files";
  EXPECT_EQ(update(), "0 0 0 2, 1 copies");
  EXPECT_EQ(places(), "a.txt b.txt, c.txt");
}

}  // namespace
}  // namespace newsdex::testing
