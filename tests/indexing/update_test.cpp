#include <sys/stat.h>

#include "indexing/index_fixture.hpp"
#include "newsdex/error.hpp"

namespace newsdex::testing {
namespace {

class UpdateTest : public IndexFixture {
 protected:
  UpdateTest() {
    folder_.write("articles/a.txt", "Durov speaks\n\nPavel Durov said Telegram would stay.\n");
    folder_.write("articles/b.txt", "Court rules\n\nThe court banned Instagram on Monday.\n");
    folder_.write("articles/c.jsonl",
                  "{\"id\":\"j1\",\"title\":\"One\",\"body\":\"Signal messenger is filtered.\"}\n"
                  "{\"id\":\"j2\",\"title\":\"Two\",\"body\":\"WhatsApp is filtered.\"}\n");
    build_index(options());
  }

  // What an update did, as "added changed vanished unchanged".
  std::string update() {
    const BuildReport report = update_index(options());
    return std::to_string(report.added) + " " + std::to_string(report.changed) + " " +
           std::to_string(report.vanished) + " " + std::to_string(report.unchanged);
  }
};

TEST_F(UpdateTest, WithNothingToDoPublishesNothing) {
  const std::string before = index_statistics(options().index).generation;
  EXPECT_EQ(update(), "0 0 0 4");
  EXPECT_EQ(index_statistics(options().index).generation, before);
}

// Also where they were written a moment before the build that read them.
TEST_F(UpdateTest, ReadsNoFileThatIsAsItWas) {
  BuildOptions counting = options();
  std::uint64_t read = 0;
  counting.progress = [&](const Progress& progress) { read = progress.articles; };
  update_index(counting);
  EXPECT_EQ(read, 0U);
  folder_.write("articles/a.txt", "Durov speaks\n\nPavel Durov said Telegram would not stay.\n");
  update_index(counting);
  EXPECT_EQ(read, 1U);
  update_index(counting);
  EXPECT_EQ(read, 0U);
}

TEST_F(UpdateTest, AddsWhatIsNew) {
  folder_.write("articles/deep/er/d.txt", "New\n\nAnother story of Telegram.\n");
  EXPECT_EQ(update(), "1 0 0 4");
  EXPECT_EQ(facet(Field::platform), "Telegram:2 Instagram:1 Signal:1 WhatsApp:1");
}

TEST_F(UpdateTest, ReplacesWhatHasChanged) {
  folder_.write("articles/a.txt", "Durov is silent\n\nNo word from him on Viber.\n");
  EXPECT_EQ(update(), "0 1 0 3");
  EXPECT_EQ(found("telegram"), "");
  EXPECT_EQ(facet(Field::platform), "Instagram:1 Signal:1 Viber:1 WhatsApp:1");
  EXPECT_EQ(facet(Field::actor), "") << "facets hold nothing of what was deleted";
}

TEST_F(UpdateTest, DropsFilesAndRecordsThatVanished) {
  std::filesystem::remove(folder_.path("articles/b.txt"));
  folder_.write("articles/c.jsonl",
                "{\"id\":\"j2\",\"title\":\"Two\",\"body\":\"WhatsApp is filtered.\"}\n");
  // j2 is in another place of its file now.
  EXPECT_EQ(update(), "0 1 2 1");
  EXPECT_EQ(found("filtered"), "j2");
  EXPECT_EQ(facet(Field::platform), "Telegram:1 WhatsApp:1");
}

TEST_F(UpdateTest, LeavesSourcesThatAreNotGivenAlone) {
  folder_.write("other/e.txt", "Elsewhere\n\nViber is open.\n");
  BuildOptions only_other = options();
  only_other.sources = {folder_.path("other")};
  std::filesystem::remove(folder_.path("articles/b.txt"));
  const BuildReport report = update_index(only_other);
  EXPECT_EQ(report.articles, 5U);
  EXPECT_NE(found("court"), "");
}

TEST_F(UpdateTest, ASourceThatIsNowhereIsRefusedUnlessItWasIndexed) {
  BuildOptions gone = options();
  gone.sources = {folder_.path("articles/b.txt")};
  std::filesystem::remove(folder_.path("articles/b.txt"));
  EXPECT_EQ(update_index(gone).vanished, 1U);
  EXPECT_THROW(update_index(gone), Error);
}

TEST_F(UpdateTest, KeepsWhatCannotBeOpenedNow) {
  // A pipe in the place of the file: what it would give is not known.
  std::filesystem::remove(folder_.path("articles/c.jsonl"));
  ASSERT_EQ(::mkfifo(folder_.path("articles/c.jsonl").c_str(), 0600), 0);
  EXPECT_EQ(update(), "0 0 0 2");
  EXPECT_EQ(errors_.size(), 1U);
  EXPECT_EQ(facet(Field::platform), "Instagram:1 Signal:1 Telegram:1 WhatsApp:1");
}

TEST_F(UpdateTest, DropsWhatAFileNoLongerSays) {
  folder_.write("articles/a.txt", "");
  folder_.write("articles/b.txt", std::string("\x89PNG\r\n\x1a\n\0\0\0", 11));
  EXPECT_EQ(update(), "0 0 2 2") << "a text that was withdrawn must not stay findable";
  EXPECT_EQ(errors_.size(), 2U);
}

// Files of several articles, each written anew and caught at it.
TEST_F(UpdateTest, KeepsTheArticlesOfAFileThatIsHalfWritten) {
  const std::string jsonl =
      "{\"id\":\"j1\",\"title\":\"One\",\"body\":\"Signal messenger is filtered.\"}\n"
      "{\"id\":\"j2\",\"title\":\"Two\",\"body\":\"WhatsApp is filtered.\"}\n"
      "{\"title\":\"Three\",\"body\":\"Viber is filtered.\"}\n";
  const std::string csv =
      "id,title,body\nt1,One,\"Viber is\nfiltered.\"\nt2,Two,Viber is open.\nt3,Three,Viber.\n";
  const std::string feed =
      "<rss><channel><item><guid>f1</guid><title>One</title><description>Viber is filtered."
      "</description></item><item><guid>f2</guid><title>Two</title><description>Viber is open and "
      "will stay.</description></item><item><title>Three</title></item></channel></rss>";
  const std::string json = "[{\"id\":\"a1\",\"body\":\"Viber.\"},\n{\"body\":\"Viber is open.\"}]";
  const struct {
    std::string name;
    std::string whole;
    std::vector<std::string> parts;
  } cases[] = {
      {"c.jsonl", jsonl, {"", jsonl.substr(0, 20), jsonl.substr(0, 100), jsonl.substr(0, 150)}},
      {"t.csv", csv, {"", csv.substr(0, 24), csv.substr(0, 48), "id,title,body\nt1,\"One,Viber\n"}},
      {"f.xml", feed, {"", feed.substr(0, 60), feed.substr(0, 130), feed.substr(0, 200)}},
      {"d.json", json, {"", json.substr(0, 10), json.substr(0, 35)}},
  };
  for (const auto& each : cases) {
    folder_.write("articles/" + each.name, each.whole);
    update();
    const std::uint64_t articles = index_statistics(options().index).articles;
    const std::string before = found("filtered OR viber");
    for (const std::string& part : each.parts) {
      folder_.write("articles/" + each.name, part);
      errors_.clear();
      const BuildReport report = update_index(options());
      EXPECT_EQ(report.articles, articles) << part;
      EXPECT_EQ(report.vanished, 0U) << part;
      EXPECT_GT(report.kept, 0U) << part;
      EXPECT_EQ(errors_.size(), 1U) << part;
      EXPECT_EQ(found("filtered OR viber"), before) << part;
    }
    folder_.write("articles/" + each.name, each.whole);
    errors_.clear();
    EXPECT_EQ(update_index(options()).articles, articles);
    EXPECT_EQ(errors_.size(), 0U);
    EXPECT_EQ(found("filtered OR viber"), before);
  }
}

// Only that the file was longer tells that its last row is cut.
TEST_F(UpdateTest, KeepsTheRowsOfATableThatIsCutWithinItsLastColumn) {
  const std::string csv = "title,body\nOne,Viber is filtered.\nTwo,Viber is open.\nThree,Viber.\n";
  folder_.write("articles/t.csv", csv);
  EXPECT_EQ(update(), "3 0 0 4");
  folder_.write("articles/t.csv", csv.substr(0, 9));
  EXPECT_EQ(update(), "0 0 0 4") << "cut within its first line";
  errors_.clear();
  folder_.write("articles/t.csv", csv.substr(0, 44));
  EXPECT_EQ(update(), "0 0 0 5");
  EXPECT_EQ(errors_.size(), 1U);
  folder_.write("articles/t.csv", csv.substr(0, csv.size() - 1));
  EXPECT_EQ(update(), "0 0 0 6") << "it is shorter still";
  folder_.write("articles/t.csv", "title,body\nOne,Viber is filtered.\n");
  EXPECT_EQ(update(), "0 0 2 5") << "rows that were taken out are gone";
  folder_.write(
      "articles/t.csv",
      "title,body\nOne,Viber is filtered as it was before and that is all there is of it");
  EXPECT_EQ(update(), "0 1 0 4") << "a longer file needs no line end";
}

// Who takes a record out of a file that is whole wants it gone, also where another has no text.
TEST_F(UpdateTest, DropsWhatIsTakenOutOfAFileThatIsWhole) {
  folder_.write("articles/c.jsonl", "{\"id\":\"j2\",\"title\":\"\",\"body\":\"\"}\n");
  EXPECT_EQ(update(), "0 0 2 2");
  EXPECT_EQ(found("filtered"), "");
}

TEST_F(UpdateTest, GivesNoArticleTheIdThatWasAnothersOwn) {
  folder_.write("articles/c.jsonl", "{\"title\":\"No id\",\"body\":\"Nothing is filtered.\"}\n");
  update();
  EXPECT_EQ(found("filtered").find("j1"), std::string::npos);
}

TEST_F(UpdateTest, AnIdThatAppearsTwiceIsReportedAndNothingIsLost) {
  build_index(options());
  folder_.write("articles/0.jsonl",
                "{\"id\":\"j1\",\"title\":\"First\",\"body\":\"First now.\"}\n");
  errors_.clear();
  EXPECT_EQ(update(), "0 1 0 3");
  ASSERT_EQ(errors_.size(), 1U) << "as a build would report it";
  std::filesystem::remove(folder_.path("articles/0.jsonl"));
  update();
  EXPECT_EQ(found("signal"), "j1") << "what the other file said is back";
}

TEST_F(UpdateTest, ASourceThatIsNotGivenKeepsItsIds) {
  BuildOptions other = options();
  other.sources = {folder_.write("other/x.jsonl", "{\"id\":\"j1\",\"body\":\"Usurper.\"}\n")};
  const BuildReport report = update_index(other);
  EXPECT_EQ(report.unread, 1U);
  EXPECT_EQ(found("signal"), "j1");
}

TEST_F(UpdateTest, TheIndexMayLieAmongTheArticles) {
  BuildOptions within = options();
  within.index = folder_.path("articles/index");
  EXPECT_EQ(build_index(within).unread, 0U);
  EXPECT_EQ(update_index(within).unread, 0U);
  EXPECT_EQ(update_index(within).unchanged, 4U);
}

TEST_F(UpdateTest, ReportsTheSameTroubleEveryTime) {
  folder_.write("articles/bad.jsonl", "{\"id\":\"k1\",\"body\":\"Fine.\"}\n{broken\n");
  EXPECT_EQ(update(), "1 0 0 4");
  errors_.clear();
  EXPECT_EQ(update(), "0 0 0 5");
  ASSERT_EQ(errors_.size(), 1U);
  EXPECT_EQ(errors_[0].line, 2U);
}

TEST_F(UpdateTest, NeedsAnIndex) {
  BuildOptions nowhere = options();
  nowhere.index = folder_.path("nowhere");
  EXPECT_THROW(update_index(nowhere), Error);
  EXPECT_FALSE(std::filesystem::exists(nowhere.index));
}

TEST_F(UpdateTest, AChangedNameListTagsEverythingAnew) {
  const std::string list = folder_.write(
      "names.yaml",
      "# newsdex names 1\n- name: Court Network\n  kind: platform\n  aliases: [Monday]\n");
  BuildOptions with_list = options();
  with_list.name_lists.push_back(list);
  build_index(with_list);
  EXPECT_NE(found("platform:\"Court Network\""), "");
  folder_.write(
      "names.yaml",
      "# newsdex names 1\n- name: Filter Network\n  kind: platform\n  aliases: [filtered]\n");
  // The sources are not needed for it.
  BuildOptions nothing = options();
  nothing.sources = {folder_.write("empty/f.txt", "F\n\nnothing\n")};
  const BuildReport report = update_index(nothing);
  EXPECT_TRUE(report.retagged);
  EXPECT_EQ(report.articles, 5U);
  EXPECT_EQ(found("platform:\"Filter Network\""), "j2 j1");
  EXPECT_EQ(found("platform:\"Court Network\""), "error: no platform is known as `Court Network`");
  EXPECT_EQ(update(), "0 0 0 4")
      << "content is judged by what the source gave, not by what tagging added";
}

TEST_F(UpdateTest, AFileIsItselfWhereverTheCommandIsGiven) {
  BuildOptions relative = options();
  const std::string back = std::filesystem::current_path().native();
  std::filesystem::current_path(folder_.path());
  relative.sources = {"./articles/../articles"};
  const BuildReport report = update_index(relative);
  std::filesystem::current_path(back);
  EXPECT_EQ(report.unchanged, 4U);
}

TEST_F(UpdateTest, MergeKeepsWhatASearchSees) {
  folder_.write("articles/a.txt", "Durov is silent\n\nNo word from him on Viber.\n");
  update();
  const std::string before = found("") + facet(Field::platform);
  EXPECT_EQ(index_statistics(options().index).segments, 2U);
  merge_index(options());
  const IndexStatistics statistics = index_statistics(options().index);
  EXPECT_EQ(statistics.segments, 1U);
  EXPECT_EQ(statistics.deleted, 0U);
  EXPECT_EQ(found("") + facet(Field::platform), before);
  EXPECT_EQ(update(), "0 0 0 4");
}

TEST_F(UpdateTest, CheckNamesTheDamagedFile) {
  EXPECT_TRUE(check_index(options().index).empty());
  const std::string file = folder_.path("index/seg-000001/postings/docdata.glass");
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(20);
  stream.put('\x7f');
  stream.close();
  const std::vector<std::string> problems = check_index(options().index);
  ASSERT_FALSE(problems.empty());
  EXPECT_NE(problems[0].find("docdata.glass"), std::string::npos);
}

TEST_F(UpdateTest, ABuildThatIsStoppedLeavesTheIndexAsItWas) {
  const std::string before = found("");
  std::atomic<bool> stop = true;
  BuildOptions stopped = options();
  stopped.stop = &stop;
  try {
    build_index(stopped);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::interrupted);
  }
  EXPECT_EQ(found(""), before);
}

TEST_F(UpdateTest, ABuildThatCanReadNothingLeavesTheIndexAsItWas) {
  const std::string before = found("");
  BuildOptions unreadable = options();
  unreadable.sources = {"/dev/null"};
  EXPECT_THROW(build_index(unreadable), Error);
  EXPECT_EQ(errors_.size(), 1U);
  EXPECT_EQ(found(""), before);
  EXPECT_TRUE(check_index(options().index).empty());
  unreadable.index = folder_.path("new");
  EXPECT_EQ(build_index(unreadable).unread, 1U) << "there is nothing to keep";
}

TEST_F(UpdateTest, ABuildOfAnEmptyFolderEmptiesTheIndex) {
  BuildOptions empty = options();
  empty.sources = {folder_.path("none")};
  std::filesystem::create_directory(folder_.path("none"));
  EXPECT_EQ(build_index(empty).articles, 0U);
  EXPECT_EQ(found(""), "");
}

// All is read, and the workers write it.
TEST_F(UpdateTest, ABuildThatIsStoppedWhileItWritesLeavesTheIndexAsItWas) {
  const std::string before = found("");
  std::atomic<bool> stop = false;
  BuildOptions stopped = options();
  stopped.stop = &stop;
  stopped.progress = [&](const Progress& p) { stop = p.bytes_done == p.bytes_total; };
  try {
    build_index(stopped);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::interrupted);
  }
  EXPECT_EQ(found(""), before);
}

}  // namespace
}  // namespace newsdex::testing
