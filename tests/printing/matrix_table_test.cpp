#include "printing/matrix_table.hpp"

#include <gtest/gtest.h>

#include "printing/printed_text.hpp"
#include "printing/timeline_chart.hpp"
#include "text/display_width.hpp"

namespace newsdex {
namespace {

Matrix matrix_of(std::size_t rows, std::size_t columns) {
  Matrix matrix;
  for (std::size_t r = 0; r < rows; ++r) {
    matrix.rows.push_back({"Hassan Rouhani the " + std::to_string(r) + "th", 10});
  }
  for (std::size_t c = 0; c < columns; ++c) {
    matrix.columns.push_back({"Platform " + std::to_string(c), 10});
  }
  for (std::size_t i = 0; i < rows * columns; ++i) {
    matrix.cells.push_back({i * 7 % 1000, "q" + std::to_string(i)});
  }
  return matrix;
}

TEST(PrintMatrix, PutsCountsBelowNames) {
  Matrix matrix = matrix_of(2, 2);
  matrix.more_rows = 3;
  EXPECT_EQ(printed([&](const Page& page) { print_matrix(page, matrix, true); }, {false, 60}),
            R"(
actor by platform, in one article
                        Platform 0  Platform 1
Hassan Rouhani the 0th           ·           7
Hassan Rouhani the 1th          14          21
3 more of actor

 7  q1
14  q2
21  q3
)");
}

TEST(PrintMatrix, FitsEveryWidth) {
  const Matrix matrix = matrix_of(5, 12);
  for (const int width : {20, 40, 60, 80, 200}) {
    const std::string text =
        printed([&](const Page& page) { print_matrix(page, matrix, false); }, {true, width});
    for (const std::string& line : lines_of(without_ink(text))) {
      EXPECT_LE(display_width(line), width) << line;
    }
  }
}

ValueTimelines timelines_of(std::size_t periods) {
  ValueTimelines all;
  for (const std::string name : {"Pavel Durov", "روحانی"}) {
    ValueTimeline value = {name, 0, {}};
    for (std::size_t i = 0; i < periods; ++i) {
      const std::uint64_t count = i % 9;
      value.timeline.bars.push_back({std::to_string(2000 + i), count, ""});
      value.count += count;
    }
    value.timeline.unit = TimelineUnit::year;
    all.values.push_back(value);
  }
  return all;
}

TEST(PrintValueTimelines, DrawsAColumnAPeriod) {
  const ValueTimelines all = timelines_of(9);
  const std::string text =
      printed([&](const Page& page) { print_value_timelines(page, all); }, {false, 60});
  EXPECT_EQ(lines_of(text)[2], "Pavel Durov  ▁▂▃▄▅▆▇█ 36");
  EXPECT_EQ(lines_of(text)[4], "2000 to 2008");
}

TEST(PrintValueTimelines, FitsEveryWidth) {
  const ValueTimelines all = timelines_of(500);
  for (const int width : {30, 60, 80, 200}) {
    const std::string text =
        printed([&](const Page& page) { print_value_timelines(page, all); }, {true, width});
    for (const std::string& line : lines_of(without_ink(text))) {
      EXPECT_LE(display_width(line), width) << line;
    }
  }
}

}  // namespace
}  // namespace newsdex
