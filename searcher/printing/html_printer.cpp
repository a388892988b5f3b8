#include "printing/html_printer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "printing/html_text.hpp"
#include "printing/page.hpp"
#include "printing/partial_note.hpp"
#include "printing/report_style.hpp"
#include "printing/svg_charts.hpp"

namespace newsdex {
namespace {

// Styles stand in the page itself, and nothing else is allowed: whatever of an article could get
// past the escaping is still not run and fetches nothing.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

class Report {
 public:
  Report(std::ostream& out, const SearchResult& result) : out_(out), result_(result) {}

  void print() {
    print_head();
    print_heading();
    out_ << "<main>\n";
    print_timeline();
    print_value_timelines();
    print_matrix();
    out_ << "<div class=\"columns\">\n";
    print_hits();
    print_facets();
    out_ << "</div>\n</main>\n</body>\n</html>\n";
  }

 private:
  void print_head() {
    const std::string title = result_.query.empty() ? "newsdex" : html_text(result_.query);
    out_ << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
         << "<meta http-equiv=\"Content-Security-Policy\" content=\"" << kPolicy << "\">\n"
         << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         << "<meta name=\"referrer\" content=\"no-referrer\">\n"
         << "<title>" << title << "</title>\n<style>" << kReportStyle << "</style>\n</head>\n";
  }

  void print_heading() {
    const std::string total =
        result_.total == 0 ? "Nothing found" : counted_articles(result_.total);
    out_ << "<body>\n<header>\n<h1>" << total;
    if (!result_.query.empty()) out_ << " for <bdi>" << html_text(result_.query) << "</bdi>";
    out_ << "</h1>\n";
    if (!result_.missing.empty()) out_ << "<p>" << html_text(partial_note(result_)) << "</p>\n";
    if (result_.suggestion) {
      out_ << "<p>Did you mean <bdi>" << html_text(*result_.suggestion) << "</bdi>?</p>\n";
    }
    out_ << "</header>\n";
  }

  void begin_section(std::string_view heading) {
    out_ << "<section>\n<h2>" << heading << "</h2>\n";
  }

  void print_timeline() {
    if (!result_.timeline || result_.timeline->bars.empty()) return;
    begin_section(fmt::format("articles by {}", unit_name(result_.timeline->unit)));
    out_ << timeline_svg(*result_.timeline) << '\n';
    const std::uint64_t unplaced = result_.timeline->unplaced;
    if (unplaced > 0) {
      out_ << fmt::format("<p class=\"soft\">{} without such a date {} in no bar</p>\n",
                          counted_articles(unplaced), unplaced == 1 ? "is" : "are");
    }
    out_ << "</section>\n";
  }

  void print_value_timelines() {
    if (!result_.value_timelines || result_.value_timelines->values.empty()) return;
    const ValueTimelines& all = *result_.value_timelines;
    begin_section(
        fmt::format("{} by {}", spec(all.field).name, unit_name(all.values.front().timeline.unit)));
    std::uint64_t most = 1;
    for (const ValueTimeline& value : all.values) {
      for (const TimelineBar& bar : value.timeline.bars) most = std::max(most, bar.count);
    }
    out_ << "<div class=\"series\">\n";
    for (const ValueTimeline& value : all.values) {
      out_ << "<div><bdi>" << html_text(value.value) << "</bdi> <span class=\"soft\">"
           << value.count << "</span>" << small_timeline_svg(value.timeline, most) << "</div>\n";
    }
    out_ << "</div>\n" << span_of(all.values.front().timeline) << "</section>\n";
  }

  static std::string span_of(const Timeline& timeline) {
    if (timeline.bars.empty()) return "";
    return fmt::format("<p class=\"soft\">{} to {}</p>\n", html_text(timeline.bars.front().period),
                       html_text(timeline.bars.back().period));
  }

  void print_matrix() {
    if (!result_.matrix || result_.matrix->rows.empty() || result_.matrix->columns.empty()) return;
    const Matrix& matrix = *result_.matrix;
    begin_section(fmt::format("{} and {} in one {}", spec(matrix.row_field).name,
                              spec(matrix.column_field).name,
                              matrix.unit == MatrixUnit::sentence ? "sentence" : "article"));
    out_ << "<div class=\"scroll\">" << matrix_svg(matrix) << "</div>\n";
    if (matrix.more_rows + matrix.more_columns > 0) {
      out_ << fmt::format("<p class=\"soft\">{} more of {}, {} more of {}</p>\n", matrix.more_rows,
                          spec(matrix.row_field).name, matrix.more_columns,
                          spec(matrix.column_field).name);
    }
    out_ << "</section>\n";
  }

