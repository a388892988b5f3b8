#include "printing/answer_printer.hpp"

#include <set>
#include <string>

#include "printing/html_printer.hpp"
#include "printing/value_table.hpp"
#include "text/escape.hpp"

namespace newsdex {
namespace {

class ListWriter {
 public:
  ListWriter(std::ostream& out, bool null_separated) : out_(out), null_(null_separated) {}

  void write(const std::string& text) {
    if (null_) {
      out_ << text << '\0';
    } else {
      out_ << escape_for_terminal(text) << '\n';
    }
  }

 private:
  std::ostream& out_;
  bool null_;
};

void print_list(std::ostream& out, const SearchResult& result, const AnswerStyle& style) {
  ListWriter list(out, style.null_separated);
  if (style.part == OutputPart::count) {
    out << result.total << '\n';
    return;
  }
  std::set<std::string_view> seen;
  for (const Hit& hit : result.hits) {
    if (style.part == OutputPart::ids) {
      list.write(hit.id);
    } else if (!hit.path.empty() && hit.path != "-" && seen.insert(hit.path).second) {
      list.write(hit.path);
    }
  }
}

// Leaves only what was asked for.
void keep_part(SearchResult& result, OutputPart part) {
  if (part == OutputPart::all) return;
  if (part != OutputPart::hits) result.hits.clear();
  if (part != OutputPart::facets) result.facets.clear();
  if (part != OutputPart::matrix) result.matrix.reset();
  if (part != OutputPart::timeline) {
    result.timeline.reset();
    result.value_timelines.reset();
  }
}

// JSON Lines have all fields of hits, a sheet those that a person reads.
ValueTable hits_for(const SearchResult& result, const AnswerStyle& style) {
  HitFields fields = style.text.fields;
  if (fields.empty() && style.format == OutputFormat::jsonl) {
    for (const HitField& field : hit_fields()) fields.push_back(&field);
  }
  return hits_table(result, fields);
}

ValueTable table_for(const SearchResult& result, const AnswerStyle& style) {
  switch (style.part) {
    case OutputPart::facets:
      return facets_table(result);
    case OutputPart::timeline:
      return result.value_timelines ? value_timelines_table(result) : timeline_table(result);
    case OutputPart::matrix:
      return matrix_table(result);
    default:
      return hits_for(result, style);
  }
}

}  // namespace

void print_answer(std::ostream& out, SearchResult result, const AnswerStyle& style) {
  if (is_plain_list(style.part)) return print_list(out, result, style);
  keep_part(result, style.part);
  switch (style.format) {
    case OutputFormat::text:
      return print_text(out, result, style.text);
    case OutputFormat::json:
      return print_json(out, result, style.text.fields);
    case OutputFormat::jsonl:
      return print_json_lines(out, table_for(result, style));
    case OutputFormat::csv:
      return print_csv(out, table_for(result, style));
    case OutputFormat::tsv:
      return print_tsv(out, table_for(result, style));
    case OutputFormat::html:
      return print_html(out, result);
  }
}

}  // namespace newsdex
