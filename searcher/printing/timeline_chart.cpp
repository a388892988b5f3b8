#include "printing/timeline_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "text/display_width.hpp"
#include "text/escape.hpp"

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

void print_gap(const Page& page, TimelineUnit unit, std::size_t periods) {
  const std::string gap =
      fmt::format("\u2026 {} {}s without articles", periods, words_of(unit).unit);
  page.out << fit_on_line(gap, Ink::faint, page.width, page.color).shown << '\n';
}

/// More periods without articles one after another are one line.
constexpr std::size_t kLongestGap = 5;

void print_bars(const Page& page, const Timeline& timeline, const Scale& scale) {
  const std::vector<TimelineBar>& bars = timeline.bars;
  for (std::size_t i = 0; i < bars.size();) {
    const auto begin = bars.begin() + static_cast<std::ptrdiff_t>(i);
    const auto next =
        std::find_if(begin, bars.end(), [](const TimelineBar& bar) { return bar.count > 0; });
    const auto gap = static_cast<std::size_t>(next - begin);
    if (gap > kLongestGap) {
      print_gap(page, timeline.unit, gap);
      i += gap;
    } else {
      print_bar(page, bars[i++], scale);
    }
  }
}

void print_unplaced(const Page& page, const Timeline& timeline) {
  StyledText note;
  note.append(fmt::format("{} without a {} {} in no bar", counted_articles(timeline.unplaced),
                          words_of(timeline.unit).missing, timeline.unplaced == 1 ? "is" : "are"),
              Ink::faint);
  print_wrapped(page, note, 0, 3);
}

/// How to see the articles of a bar, told of the longest.
void print_way_on(const Page& page, const Timeline& timeline) {
  const std::vector<TimelineBar>& bars = timeline.bars;
  const auto longest = std::max_element(
      bars.begin(), bars.end(),
      [](const TimelineBar& a, const TimelineBar& b) { return a.count < b.count; });
  if (bars.size() < 2 || longest->query.empty()) return;
  StyledText note;
  note.append(fmt::format("the articles of a bar: add {}date:{} to the query",
                          timeline.joined_by_and ? "AND " : "", longest->period),
              Ink::faint);
  print_wrapped(page, note, 0, 2);
}

constexpr int kMaxSparkName = 30;
constexpr int kMinSparkWidth = 8;
constexpr std::array<std::string_view, 9> kHeights = {
    " ", "\u2581", "\u2582", "\u2583", "\u2584", "\u2585", "\u2586", "\u2587", "\u2588"};

/// The counts of a timeline, so many periods together in one.
std::vector<std::uint64_t> columns_of(const Timeline& timeline, std::size_t periods) {
  std::vector<std::uint64_t> sums((timeline.bars.size() + periods - 1) / periods);
  for (std::size_t i = 0; i < timeline.bars.size(); ++i) {
    sums[i / periods] += timeline.bars[i].count;
  }
  return sums;
}

/// Never empty where there is an article.
std::string_view height_of(std::uint64_t count, std::uint64_t most) {
  if (count == 0) return kHeights.front();
  const std::uint64_t steps = kHeights.size() - 1;
  return kHeights[std::max<std::uint64_t>((count * steps + most / 2) / most, 1)];
}

struct SparkLayout {
  int name = 0;
  int count = 0;
  std::size_t periods = 1;  // in a column
  std::uint64_t most = 1;   // of a column
};

SparkLayout lay_out_sparks(const Page& page, const ValueTimelines& timelines) {
  SparkLayout layout;
  for (const ValueTimeline& value : timelines.values) {
    layout.name = std::max(layout.name, display_width(escape_for_terminal(value.value)));
    layout.count = std::max(layout.count, static_cast<int>(fmt::formatted_size("{}", value.count)));
  }
  const std::size_t bars = timelines.values.front().timeline.bars.size();
  if (!page.unlimited()) {
    layout.name = std::min({layout.name, kMaxSparkName, std::max(page.width / 3, 1)});
    const int room = std::max(page.width - layout.name - layout.count - 2, kMinSparkWidth);
    const auto columns = static_cast<std::size_t>(room);
    layout.periods = std::max<std::size_t>((bars + columns - 1) / columns, 1);
  }
  for (const ValueTimeline& value : timelines.values) {
    for (const std::uint64_t count : columns_of(value.timeline, layout.periods)) {
      layout.most = std::max(layout.most, count);
    }
  }
  return layout;
}

void print_spark(const Page& page, const ValueTimeline& value, const SparkLayout& layout) {
  const FittedText name = fit_on_line(value.value, Ink::plain, layout.name, page.color);
  std::string drawn;
  for (const std::uint64_t count : columns_of(value.timeline, layout.periods)) {
    drawn += height_of(count, layout.most);
  }
  page.out << name.shown << spaces(layout.name - name.width + 1)
           << fit_on_line(drawn, Ink::bar, kUnlimitedWidth, page.color).shown << ' ' << value.count
           << '\n';
}

/// The first and the last period, and how many a column holds.
void print_spark_axis(const Page& page, const ValueTimelines& timelines,
                      const SparkLayout& layout) {
  const std::vector<TimelineBar>& bars = timelines.values.front().timeline.bars;
  const std::string span = bars.size() == 1
                               ? bars.front().period
                               : fmt::format("{} to {}", bars.front().period, bars.back().period);
  const std::string step =
      layout.periods == 1 ? "" : fmt::format(", {} periods a column", layout.periods);
  const std::string more = timelines.more == 0 ? ""
                                               : fmt::format(", {} more of {}", timelines.more,
                                                             spec(timelines.field).name);
  StyledText note;
  note.append(fmt::format("{}{}{}", span, step, more), Ink::faint);
  print_wrapped(page, note, 0, 2);
}

}  // namespace

void print_value_timelines(const Page& page, const ValueTimelines& timelines) {
  if (timelines.values.empty() || timelines.values.front().timeline.bars.empty()) return;
  const std::string heading = fmt::format("{} by {}", spec(timelines.field).name,
                                          words_of(timelines.values.front().timeline.unit).unit);
  page.out << '\n' << fit_on_line(heading, Ink::heading, page.width, page.color).shown << '\n';
  const SparkLayout layout = lay_out_sparks(page, timelines);
  for (const ValueTimeline& value : timelines.values) print_spark(page, value, layout);
  print_spark_axis(page, timelines, layout);
}

void print_timeline(const Page& page, const Timeline& timeline) {
  if (timeline.bars.empty() && timeline.unplaced == 0) return;
  const std::string heading = fmt::format("articles by {}", words_of(timeline.unit).unit);
  page.out << '\n' << fit_on_line(heading, Ink::heading, page.width, page.color).shown << '\n';
  const Scale scale = scale_for(page, timeline.bars);
  print_bars(page, timeline, scale);
  if (timeline.unplaced > 0) print_unplaced(page, timeline);
  print_way_on(page, timeline);
}

}  // namespace newsdex
