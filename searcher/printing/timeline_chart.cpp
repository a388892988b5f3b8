#include "printing/timeline_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "text/display_width.hpp"

namespace newsdex {
namespace {

constexpr int kUnlimitedBarWidth = 60;
constexpr double kEighths = 8;
constexpr std::string_view kFullBlock = "\u2588";
constexpr std::array<std::string_view, 8> kPartialBlocks = {"",       "\u258F", "\u258E", "\u258D",
                                                            "\u258C", "\u258B", "\u258A", "\u2589"};

struct UnitWords {
  std::string_view unit;
  std::string_view missing;  // what the date of an article outside the bars lacks
};

constexpr UnitWords words_of(TimelineUnit unit) {
  constexpr std::array<UnitWords, 4> kWords = {
      UnitWords{"year", "year"}, {"month", "month"}, {"week", "day"}, {"day", "day"}};
  return kWords[static_cast<std::size_t>(unit)];
}

struct Scale {
  int label_width = 0;
  double eighths_per_article = kEighths;
};

Scale scale_for(const Page& page, std::span<const TimelineBar> bars) {
  Scale scale;
  std::uint64_t longest = 0;
  for (const TimelineBar& bar : bars) {
    longest = std::max(longest, bar.count);
    scale.label_width = std::max(scale.label_width, display_width(bar.period));
  }
  const int count_width = static_cast<int>(fmt::formatted_size("{}", longest));
  const int room = page.unlimited() ? kUnlimitedBarWidth
                                    : std::max(page.width - scale.label_width - count_width - 2, 1);
  const double stretch = room / std::max(static_cast<double>(longest), 1.0);
  scale.eighths_per_article = kEighths * std::min(stretch, 1.0);
  return scale;
}

/// Never empty: a period with one article is not one with none.
std::string blocks(double eighths) {
  const auto length = static_cast<std::size_t>(std::max(std::round(eighths), 1.0));
  std::string bar;
  for (std::size_t i = 0; i < length / kPartialBlocks.size(); ++i) bar += kFullBlock;
  bar += kPartialBlocks[length % kPartialBlocks.size()];
  return bar;
}

void print_bar(const Page& page, const TimelineBar& bar, const Scale& scale) {
  const FittedText label = fit_on_line(bar.period, Ink::plain, scale.label_width, page.color);
  page.out << label.shown << spaces(scale.label_width - label.width + 1);
  if (bar.count > 0) {
    const std::string drawn = blocks(static_cast<double>(bar.count) * scale.eighths_per_article);
    page.out << fit_on_line(drawn, Ink::bar, kUnlimitedWidth, page.color).shown << ' ';
  }
  page.out << bar.count << '\n';
}

void print_unplaced(const Page& page, const Timeline& timeline) {
  StyledText note;
  note.append(fmt::format("{} without a {} {} in no bar", counted_articles(timeline.unplaced),
                          words_of(timeline.unit).missing, timeline.unplaced == 1 ? "is" : "are"),
              Ink::faint);
  print_wrapped(page, note, 0, 3);
}

/// How to see the articles of a bar, told of the longest.
void print_way_on(const Page& page, std::span<const TimelineBar> bars) {
  const auto longest = std::max_element(
      bars.begin(), bars.end(),
      [](const TimelineBar& a, const TimelineBar& b) { return a.count < b.count; });
  if (bars.size() < 2 || longest->query.empty()) return;
  StyledText note;
  note.append(fmt::format("the articles of a bar: add date:{} to the query", longest->period),
              Ink::faint);
  print_wrapped(page, note, 0, 2);
}

}  // namespace

void print_timeline(const Page& page, const Timeline& timeline) {
  if (timeline.bars.empty() && timeline.unplaced == 0) return;
  const std::string heading = fmt::format("articles by {}", words_of(timeline.unit).unit);
  page.out << '\n' << fit_on_line(heading, Ink::heading, page.width, page.color).shown << '\n';
  const Scale scale = scale_for(page, timeline.bars);
  for (const TimelineBar& bar : timeline.bars) print_bar(page, bar, scale);
  if (timeline.unplaced > 0) print_unplaced(page, timeline);
  print_way_on(page, timeline.bars);
}

}  // namespace newsdex
