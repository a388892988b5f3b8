// The text output, top to bottom: what was found, the hits, the facets, the timelines, the matrix.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "printing/facet_table.hpp"
#include "printing/hit_list.hpp"
#include "printing/matrix_table.hpp"
#include "printing/page.hpp"
#include "printing/partial_note.hpp"
#include "printing/result_printer.hpp"
#include "printing/timeline_chart.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kMaxQueryLines = 3;
constexpr int kGap = 2;

/// `tail` at the right edge, on the line that has `used` columns if there is room, else below it.
void print_tail(const Page& page, const std::string& tail, int used) {
  const int width = static_cast<int>(tail.size());
  int padding = kGap;
  if (!page.unlimited()) {
    const bool fits = used + kGap + width <= page.width;
    if (!fits) page.out << '\n';
    padding = page.width - width - (fits ? used : 0);
  }
  page.out << spaces(padding) << fit_on_line(tail, Ink::faint, page.width, page.color).shown
           << '\n';
}

void print_summary(const Page& page, const SearchResult& result) {
  StyledText summary;
  summary.append(result.total == 0 ? "Nothing found" : counted_articles(result.total));
  if (!result.query.empty()) {
    summary.append(" for ");
    summary.append(result.query, Ink::query);
  }
  int used = 0;
  for (const StyledLine& line : summary.wrap(page.width, kMaxQueryLines)) {
    if (used > 0) page.out << '\n';
    page.out << summary.render(line, page.color);
    used = line.width;
  }
  print_tail(page, fmt::format("({:.1f} ms)", result.took_ms), used);
}

void print_suggestion(const Page& page, const std::string& suggestion) {
  StyledText text;
  text.append("Did you mean ");
  text.append(suggestion, Ink::query);
  text.append("?");
  print_wrapped(page, text, 0, kMaxQueryLines);
}

void print_partial(const Page& page, const SearchResult& result) {
  StyledText text;
  text.append(partial_note(result), Ink::query);
  print_wrapped(page, text, 0, kMaxQueryLines);
}

void print_rest(const Page& page, const SearchResult& result) {
  const std::string rest = rest_text(result);
  if (rest.empty()) return;
  StyledText text;
  text.append(rest, Ink::faint);
  page.out << '\n';
  print_wrapped(page, text, 1, 1);
}

/// A facet without values is worth telling about only where something was found.
std::vector<Facet> facets_to_show(const SearchResult& result) {
  std::vector<Facet> facets;
  std::copy_if(result.facets.begin(), result.facets.end(), std::back_inserter(facets),
               [&](const Facet& facet) { return result.total > 0 || !facet.values.empty(); });
  return facets;
}

}  // namespace

void print_text(std::ostream& out, const SearchResult& result, const TextStyle& style) {
  const Page page(out, style);
  print_summary(page, result);
  if (!result.missing.empty()) print_partial(page, result);
  if (result.suggestion) print_suggestion(page, *result.suggestion);
  if (style.fields.empty()) {
    print_hits(page, result.hits, result.offset);
  } else {
    print_fields(page, result.hits, result.offset, style.fields);
  }
  print_rest(page, result);
  print_facets(page, facets_to_show(result));
  if (result.timeline) print_timeline(page, *result.timeline);
  if (result.value_timelines) print_value_timelines(page, *result.value_timelines);
  if (result.matrix) print_matrix(page, *result.matrix, style.cell_queries);
}

}  // namespace newsdex
