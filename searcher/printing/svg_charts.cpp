#include "printing/svg_charts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "printing/html_text.hpp"

namespace newsdex {
namespace {

constexpr double kPercent = 100;
constexpr double kBarShare = 0.82;  // of a period's room; the rest is the gap
constexpr int kChartHeight = 150;   // pixels
constexpr int kSmallHeight = 34;
constexpr int kLabelHeight = 20;
constexpr std::size_t kMostLabels = 5;
constexpr std::size_t kMostYears = 12;
constexpr double kLeastHeight = 2;  // a period with one article is not one with none

std::uint64_t most_of(const Timeline& timeline) {
  std::uint64_t most = 1;
  for (const TimelineBar& bar : timeline.bars) most = std::max(most, bar.count);
  return most;
}

double share(std::uint64_t count, std::uint64_t most) {
  return static_cast<double>(count) / static_cast<double>(std::max<std::uint64_t>(most, 1));
}

// A bar with what it tells, over the whole height so that short ones can be pointed at.
std::string bar_svg(const TimelineBar& bar, double x, double width, double top, double height) {
  return fmt::format(
      "<g><rect class=\"hover\" x=\"{0:.3f}%\" y=\"0\" width=\"{1:.3f}%\" height=\"{2:.1f}\"/>"
      "<rect class=\"bar\" x=\"{0:.3f}%\" y=\"{3:.1f}\" width=\"{1:.3f}%\" height=\"{4:.1f}\"/>"
      "<title>{5}: {6}\n{7}</title></g>",
      x, width, top + height, top, height, html_text(bar.period), bar.count, html_text(bar.query));
}

std::string bars_svg(const Timeline& timeline, std::uint64_t most, int height) {
  const double room = kPercent / static_cast<double>(timeline.bars.size());
  std::string bars;
  for (std::size_t i = 0; i < timeline.bars.size(); ++i) {
    const TimelineBar& bar = timeline.bars[i];
    if (bar.count == 0) continue;
    const double high = std::max(share(bar.count, most) * height, kLeastHeight);
    bars += bar_svg(bar, room * static_cast<double>(i), room * kBarShare, height - high, high);
  }
  return bars;
}

// On a narrow page the first, the middle and the last alone have room beside one another.
bool needs_room(std::size_t label, std::size_t labels) {
  const bool is_middle = labels % 2 == 1 && label == labels / 2;
  return label > 0 && label + 1 < labels && !is_middle;
}

// The number of labels that have room beside one another: years are short.
std::size_t most_labels(const Timeline& timeline) {
  constexpr std::size_t kYearBytes = 4;
  return timeline.bars.front().period.size() <= kYearBytes ? kMostYears : kMostLabels;
}

struct LabelPlace {
  double x = 0;  // percent
  std::string_view anchor;
};

LabelPlace middle_of(std::size_t bar, std::size_t bars) {
  const double middle = static_cast<double>(bar) + kBarShare / 2;
  return {kPercent * middle / static_cast<double>(bars), "middle"};
}

// A label stands below the middle of its bar. Where not every bar has one, the first and the last
// stand at the ends of the axis, which they tell.
std::string labels_svg(const Timeline& timeline, int y) {
  const std::size_t bars = timeline.bars.size();
  const std::size_t labels = std::min(most_labels(timeline), bars);
  std::string out;
  for (std::size_t label = 0; label < labels; ++label) {
    const std::size_t bar = labels == 1 ? 0 : label * (bars - 1) / (labels - 1);
    LabelPlace place = middle_of(bar, bars);
    if (labels < bars && label == 0) place = {0, "start"};
    if (labels < bars && label + 1 == labels) place = {kPercent, "end"};
    out += fmt::format("<text{} x=\"{:.2f}%\" y=\"{}\" text-anchor=\"{}\">{}</text>",
                       needs_room(label, labels) ? " class=\"roomy\"" : "", place.x, y,
                       place.anchor, html_text(timeline.bars[bar].period));
  }
  return out;
}

constexpr int kCellWidth = 46;
constexpr int kCellHeight = 26;
constexpr int kRowNameColumns = 28;
constexpr int kColumnNameColumns = 18;
constexpr int kRowNameWidth = 222;  // for kRowNameColumns in a wide font
constexpr int kColumnNameHeight = 96;
constexpr int kSlantRoom = 70;  // for the last slanted name

std::string column_name_svg(const Matrix& matrix, std::size_t column) {
  const int x = kRowNameWidth + static_cast<int>(column) * kCellWidth + kCellWidth / 2;
  const int y = kColumnNameHeight - 6;
  const std::string& name = matrix.columns[column].value;
  return fmt::format(
      "<text x=\"{0}\" y=\"{1}\" transform=\"rotate(-45 {0} {1})\">{2}<title>{3}: {4}"
      "</title></text>",
      x, y, html_text(shortened(name, kColumnNameColumns)), html_text(name),
      matrix.columns[column].count);
}

std::string row_name_svg(const Matrix& matrix, std::size_t row) {
  const int y = kColumnNameHeight + static_cast<int>(row) * kCellHeight + kCellHeight * 2 / 3;
  const std::string& name = matrix.rows[row].value;
  return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}<title>{}: {}</title></text>",
                     kRowNameWidth - 8, y, html_text(shortened(name, kRowNameColumns)),
                     html_text(name), matrix.rows[row].count);
}

