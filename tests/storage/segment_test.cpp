#include "storage/segment.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "newsdex/error.hpp"
#include "storage/article_store.hpp"
#include "storage/segment_writer.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex {

// How a test's name shows it; found beside the type alone.
void PrintTo(const SegmentOptions& options, std::ostream* out) {
  *out << (options.writer == WriterKind::api ? "api" : "direct")
       << (options.xapian_tables ? ", with Xapian's tables" : "");
}

namespace testing {
namespace {

struct Term {
  std::string term;
  std::uint32_t count = 0;
  std::vector<std::uint32_t> positions;
};

IndexDocument document(const std::string& id, const std::vector<Term>& terms, TermTable& table,
                       const std::string& date) {
  IndexDocument out;
  out.id = id;
  for (const Term& term : terms) {
    out.terms.terms.push_back(
        {table.number(term.term), term.count, static_cast<std::uint32_t>(term.positions.size())});
    out.terms.positions.insert(out.terms.positions.end(), term.positions.begin(),
                               term.positions.end());
  }
  StoredArticle stored;
  stored.article.body = "text of " + id;
  out.stored = encode(stored);
  out.length = 7;
  out.date = parse_date(date).value_or(PartialDate{});
  out.facets = {{Field::actor, {"Ali", "Zahra"}}, {Field::language, {"en"}}};
  out.path = "/articles/" + id.substr(0, 1);
  out.stamp = {1, 2, 3};
  return out;
}

class SegmentTest : public ::testing::TestWithParam<SegmentOptions> {
 protected:
  SegmentTest() {
    SegmentWriter writer(folder_.path("seg"), "seg-000001", GetParam());
    TermTable& table = writer.terms();
    writer.add(document("a1", {{"ban", 2, {1, 1005}}, {"XAali", 0, {}}}, table, "2018-04"));
    writer.add(document("a2", {{"ban", 1, {}}, {"Fban/banned", 1, {1003}}}, table, ""));
    writer.add(document("b1", {{"filter", 1, {1000}}}, table, "2018-04-30"));
    info_ = writer.finish();
  }

  TemporaryFolder folder_;
  SegmentInfo info_;
};

std::vector<std::pair<std::uint32_t, std::uint32_t>> postings_of(const Segment& segment,
                                                                 std::string_view term) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
  PostingCursor cursor = segment.postings.postings(term);
  for (auto block = cursor.next(); !block.empty(); block = cursor.next()) {
    for (const Posting& p : block) found.emplace_back(p.article, p.count);
  }
  return found;
}

TEST_P(SegmentTest, CountsWhatItHolds) {
  EXPECT_EQ(info_.articles, 3U);
  EXPECT_EQ(info_.tokens, 21U);
}

TEST_P(SegmentTest, GivesBackPostingsPositionsAndDocuments) {
  const Segment segment(folder_.path("seg"));
  using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
  EXPECT_EQ(postings_of(segment, "ban"), (Pairs{{0, 2}, {1, 1}}));
  EXPECT_EQ(postings_of(segment, "XAali"), (Pairs{{0, 0}}));
  EXPECT_EQ(postings_of(segment, "absent"), Pairs{});
  TermPositions places = segment.positions.find("ban");
  ASSERT_TRUE(places.seek(0));
  std::vector<std::uint32_t> positions;
  places.append_to(positions);
  EXPECT_EQ(positions, (std::vector<std::uint32_t>{1, 1005}));
  EXPECT_FALSE(places.seek(1)) << "it stands there in another form";
  EXPECT_FALSE(segment.positions.find("XAali").seek(0));
  TermCursor terms = segment.postings.terms("Fban/");
  ASSERT_TRUE(terms.next());
  EXPECT_EQ(terms.term(), "Fban/banned");
  EXPECT_FALSE(terms.next());
  EXPECT_EQ(ArticleStore(segment.articles).read(2).article.body, "text of b1");
}

TEST_P(SegmentTest, GivesBackColumns) {
  const Segment segment(folder_.path("seg"));
  const SegmentColumns& columns = segment.columns;
  EXPECT_EQ(columns.ids()[1], "a2");
  EXPECT_EQ(columns.last_days()[0] - columns.first_days()[0], 29) << "a month stays a month";
  EXPECT_EQ(columns.first_days()[1], kNoFirstDay);
  EXPECT_EQ(columns.first_days()[2], columns.last_days()[2]);
  EXPECT_EQ(columns.path(1), "/articles/a");
  EXPECT_EQ(columns.stamp(2), (FileStamp{1, 2, 3}));
  const FacetColumn& actors = columns.facet(Field::actor);
  ASSERT_EQ(actors.of(2).size(), 2U);
  EXPECT_EQ(actors.values[actors.of(2)[1]], "Zahra");
}

TEST_P(SegmentTest, RefusesAnIndexThatIsDamaged) {
  std::filesystem::resize_file(folder_.path("seg/postings/postlist.glass"), 100);
  EXPECT_THROW(PostingsReader::check(folder_.path("seg/postings")), Error);
  std::filesystem::remove(folder_.path("seg/columns"));
  EXPECT_THROW(Segment{folder_.path("seg")}, Error);
}

INSTANTIATE_TEST_SUITE_P(Writers, SegmentTest,
                         ::testing::Values(SegmentOptions{WriterKind::direct, false},
                                           SegmentOptions{WriterKind::direct, true},
                                           SegmentOptions{WriterKind::api, true}));

}  // namespace
}  // namespace testing
}  // namespace newsdex
