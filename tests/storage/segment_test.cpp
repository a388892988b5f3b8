#include "storage/segment.hpp"

#include <gtest/gtest.h>

#include "newsdex/error.hpp"
#include "support/temporary_folder.hpp"

namespace newsdex::testing {
namespace {

IndexDocument document(const std::string& id, std::vector<DocumentTerm> terms,
                       const std::string& date) {
  IndexDocument out;
  out.id = id;
  out.terms = std::move(terms);
  out.stored = "stored " + id;
  out.length = 7;
  out.date = parse_date(date).value_or(PartialDate{});
  out.facets = {{Field::actor, {"Ali", "Zahra"}}, {Field::language, {"en"}}};
  out.path = "/articles/" + id.substr(0, 1);
  out.stamp = {1, 2, 3};
  return out;
}

class SegmentTest : public ::testing::Test {
 protected:
  SegmentTest() {
    SegmentWriter writer(folder_.path("seg"), "seg-000001");
    writer.add(document("a1", {{"ban", {1, 1005}, 2}, {"XAali", {}, 0}}, "2018-04"));
    writer.add(document("a2", {{"ban", {1003}, 1}, {"Fban/banned", {1003}, 1}}, ""));
    writer.add(document("b1", {{"filter", {1000}, 1}}, "2018-04-30"));
    info_ = writer.finish();
  }

  TemporaryFolder folder_;
  SegmentInfo info_;
};

TEST_F(SegmentTest, CountsWhatItHolds) {
  EXPECT_EQ(info_.articles, 3U);
  EXPECT_EQ(info_.tokens, 21U);
}

TEST_F(SegmentTest, GivesBackPostingsPositionsAndDocuments) {
  const Segment segment(folder_.path("seg"));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> postings;
  segment.postings.read("ban", [&](std::span<const Posting> batch) {
    for (const Posting& p : batch) postings.emplace_back(p.article, p.count);
  });
  EXPECT_EQ(postings, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 2}, {1, 1}}));
  const auto cursor = segment.postings.positions_of("ban");
  std::vector<std::uint32_t> positions;
  ASSERT_TRUE(cursor->seek(0));
  cursor->positions(positions);
  EXPECT_EQ(positions, (std::vector<std::uint32_t>{1, 1005}));
  ASSERT_TRUE(cursor->seek(1));
  EXPECT_FALSE(cursor->seek(2));
  EXPECT_EQ(segment.postings.terms_with_prefix("Fban/"), std::vector<std::string>{"Fban/banned"});
  EXPECT_EQ(segment.postings.frequency("XAali"), 1U);
  EXPECT_EQ(segment.postings.frequency("absent"), 0U);
  EXPECT_EQ(segment.postings.stored(2), "stored b1");
}

TEST_F(SegmentTest, GivesBackColumns) {
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

TEST_F(SegmentTest, RefusesAnIndexThatIsDamaged) {
  std::filesystem::resize_file(folder_.path("seg/postings/postlist.glass"), 100);
  EXPECT_THROW(PostingsReader::check(folder_.path("seg/postings")), Error);
  std::filesystem::remove(folder_.path("seg/columns"));
  EXPECT_THROW(Segment{folder_.path("seg")}, Error);
}

}  // namespace
}  // namespace newsdex::testing
