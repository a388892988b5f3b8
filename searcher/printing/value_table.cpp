#include "printing/value_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/escape.hpp"
#include "text/safe_json.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

constexpr std::string_view kListSeparator = "; ";
constexpr std::string_view kSnippetSeparator = " \u2026 ";

/// A spreadsheet may take these for the beginning of a formula.
constexpr std::array<std::string_view, 8> kFormulaSigns = {"=",      "+",      "-",      "@",
                                                           "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};

bool may_be_formula(std::string_view text) {
  // Some programs drop spaces first.
  const std::string_view bare = text.substr(std::min(text.find_first_not_of(' '), text.size()));
  return std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(),
                     [&](std::string_view sign) { return bare.starts_with(sign); });
}

bool begins_with_control(std::string_view text) {
  return !text.empty() && (text.front() == '\t' || text.front() == '\r' || text.front() == '\n');
}

std::string list_text(const Json& list) {
  std::string out;
  for (const Json& item : list) {
    const bool is_snippet = item.is_object();
    if (!out.empty()) out += is_snippet ? kSnippetSeparator : kListSeparator;
    out += is_snippet ? item.value("text", std::string()) : cell_text(item);
  }
  return out;
}

/// Numbers are ours and never a formula.
std::string safe_cell(const Json& value) {
  return value.is_number() ? value.dump() : defused_cell(cell_text(value));
}

void print_rows(std::ostream& out, const ValueTable& table, std::string_view separator,
                std::string_view line_end, std::string (*cell)(const Json&)) {
  const auto print_row = [&](const auto& cells, auto&& shown) {
    std::string_view before;
    for (const auto& value : cells) {
      out << before << shown(value);
      before = separator;
    }
    out << line_end;
  };
  print_row(table.columns, [](const std::string& name) { return name; });
  for (const auto& row : table.rows) print_row(row, cell);
}

}  // namespace

std::string cell_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return "";
  if (value.is_array()) return list_text(value);
  return value.dump();
}

std::string defused_cell(std::string_view text) {
  std::string shown = escape_for_terminal(text);
  if (begins_with_control(text) || may_be_formula(shown)) shown.insert(0, 1, '\'');
  return shown;
}

std::string csv_cell(std::string_view text) {
  const std::string cell = defused_cell(text);
  if (cell.find_first_of(",\"") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  quoted += '"';
  return quoted;
}

void print_csv(std::ostream& out, const ValueTable& table) {
  print_rows(out, table, ",", "\r\n", [](const Json& value) {
    return value.is_number() ? value.dump() : csv_cell(cell_text(value));
  });
}

void print_tsv(std::ostream& out, const ValueTable& table) {
  print_rows(out, table, "\t", "\n", safe_cell);
}

void print_json_lines(std::ostream& out, const ValueTable& table) {
  constexpr int kOneLine = -1;
  for (const auto& row : table.rows) {
    Json object = Json::object();
    for (std::size_t i = 0; i < row.size(); ++i) object[table.columns[i]] = row[i];
    write_safe_json(out, object.dump(kOneLine, ' ', false, Json::error_handler_t::replace));
    out << '\n';
  }
}

ValueTable hits_table(const SearchResult& result, const HitFields& fields) {
  HitFields chosen = fields;
  if (chosen.empty()) {
    for (const HitField& field : hit_fields()) {
      if (field.in_tables) chosen.push_back(&field);
    }
  }
  ValueTable table;
  for (const HitField* field : chosen) table.columns.emplace_back(field->name);
  for (const Hit& hit : result.hits) {
    std::vector<Json>& row = table.rows.emplace_back();
    for (const HitField* field : chosen) row.push_back(field->value(hit));
  }
  return table;
}

ValueTable facets_table(const SearchResult& result) {
  ValueTable table = {{"field", "value", "count", "selected", "excluded"}, {}};
  for (const Facet& facet : result.facets) {
    for (const FacetCount& row : facet.values) {
      table.rows.push_back({std::string(spec(facet.field).name), to_valid_utf8(row.value),
                            row.count, row.selected, row.excluded});
    }
  }
  return table;
}

ValueTable value_timelines_table(const SearchResult& result) {
  ValueTable table = {{"field", "value", "period", "count", "query"}, {}};
  if (!result.value_timelines) return table;
  const std::string field(spec(result.value_timelines->field).name);
  for (const ValueTimeline& value : result.value_timelines->values) {
    for (const TimelineBar& bar : value.timeline.bars) {
      table.rows.push_back({field, to_valid_utf8(value.value), bar.period, bar.count, bar.query});
    }
  }
  return table;
}

// Where both fields are one, the columns need two names.
ValueTable matrix_table(const SearchResult& result) {
  ValueTable table = {{"row", "column", "count", "query"}, {}};
  if (!result.matrix) return table;
  const Matrix& matrix = *result.matrix;
  if (matrix.row_field != matrix.column_field) {
    table.columns[0] = spec(matrix.row_field).name;
    table.columns[1] = spec(matrix.column_field).name;
  }
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
      const MatrixCell& cell = matrix.cell(row, column);
      table.rows.push_back({to_valid_utf8(matrix.rows[row].value),
                            to_valid_utf8(matrix.columns[column].value), cell.count, cell.query});
    }
  }
  return table;
}

ValueTable timeline_table(const SearchResult& result) {
  ValueTable table = {{"period", "count", "query"}, {}};
  if (!result.timeline) return table;
  for (const TimelineBar& bar : result.timeline->bars) {
    table.rows.push_back({bar.period, bar.count, bar.query});
  }
  return table;
}

}  // namespace newsdex
