#include "printing/timeline_chart.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "printing/printed_text.hpp"
#include "text/display_width.hpp"

namespace newsdex {
namespace {

std::string timeline_text(const Timeline& timeline, const TextStyle& style) {
  return printed([&](const Page& page) { print_timeline(page, timeline); }, style);
}

TEST(PrintTimeline, OneColumnAnArticleWhileThatFits) {
  EXPECT_EQ(timeline_text({TimelineUnit::month, {{"2018-04", 7}, {"2018-05", 1}}, 0}, {false, 80}),
            R"(
articles by month
2018-04 ███████ 7
2018-05 █ 1
)");
}

TEST(PrintTimeline, GapsAreKeptAsZeros) {
  EXPECT_EQ(timeline_text({TimelineUnit::year,
                           {{"2015", 2}, {"2016", 0}, {"2017", 0}, {"2018", 0}, {"2019", 1}},
                           0},
                          {false, 80}),
            R"(
articles by year
2015 ██ 2
2016 0
2017 0
2018 0
2019 █ 1
)");
}

TEST(PrintTimeline, LongGapsAreOneLine) {
  Timeline timeline = {TimelineUnit::day, {{"2018-04-30", 1}}, 0};
  for (int day = 1; day <= 5; ++day) timeline.bars.push_back({fmt::format("2018-05-0{}", day), 0});
  timeline.bars.push_back({"2018-05-06", 2});
  const std::string short_gap = timeline_text(timeline, {false, 80});
  EXPECT_EQ(lines_of(short_gap).size(), 2 + timeline.bars.size());
  timeline.bars.insert(timeline.bars.begin() + 1, {"2018-04-31", 0});
  EXPECT_EQ(timeline_text(timeline, {false, 80}), R"(
articles by day
2018-04-30 █ 1
… 6 days without articles
2018-05-06 ██ 2
)");
}

// 20 columns less "2018 ", " 64" leave 12 for 64 articles: 1.5 eighths each.
TEST(PrintTimeline, LongBarsAreScaledToEighths) {
  EXPECT_EQ(timeline_text({TimelineUnit::year,
                           {{"2014", 64}, {"2015", 32}, {"2016", 2}, {"2017", 1}, {"2018", 0}},
                           0},
                          {false, 20}),
            R"(
articles by year
2014 ████████████ 64
2015 ██████ 32
2016 ▍ 2
2017 ▎ 1
2018 0
)");
}

TEST(PrintTimeline, OneArticleAmongVeryManyIsStillSeen) {
  EXPECT_EQ(timeline_text({TimelineUnit::year, {{"2014", 1'000'000}, {"2015", 1}}, 0}, {false, 20}),
            R"(
articles by year
2014 ███████ 1000000
2015 ▏ 1
)");
}

TEST(PrintTimeline, BarsAreColoured) {
  EXPECT_EQ(timeline_text({TimelineUnit::week, {{"2018-W18", 2}, {"2018-W19", 0}}, 0}, {true, 80}),
            "\n\x1B[1;36marticles by week\x1B[0m\n"
            "2018-W18 \x1B[34m██\x1B[0m 2\n"
            "2018-W19 0\n");
}

TEST(PrintTimeline, WithoutWidthBarsHaveALimit) {
  const std::string text =
      timeline_text({TimelineUnit::year, {{"2014", 5'000}, {"2015", 2'500}}, 0}, {false, 0});
  EXPECT_EQ(display_width(lines_of(text).at(2)), 4 + 1 + 60 + 1 + 4);
  EXPECT_EQ(display_width(lines_of(text).at(3)), 4 + 1 + 30 + 1 + 4);
}

TEST(PrintTimeline, TheLargestCountsDoNotOverflow) {
  const std::string text =
      timeline_text({TimelineUnit::day, {{"2018-04-30", UINT64_MAX}}, 0}, {false, 80});
  EXPECT_EQ(display_width(lines_of(text).at(2)), 80);
}

struct NoteCase {
  TimelineUnit unit;
  std::uint64_t unplaced;
  std::string_view note;
};

TEST(PrintTimeline, SaysHowManyArticlesAreInNoBarAndWhy) {
  constexpr NoteCase kCases[] = {
      {TimelineUnit::day, 3, "3 articles without a day are in no bar"},
      {TimelineUnit::week, 2, "2 articles without a day are in no bar"},
      {TimelineUnit::month, 1, "1 article without a month is in no bar"},
      {TimelineUnit::year, 5, "5 articles without a year are in no bar"},
  };
  for (const NoteCase& c : kCases) {
    SCOPED_TRACE(c.note);
    EXPECT_EQ(lines_of(timeline_text({c.unit, {}, c.unplaced}, {false, 80})).back(), c.note);
    EXPECT_EQ(lines_of(timeline_text({c.unit, {{"2018", 1}}, c.unplaced}, {false, 80})).back(),
              c.note);
  }
}

TEST(PrintTimeline, SaysHowToSeeTheArticlesOfABar) {
  Timeline timeline = {TimelineUnit::week,
                       {{"2018-W18", 1, "a date:2018-W18"}, {"2018-W19", 2, "a date:2018-W19"}},
                       0};
  EXPECT_EQ(lines_of(timeline_text(timeline, {false, 80})).back(),
            "the articles of a bar: add date:2018-W19 to the query");
  timeline.joined_by_and = true;
  EXPECT_EQ(lines_of(timeline_text(timeline, {false, 80})).back(),
            "the articles of a bar: add AND date:2018-W19 to the query");
}

TEST(PrintTimeline, NothingToTellPrintsNothing) {
  EXPECT_EQ(timeline_text({TimelineUnit::month, {}, 0}, {false, 80}), "");
}

}  // namespace
}  // namespace newsdex
