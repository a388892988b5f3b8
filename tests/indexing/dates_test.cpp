// Dates from articles to answers: where a date of publication is taken from and who corrects it,
// and the days that texts speak of.
#include <fcntl.h>
#include <sys/stat.h>

#include "indexing/index_fixture.hpp"
#include "indexing/publication.hpp"
#include "newsdex/error.hpp"

namespace newsdex::testing {
namespace {

class DatesTest : public IndexFixture {
 protected:
  DatesTest() {
    folder_.write(
        "articles/a.jsonl",
        "{\"id\":\"meta\",\"date\":\"2018-05-01\",\"body\":\"The court ruled on Monday.\"}\n"
        "{\"id\":\"line\",\"body\":\"TEHRAN, April 21, 2018 (AFP) - It was mid-March.\"}\n"
        "{\"id\":\"url\",\"url\":\"https://n.example/2018/04/30/of-2018-06-07\","
        "\"body\":\"Last week he spoke.\"}\n"
        "{\"id\":\"bare\",\"body\":\"Nothing is known.\"}\n"
        "{\"id\":\"month\",\"date\":\"2019-02\",\"body\":\"Back in September 2018.\"}\n");
  }

  BuildOptions dated_options() {
    BuildOptions all = options();
    all.doubt = [this](const ReadError& doubt) { doubts_.push_back(doubt); };
    return all;
  }