  void print_hits() {
    out_ << "<section>\n<h2>articles</h2>\n<ol class=\"hits\">\n";
    for (const Hit& hit : result_.hits) print_hit(hit);
    out_ << "</ol>\n";
    const std::string rest = rest_text(result_);
    if (!rest.empty()) out_ << fmt::format("<p class=\"soft\">{}</p>\n", rest);
    out_ << "</section>\n";
  }

  void print_hit(const Hit& hit) {
    const std::string title =
        hit.title.empty() ? "(no title)" : marked_html(hit.title, hit.title_highlights);
    out_ << "<li>\n<h3 dir=\"auto\">";
    const bool linked = hit.url.starts_with("https://") || hit.url.starts_with("http://");
    if (linked) {
      out_ << "<a rel=\"noopener noreferrer\" href=\"" << html_text(hit.url) << "\">" << title
           << "</a>";
    } else {
      out_ << title;
    }
    out_ << "</h3>\n<p class=\"soft\">" << facts_of(hit) << "</p>\n";
    for (const Snippet& snippet : hit.snippets) print_snippet(snippet);
    out_ << "<p class=\"soft place\">" << place_text(hit) << "</p>\n</li>\n";
  }

  static std::string facts_of(const Hit& hit) {
    std::string facts = hit.date.value.precision == DatePrecision::none
                            ? "no date"
                            : html_text(to_string(hit.date.value).substr(0, 10));
    const auto add = [&](std::string_view separator, const std::string& fact) {
      facts += fmt::format("{}<bdi>{}</bdi>", separator, html_text(fact));
    };
    if (!hit.source.empty()) add(" \u00B7 ", hit.source);
    for (const std::vector<std::string>* names : {&hit.actors, &hit.platforms}) {
      std::string_view separator = " \u00B7 ";
      for (const std::string& name : *names) {
        add(separator, name);
        separator = ", ";
      }
    }
    if (!hit.copies.empty()) add(" \u00B7 ", copies_text(hit.copies.size()));
    return facts;
  }

  static std::string place_text(const Hit& hit) {
    if (hit.path.empty() || hit.path == "-") return html_text(hit.id);
    return html_text(hit.line == 0 ? hit.path : fmt::format("{}:{}", hit.path, hit.line));
  }

  void print_snippet(const Snippet& snippet) {
    out_ << "<blockquote dir=\"auto\">" << (snippet.cut_before ? "\u2026 " : "")
         << marked_html(snippet.text, snippet.highlights) << (snippet.cut_after ? " \u2026" : "")
         << "</blockquote>\n";
  }

  void print_facets() {
    out_ << "<aside>\n";
    for (const Facet& facet : result_.facets) print_facet(facet);
    out_ << "</aside>\n";
  }

  void print_facet(const Facet& facet) {
    if (facet.values.empty()) return;
    begin_section(spec(facet.field).name);
    std::uint64_t most = 1;
    for (const FacetCount& row : facet.values) most = std::max(most, row.count);
    out_ << "<ul class=\"values\">\n";
    for (const FacetCount& row : facet.values) {
      const std::string_view kind = row.selected   ? " class=\"chosen\""
                                    : row.excluded ? " class=\"excluded\""
                                                   : "";
      out_ << "<li" << kind << "><div class=\"row\"><bdi>" << html_text(row.value)
           << "</bdi><span class=\"count\">" << row.count << "</span></div>"
           << share_svg(row.count, most) << "</li>\n";
    }
    out_ << "</ul>\n";
    if (facet.more > 0) out_ << fmt::format("<p class=\"soft\">{} more</p>\n", facet.more);
    out_ << "</section>\n";
  }

  static std::string_view unit_name(TimelineUnit unit) {
    constexpr std::array<std::string_view, 4> kNames = {"year", "month", "week", "day"};
    return kNames[static_cast<std::size_t>(unit)];
  }

  std::ostream& out_;
  const SearchResult& result_;
};

}  // namespace

void print_html(std::ostream& out, const SearchResult& result) {
  Report(out, result).print();
}

}  // namespace newsdex
