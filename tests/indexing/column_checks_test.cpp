// Which checksums the first search in an index has compared ahead.
#include "engine/column_checks.hpp"

#include "indexing/index_fixture.hpp"

namespace newsdex::testing {
namespace {

using Column = SegmentColumns::Column;

class ColumnChecksTest : public IndexFixture {
 protected:
  ColumnChecksTest() {
    folder_.write("articles/a.txt", "The ban\n\nTelegram was banned, said Pavel Durov.\n");
    build_index(options());
    request_.ranked = true;
    request_.facets = {Field::platform};
    always_.parallel_from = 0;
  }

  static const SegmentColumns& columns(const Collection& collection) {
    return collection.segments().front().segment.columns;
  }

  // Whether there was anything to do.
  bool check(const Collection& collection, const SearchThreads& threads) {
    ColumnChecks checks(collection);
    checks.add(request_, SortOrder::relevance);
    return checks.run(pool_, threads);
  }

  SliceRequest request_;
  SearchThreads always_;
  WorkerPool pool_{2};
};

TEST_F(ColumnChecksTest, AreOfWhatASearchWillReadAndMadeOnce) {
  const FilePlace places[] = {FilePlace(options().index)};
  const Collection collection(places);
  EXPECT_TRUE(check(collection, always_));
  for (const Column column :
       {Column::lengths, Column::order_keys, SegmentColumns::facet_column(Field::platform)})
    EXPECT_TRUE(columns(collection).is_checked(column)) << static_cast<int>(column);
  for (const Column column :
       {Column::contents, Column::first_days, SegmentColumns::facet_column(Field::actor)})
    EXPECT_FALSE(columns(collection).is_checked(column)) << static_cast<int>(column);
  EXPECT_FALSE(check(collection, always_));
  const RankedArticle hits[] = {{}};
  ColumnChecks of_hits(collection);
  of_hits.add(hits);
  EXPECT_TRUE(of_hits.run(pool_, always_));
  EXPECT_TRUE(columns(collection).is_checked(SegmentColumns::facet_column(Field::actor)));
}

TEST_F(ColumnChecksTest, AreLeftToTheReadersOfASmallCollection) {
  const FilePlace places[] = {FilePlace(options().index)};
  const Collection collection(places);
  EXPECT_FALSE(check(collection, {}));
  EXPECT_FALSE(columns(collection).is_checked(Column::lengths));
}

}  // namespace
}  // namespace newsdex::testing
