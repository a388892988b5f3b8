// Facets of dates behave as those of names do: counted without their own filters, with what is
// chosen and what is left out marked.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexing/index_fixture.hpp"
#include "newsdex/index_searcher.hpp"

namespace newsdex::testing {
namespace {

class DateFacetsTest : public IndexFixture {
 protected:
  DateFacetsTest() {
    std::string lines;
    int id = 0;
    for (const char* date :
         {"2017-03-01", "2018-04-02", "2018-04-30", "2018-05-07", "2018-06", "2018", ""}) {
      const char* const spoken = id % 2 == 1 ? "April 2018" : "nothing";
      lines += fmt::format(
          "{{\"id\":\"a{}\",\"date\":\"{}\",\"body\":\"News of {}. Back in March 2018.\"}}\n", id,
          date, spoken);
      ++id;
    }
    folder_.write("articles/all.jsonl", lines);
    build_index(options());
  }

  // "TOTAL: VALUE COUNT, ..."; `*` before what is chosen, `-` before what is left out.
  std::string counts(const std::string& query, Field field, std::uint32_t limit = 0) {
    SearchRequest request;
    request.query = parse_query(query).value();
    request.facets = {{field, limit, 0}};
    request.limit = 0;
    const SearchResult found = IndexSearcher(options().index).search(request).value();
    std::string text = fmt::format("{}:", found.total);
    for (const FacetCount& row : found.facets.front().values) {
      text += fmt::format(" {}{}{} {},", row.selected ? "*" : "", row.excluded ? "-" : "",
                          row.value, row.count);
    }
    return text;
  }
};

struct DateFacetCase {
  const char* query;
  Field facet;
  const char* counts;
};

constexpr DateFacetCase kDateFacetCases[] = {
    {"", Field::month, "7: 2018-04 2, 2017-03 1, 2018-05 1, 2018-06 1,"},
    {"date:2018-05", Field::month, "1: 2018-04 2, 2017-03 1, *2018-05 1, 2018-06 1,"},
    {"month:2018-04 month:2018-05", Field::month,
     "3: *2018-04 2, 2017-03 1, *2018-05 1, 2018-06 1,"},
    {"date:2018-04 AND date:2018-05", Field::month,
     "0: *2018-04 2, 2017-03 1, *2018-05 1, 2018-06 1,"},
    {"month:2018-07", Field::month, "0: 2018-04 2, 2017-03 1, 2018-05 1, 2018-06 1, *2018-07 0,"},
    {"-month:2018-04", Field::month, "5: -2018-04 2, 2017-03 1, 2018-05 1, 2018-06 1,"},
    {"-month:2019-01", Field::month, "7: 2018-04 2, 2017-03 1, 2018-05 1, 2018-06 1, -2019-01 0,"},
    {"date:2018-05..", Field::month, "2: 2018-04 2, 2017-03 1, *2018-05 1, *2018-06 1,"},
    {"date:2018-04.. date:..2018-05", Field::month,
     "3: *2018-04 2, 2017-03 1, *2018-05 1, 2018-06 1,"},
    {"-date:2018-05..", Field::month, "5: 2018-04 2, 2017-03 1, -2018-05 1, -2018-06 1,"},
    {"date:2018-05-07", Field::month, "1: 2018-04 2, 2017-03 1, 2018-05 1, 2018-06 1,"},
    {"year:2018", Field::month, "5: 2018-04 2, 2018-05 1, 2018-06 1,"},
    {"year:2018 month:2018-05", Field::month, "1: 2018-04 2, *2018-05 1, 2018-06 1,"},
    {"year:2018 month:2018-05", Field::year, "1: *2018 1,"},
    {"year:2017 year:2018", Field::year, "6: *2018 5, *2017 1,"},
    {"-date:2017", Field::year, "6: 2018 5, -2017 1,"},
    {"date:(2017 OR 2018-04)", Field::year, "3: 2018 5, *2017 1,"},
    {"mentions:2018-04", Field::mentions, "3: 2018-03 7, *2018-04 3,"},
    {"mentions:2018-04 mentions:2018-09", Field::mentions, "3: 2018-03 7, *2018-04 3, *2018-09 0,"},
    {"-mentions:2018-04", Field::mentions, "4: 2018-03 7, -2018-04 3,"},
    {"mentions:2018-04..", Field::mentions, "3: 2018-03 7, *2018-04 3,"},
};

TEST_F(DateFacetsTest, CountsIgnoreTheirOwnFilters) {
  for (const DateFacetCase& c : kDateFacetCases) {
    SCOPED_TRACE(c.query);
    EXPECT_EQ(counts(c.query, c.facet), c.counts);
  }
}

TEST_F(DateFacetsTest, ListWhatIsChosenBeyondTheLimit) {
  EXPECT_EQ(counts("month:2018-06 -month:2018-05", Field::month, 1),
            "1: 2018-04 2, -2018-05 1, *2018-06 1,");
  EXPECT_EQ(counts("date:2018-05..", Field::month, 1), "2: 2018-04 2,");
}

// Beside chosen months another one would be an alternative.
TEST_F(DateFacetsTest, TheQueryOfABarNarrowsChosenMonths) {
  SearchRequest request;
  request.narrowed_text = "month:2018-04 month:2018-05";
  request.query = parse_query(request.narrowed_text).value();
  request.timeline = TimelineUnit::month;
  IndexSearcher searcher(options().index);
  const Timeline timeline = *searcher.search(request).value().timeline;
  ASSERT_EQ(timeline.bars.size(), 2U);
  for (const TimelineBar& bar : timeline.bars) {
    request.query = parse_query(bar.query).value();
    EXPECT_EQ(searcher.search(request).value().total, bar.count) << bar.query;
  }
}

}  // namespace
}  // namespace newsdex::testing