  std::vector<ReadError> doubts_;
};

TEST_F(DatesTest, AreFoundByDateBySourceAndByWhatTheTextSpeaksOf) {
  build_index(dated_options());
  struct Case {
    std::string_view query;
    std::string_view ids;
  };
  constexpr Case kCases[] = {
      {"date:2018-05", "meta"},
      {"date:2018-04", "url line"},
      {"date:2019-02", "month"},
      {"date:2019-02-01", ""},
      {"date:2019-W05..2019-W10", "month"},
      {"date:2019-W06..2019-W10", ""},
      {"date:2019", "month"},
      {"date:none", "bare"},
      {"-date:none date-source:metadata", "month meta"},
      {"date-source:dateline", "line"},
      {"date-source:url", "url"},
      {"date-source:none", "bare"},
      {"mentions:2018-04-30", "meta"},
      {"mentions:2018-W18", "meta"},
      {"mentions:2018-W17", "url"},
      {"mentions:2018-04", "meta url line"},
      {"mentions:2018-03", "line"},
      {"mentions:2018-Q3", "month"},
      {"mentions:2018-09", "month"},
      {"mentions:2018-09-01..2018-09-29", ""},
      {"mentions:2018-09..", "month"},
      {"mentions:..2018-03", "line"},
      {"mentions:none", "bare"},
      {"-mentions:2018-04", "month bare"},
      {"mentions:2018 -mentions:2018-04 date:2019", "month"},
  };
  for (const Case& each : kCases) EXPECT_EQ(found(std::string(each.query)), each.ids) << each.query;
  EXPECT_EQ(facet(Field::date_source), "metadata:2 dateline:1 none:1 url:1");
  EXPECT_EQ(facet(Field::mentions), "2018-04:3 2018-03:1 2018-09:1");
  EXPECT_EQ(facet(Field::month), "2018-04:2 2018-05:1 2019-02:1");
}

TEST_F(DatesTest, ThatWereAskedForAreMarkedInSnippets) {
  build_index(dated_options());
  SearchRequest request;
  request.query = parse_query("mentions:2018-Q3").value();
  const SearchResult result = IndexSearcher(options().index).search(request).value();
  ASSERT_EQ(result.hits.size(), 1U);
  ASSERT_EQ(result.hits[0].snippets.size(), 1U);
  const Snippet& snippet = result.hits[0].snippets[0];
  ASSERT_EQ(snippet.highlights.size(), 1U);
  const ByteRange mark = snippet.highlights[0];
  EXPECT_EQ(snippet.text.substr(mark.begin, mark.end - mark.begin), "September 2018");
}

TEST_F(DatesTest, OfEqualTrustThatContradictAreReportedAndDoNotEndTheRun) {
  const BuildReport report = build_index(dated_options());
  EXPECT_EQ(report.unread, 0U);
  ASSERT_EQ(doubts_.size(), 1U);
  EXPECT_EQ(doubts_[0].reason, "dates contradict one another: 2018-04-30 and 2018-06-07 (url)");
  EXPECT_EQ(doubts_[0].line, 3U);
}

TEST_F(DatesTest, AreCorrectedByTheUsersFileWhichUpdatesKeepTo) {
  BuildOptions corrected = dated_options();
  corrected.date_corrections =
      folder_.write("dates.csv", "meta,2018-04-18\nbare,2018-04\nmonth,none\n");
  build_index(corrected);
  EXPECT_EQ(found("date:2018-04-18"), "meta");
  EXPECT_EQ(found("date-source:sidecar"), "meta bare");
  EXPECT_EQ(found("date:2018-04"), "url line meta bare");
  EXPECT_EQ(found("date:none"), "month");
  EXPECT_EQ(found("mentions:2018-04-16"), "meta") << "Monday is that before the corrected date";

  folder_.write("articles/b.jsonl", "{\"id\":\"new\",\"body\":\"News.\"}\n");
  EXPECT_EQ(update_index(dated_options()).changed, 0U);
  EXPECT_EQ(found("date-source:sidecar"), "meta bare");

  folder_.write("dates.csv", "meta,2018-04-18\nnew,2020-01-01\n");
  const BuildReport report = update_index(dated_options());
  EXPECT_EQ(report.changed, 3U) << "bare, month and new";
  EXPECT_EQ(report.unchanged, 3U);
  EXPECT_EQ(found("date-source:sidecar"), "new meta");
  EXPECT_EQ(found("date:none"), "bare");
  EXPECT_EQ(found("date:2019-02"), "month");

  folder_.write("dates.csv", "meta,2018-04-18\n");
  std::filesystem::remove(folder_.path("dates.csv"));
  EXPECT_EQ(update_index(dated_options()).changed, 0U) << "what is gone is taken as it was";
  EXPECT_EQ(found("date-source:sidecar"), "new meta");
}

TEST_F(DatesTest, OfTheUsersFileOutliveARepair) {
  BuildOptions corrected = dated_options();
  corrected.date_corrections = folder_.write("dates.csv", "bare,2018-04-18\n");
  build_index(corrected);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(options().index)) {
    if (entry.path().filename() == "columns") std::filesystem::remove(entry.path());
  }
  repair_index(options());
  EXPECT_EQ(found("date-source:sidecar"), "bare");
  EXPECT_EQ(update_index(dated_options()).vanished, 0U);
  EXPECT_EQ(found("date-source:sidecar"), "bare");
}

TEST_F(DatesTest, LinesOfTheUsersFileThatNameNobodyAreReported) {
  BuildOptions corrected = dated_options();
  corrected.date_corrections = folder_.write("dates.csv", "bare,2018\nbear,2018\n");
  build_index(corrected);
  ASSERT_EQ(doubts_.size(), 2U);
  EXPECT_EQ(doubts_[1].reason, "no article has the id or path `bear`");
  EXPECT_EQ(doubts_[1].line, 2U);
  corrected.date_corrections = folder_.write("dates.csv", "bare,soon\n");
  EXPECT_THROW(build_index(corrected), Error);
  EXPECT_EQ(found("date-source:sidecar"), "bare") << "the index is as it was";
}

TEST_F(DatesTest, OfFilesCountOnlyWhenAskedForAndUpdatesKeepToIt) {
  const std::string path = folder_.write("articles/t.txt", "Title\n\nNothing is known.\n");
  const auto touch = [&](std::int64_t seconds) {
    const timespec times[2] = {{seconds, 0}, {seconds, 0}};
    ::utimensat(AT_FDCWD, path.c_str(), times, 0);
  };
  constexpr std::int64_t kNoon = 1525089600;  // of 2018-04-30, UTC
  touch(kNoon);
  build_index(dated_options());
  EXPECT_EQ(found("date-source:mtime"), "");
  BuildOptions with_files = dated_options();
  with_files.file_dates = true;
  build_index(with_files);
  EXPECT_NE(found("date-source:mtime date:2018-04-29..2018-05-01").find("t.txt"),
            std::string::npos);
  touch(kNoon + 40 * 86400);
  EXPECT_EQ(update_index(dated_options()).changed, 1U);
  EXPECT_NE(found("date-source:mtime date:2018-06").find("t.txt"), std::string::npos);
}

TEST_F(DatesTest, OfAnArticleAreCountedInItsOwnTimeZone) {
  folder_.write(
      "articles/a.jsonl",
      "{\"id\":\"east\",\"date\":\"2018-05-01T01:00+04:30\",\"body\":\"It was today.\"}\n"
      "{\"id\":\"west\",\"date\":\"2018-04-30T23:00-08:00\",\"body\":\"It was today.\"}\n");
  build_index(dated_options());
  EXPECT_EQ(found("date:2018-05-01"), "east");
  EXPECT_EQ(found("date:2018-04-30"), "west");
  EXPECT_EQ(found("mentions:2018-05-01"), "east");
}

TEST_F(DatesTest, OrderArticlesByTheMinuteWhereItIsKnownAndTheUndatedComeLast) {
  folder_.write("articles/a.jsonl",
                "{\"id\":\"noon\",\"date\":\"2018-04-30T12:00Z\",\"body\":\"He spoke.\"}\n"
                "{\"id\":\"bare\",\"body\":\"He spoke.\"}\n"
                "{\"id\":\"late\",\"date\":1525131900,\"body\":\"He spoke.\"}\n"
                "{\"id\":\"month\",\"date\":\"2018-04\",\"body\":\"He spoke.\"}\n"
                "{\"id\":\"day\",\"date\":\"2018-04-30\",\"body\":\"He spoke.\"}\n"
                "{\"id\":\"next\",\"date\":\"2018-05-01T00:00\",\"body\":\"He spoke.\"}\n");
  build_index(dated_options());
  const auto in_order = [&](SortOrder sort) {
    SearchRequest request;
    request.query = parse_query("spoke").value();
    request.sort = sort;
    std::string ids;
    const SearchResult result = IndexSearcher(options().index).search(request).value();
    for (const Hit& hit : result.hits) ids += hit.id + ' ';
    return ids;
  };
  EXPECT_EQ(in_order(SortOrder::oldest), "month day noon late next bare ");
  EXPECT_EQ(in_order(SortOrder::newest), "next late noon day month bare ");
  merge_index(options());
  EXPECT_EQ(in_order(SortOrder::oldest), "month day noon late next bare ");
}

TEST_F(DatesTest, AreTaggedAnewOnceTheTaggerHasChanged) {
  build_index(dated_options());
  EXPECT_FALSE(update_index(dated_options()).retagged);
  {
    IndexLock index(options().index);
    const GenerationHandle handle(options().index);
    Generation older = handle.generation();
    older.dates = "of an older tagger";
    index.publish(std::move(older), generation_files(handle), {});
  }
  EXPECT_TRUE(update_index(dated_options()).retagged);
  EXPECT_EQ(found("mentions:2018-04-30"), "meta");
  EXPECT_FALSE(update_index(dated_options()).retagged);
}

TEST_F(DatesTest, EveryBarOfATimelineHasAQueryThatFindsAsMany) {
  folder_.write("articles/b.jsonl",
                "{\"id\":\"later\",\"date\":\"2018-06-20\",\"body\":\"He spoke.\"}\n");
  build_index(dated_options());
  IndexSearcher searcher(options().index);
  for (const auto unit :
       {TimelineUnit::year, TimelineUnit::month, TimelineUnit::week, TimelineUnit::day}) {
    SearchRequest request;
    request.narrowed_text = "(court OR he OR back OR march)";
    request.query = parse_query(request.narrowed_text).value();
    request.timeline = unit;
    const Timeline timeline = *searcher.search(request)->timeline;
    std::uint64_t placed = 0;
    for (const TimelineBar& bar : timeline.bars) {
      SearchRequest again;
      again.query = parse_query(bar.query).value();
      EXPECT_EQ(searcher.search(again)->total, bar.count) << bar.query;
      placed += bar.count;
    }
    EXPECT_EQ(placed + timeline.unplaced, 5U);
    EXPECT_EQ(timeline.unplaced, unit >= TimelineUnit::week ? 1U : 0U) << "a month is in no week";
  }
}

}  // namespace
}  // namespace newsdex::testing
