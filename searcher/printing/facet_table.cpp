#include "printing/facet_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/display_width.hpp"
#include "text/escape.hpp"

namespace newsdex {
namespace {

constexpr int kMarkerWidth = 2;  // "* "
constexpr int kCountGap = 2;     // between value and count
constexpr int kTableGap = 4;     // between tables side by side
constexpr int kWidePage = 100;   // from here on tables stand side by side
constexpr int kMaxValueWidth = 40;

struct ColumnWidths {
  int value = 0;
  int count = 0;

  [[nodiscard]] int total() const { return kMarkerWidth + value + kCountGap + count; }
};

/// A printed table: each line is `width` columns wide at most, its own width beside it.
struct Table {
  std::vector<FittedText> lines;
  int width = 0;
};

int count_width(std::uint64_t count) {
  return static_cast<int>(fmt::formatted_size("{}", count));
}

ColumnWidths natural_widths(const Facet& facet) {
  ColumnWidths widths;
  for (const FacetCount& row : facet.values) {
    widths.value = std::max(widths.value, display_width(escape_for_terminal(row.value)));
    widths.count = std::max(widths.count, count_width(row.count));
  }
  return widths;
}

ColumnWidths fitted_widths(ColumnWidths widths, const Page& page) {
  if (page.unlimited()) return widths;
  const int room = page.width - kMarkerWidth - kCountGap - widths.count;
  widths.value = std::min({widths.value, kMaxValueWidth, std::max(room, 1)});
  return widths;
}

FittedText table_row(const FacetCount& row, const ColumnWidths& widths, bool color) {
  const Ink ink = row.selected ? Ink::selected : row.excluded ? Ink::faint : Ink::plain;
  const std::string_view sign = row.selected ? "* " : row.excluded ? "- " : "  ";
  const FittedText marker = fit_on_line(sign, ink, kMarkerWidth, color);
  const FittedText value = fit_on_line(row.value, ink, widths.value, color);
  const std::string count = fmt::format("{:>{}}", row.count, widths.count);
  const int padding = widths.value - value.width + kCountGap;
  return {marker.shown + value.shown + spaces(padding) +
              fit_on_line(count, ink, widths.count, color).shown,
          kMarkerWidth + value.width + padding + static_cast<int>(count.size())};
}

std::string rest_of(const Facet& facet) {
  if (facet.more > 0 && facet.before > 0) {
    return fmt::format("  {} before, {} more", facet.before, facet.more);
  }
  if (facet.before > 0) return fmt::format("  {} before", facet.before);
  if (facet.more > 0) return fmt::format("  {} more", facet.more);
  return facet.values.empty() ? "  none" : "";
}

Table make_table(const Facet& facet, const ColumnWidths& widths, const Page& page) {
  Table table;
  table.lines.push_back(fit_on_line(spec(facet.field).name, Ink::heading, page.width, page.color));
  for (const FacetCount& row : facet.values) {
    table.lines.push_back(table_row(row, widths, page.color));
  }
  const std::string rest = rest_of(facet);
  if (!rest.empty()) table.lines.push_back(fit_on_line(rest, Ink::faint, page.width, page.color));
  for (const FittedText& line : table.lines) table.width = std::max(table.width, line.width);
  return table;
}

void print_table_row(const Page& page, std::span<const Table> tables) {
  std::size_t height = 0;
  for (const Table& table : tables) height = std::max(height, table.lines.size());
  for (std::size_t at = 0; at < height; ++at) {
    int pending = 0;  // columns to skip before the next table; none are left at a line's end
    for (const Table& table : tables) {
      const FittedText line = at < table.lines.size() ? table.lines[at] : FittedText{};
      if (line.width > 0) page.out << spaces(pending) << line.shown;
      pending = (line.width > 0 ? 0 : pending) + table.width - line.width + kTableGap;
    }
    page.out << '\n';
  }
}

/// Below one another, with one width for all so that the counts form a column.
void print_stacked(const Page& page, std::span<const Facet> facets) {
  ColumnWidths widths;
  for (const Facet& facet : facets) {
    const ColumnWidths own = natural_widths(facet);
    widths = {std::max(widths.value, own.value), std::max(widths.count, own.count)};
  }
  for (const Facet& facet : facets) {
    const Table table = make_table(facet, fitted_widths(widths, page), page);
    page.out << '\n';
    print_table_row(page, std::span(&table, 1));
  }
}

void print_side_by_side(const Page& page, std::span<const Facet> facets) {
  std::vector<Table> row;
  int used = 0;
  const auto flush = [&] {
    page.out << '\n';
    print_table_row(page, row);
    row.clear();
    used = 0;
  };
  for (const Facet& facet : facets) {
    Table table = make_table(facet, fitted_widths(natural_widths(facet), page), page);
    if (!row.empty() && used + table.width > page.width) flush();
    used += table.width + kTableGap;
    row.push_back(std::move(table));
  }
  if (!row.empty()) flush();
}

}  // namespace

void print_facets(const Page& page, std::span<const Facet> facets) {
  if (!page.unlimited() && page.width >= kWidePage) {
    print_side_by_side(page, facets);
  } else {
    print_stacked(page, facets);
  }
}

}  // namespace newsdex
