#include "engine/day_counter.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/period_counts.hpp"
#include "indexing/index_fixture.hpp"

namespace newsdex::testing {
namespace {

class DayCounterTest : public IndexFixture {};

TEST_F(DayCounterTest, CountsEachArticleWhereItsDateIsPreciseEnough) {
  std::string lines;
  int id = 0;
  for (const char* date : {"2018-04-30", "2018-04-30", "2018-04", "2018", "", "2016-02-29",
                           "1999-12-31", "2021-01-01", "2018-04-02"}) {
    lines += fmt::format("{{\"id\":\"a{}\",\"body\":\"x\",\"date\":\"{}\"}}\n", id++, date);
  }
  folder_.write("articles/all.jsonl", lines);
  build_index(options());
  IndexSearcher searcher(options().index);
  SearchRequest request;
  request.query = parse_query("").value();
  const auto bars = [&](TimelineUnit unit) {
    request.timeline = unit;
    const Timeline timeline = *searcher.search(request)->timeline;
    std::string text = fmt::format("{}", timeline.unplaced);
    for (const TimelineBar& bar : timeline.bars) {
      if (bar.count > 0) text += fmt::format(" {}:{}", bar.period, bar.count);
    }
    return text;
  };
  EXPECT_EQ(bars(TimelineUnit::year), "1 1999:1 2016:1 2018:5 2021:1");
  EXPECT_EQ(bars(TimelineUnit::month), "2 1999-12:1 2016-02:1 2018-04:4 2021-01:1");
  EXPECT_EQ(bars(TimelineUnit::week), "3 1999-W52:1 2016-W09:1 2018-W14:1 2018-W18:2 2020-W53:1");
}

}  // namespace
}  // namespace newsdex::testing