std::string cell_svg(const Matrix& matrix, std::size_t row, std::size_t column,
                     std::uint64_t most) {
  const MatrixCell& cell = matrix.cell(row, column);
  const int x = kRowNameWidth + static_cast<int>(column) * kCellWidth;
  const int y = kColumnNameHeight + static_cast<int>(row) * kCellHeight;
  const double dark = share(cell.count, most);
  constexpr double kFaintest = 0.12;
  constexpr double kLightText = 0.55;  // from here on light text is read better
  const double opacity = cell.count == 0 ? 0 : kFaintest + (1 - kFaintest) * dark;
  std::string out = fmt::format(
      "<g><rect class=\"cell\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\" "
      "fill-opacity=\"{:.3f}\"/>",
      x + 1, y + 1, kCellWidth - 2, kCellHeight - 2, opacity);
  out += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                     cell.count == 0        ? "zero"
                     : opacity > kLightText ? "on-dark"
                                            : "on-light",
                     x + kCellWidth / 2, y + kCellHeight * 2 / 3,
                     cell.count == 0 ? "\u00B7" : fmt::format("{}", cell.count));
  return out + fmt::format("<title>{}, {}: {}\n{}</title></g>", html_text(matrix.rows[row].value),
                           html_text(matrix.columns[column].value), cell.count,
                           html_text(cell.query));
}

}  // namespace

std::string timeline_svg(const Timeline& timeline) {
  if (timeline.bars.empty()) return "";
  return fmt::format(
      "<svg class=\"timeline\" role=\"img\" aria-label=\"articles over time\" width=\"100%\" "
      "height=\"{}\">{}<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{}\" y2=\"{}\"/>{}</svg>",
      kChartHeight + kLabelHeight, bars_svg(timeline, most_of(timeline), kChartHeight),
      kChartHeight, kChartHeight, labels_svg(timeline, kChartHeight + kLabelHeight - 4));
}

std::string small_timeline_svg(const Timeline& timeline, std::uint64_t most) {
  if (timeline.bars.empty()) return "";
  return fmt::format(
      "<svg class=\"timeline\" role=\"img\" aria-label=\"articles over time\" width=\"100%\" "
      "height=\"{}\">{}<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{}\" y2=\"{}\"/></svg>",
      kSmallHeight + 1, bars_svg(timeline, most, kSmallHeight), kSmallHeight, kSmallHeight);
}

std::string matrix_svg(const Matrix& matrix) {
  std::uint64_t most = 1;
  for (const MatrixCell& cell : matrix.cells) most = std::max(most, cell.count);
  const int width =
      kRowNameWidth + static_cast<int>(matrix.columns.size()) * kCellWidth + kSlantRoom;
  const int height = kColumnNameHeight + static_cast<int>(matrix.rows.size()) * kCellHeight + 2;
  std::string out = fmt::format(
      "<svg class=\"matrix\" role=\"img\" aria-label=\"who is named with whom\" "
      "viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\">",
      width, height);
  for (std::size_t c = 0; c < matrix.columns.size(); ++c) out += column_name_svg(matrix, c);
  for (std::size_t r = 0; r < matrix.rows.size(); ++r) {
    out += row_name_svg(matrix, r);
    for (std::size_t c = 0; c < matrix.columns.size(); ++c) out += cell_svg(matrix, r, c, most);
  }
  return out + "</svg>";
}

std::string share_svg(std::uint64_t count, std::uint64_t most) {
  return fmt::format(
      "<svg class=\"share\" aria-hidden=\"true\" width=\"100%\" height=\"3\">"
      "<rect class=\"bar\" width=\"{:.2f}%\" height=\"3\" rx=\"1.5\"/></svg>",
      kPercent * share(count, most));
}

}  // namespace newsdex
