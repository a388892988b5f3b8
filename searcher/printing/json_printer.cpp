// One JSON object for an answer, on which scripts rely: keys are added, but none is renamed or
// removed.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "printing/hit_fields.hpp"
#include "printing/result_printer.hpp"
#include "text/safe_json.hpp"

namespace newsdex {
namespace {

double rounded(double value, int decimals) {
  const double factor = std::pow(10.0, decimals);
  return std::round(value * factor) / factor;
}

Json facet_json(const Facet& facet) {
  Json list = Json::array();
  for (const FacetCount& row : facet.values) {
    Json value = {{"value", row.value}, {"count", row.count}};
    if (row.selected) value["selected"] = true;
    if (row.excluded) value["excluded"] = true;
    if (row.discovered) value["tagged_by"] = "discovery";
    list.push_back(std::move(value));
  }
  return list;
}

Json timeline_json(const Timeline& timeline) {
  Json list = Json::array();
  for (const TimelineBar& bar : timeline.bars) {
    list.push_back({{"period", bar.period}, {"count", bar.count}, {"query", bar.query}});
  }
  return list;
}

Json value_timelines_json(const ValueTimelines& timelines) {
  Json values = Json::array();
  for (const ValueTimeline& value : timelines.values) {
    values.push_back({{"value", value.value},
                      {"count", value.count},
                      {"timeline", timeline_json(value.timeline)},
                      {"unplaced", value.timeline.unplaced}});
  }
  return {{"field", spec(timelines.field).name},
          {"values", std::move(values)},
          {"more", timelines.more}};
}

Json matrix_values_json(const std::vector<MatrixValue>& values) {
  Json list = Json::array();
  for (const MatrixValue& value : values) {
    list.push_back({{"value", value.value}, {"count", value.count}});
  }
  return list;
}

/// `cells` is a list a row.
Json matrix_json(const Matrix& matrix) {
  Json cells = Json::array();
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
    Json& list = cells.emplace_back(Json::array());
    for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
      const MatrixCell& cell = matrix.cell(row, column);
      list.push_back({{"count", cell.count}, {"query", cell.query}});
    }
  }
  return {{"row_field", spec(matrix.row_field).name},
          {"column_field", spec(matrix.column_field).name},
          {"by", matrix.unit == MatrixUnit::sentence ? "sentence" : "article"},
          {"rows", matrix_values_json(matrix.rows)},
          {"columns", matrix_values_json(matrix.columns)},
          {"cells", std::move(cells)},
          {"more_rows", matrix.more_rows},
          {"more_columns", matrix.more_columns}};
}

std::uint64_t counted(const std::vector<FacetCount>& values) {
  return static_cast<std::uint64_t>(
      std::count_if(values.begin(), values.end(), [](const FacetCount& row) {
        return row.count > 0;  // not one that is there only because it was chosen
      }));
}

/// Adds what a further page of a facet has to those before it. More are then all that none has.
void add_page(Facet& whole, const Facet& page) {
  const std::uint64_t all = page.before + counted(page.values) + page.more;
  for (const FacetCount& row : page.values) {
    const bool known =
        std::any_of(whole.values.begin(), whole.values.end(),
                    [&](const FacetCount& other) { return other.value == row.value; });
    if (!known) whole.values.push_back(row);
  }
  std::stable_sort(whole.values.begin(), whole.values.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.count > b.count; });
  whole.more = all - std::min(all, counted(whole.values));
}

/// A field is one key however often it is asked for: pages of it are put together.
std::vector<Facet> joined_pages(const std::vector<Facet>& facets) {
  std::vector<Facet> joined;
  for (const Facet& facet : facets) {
    const auto known = std::find_if(joined.begin(), joined.end(),
                                    [&](const Facet& other) { return other.field == facet.field; });
    if (known == joined.end()) {
      joined.push_back(facet);
    } else {
      add_page(*known, facet);
    }
  }
  return joined;
}

Json facets_json(const std::vector<Facet>& facets) {
  Json out = Json::object();
  for (const Facet& facet : facets) out[std::string(spec(facet.field).name)] = facet_json(facet);
  return out;
}

/// How many values each facet leaves out; only of those that do.
Json facets_more_json(const std::vector<Facet>& facets) {
  Json out = Json::object();
  for (const Facet& facet : facets) {
    if (facet.more > 0) out[std::string(spec(facet.field).name)] = facet.more;
  }
  return out;
}

Json missing_json(const std::vector<MissingShard>& missing) {
  Json list = Json::array();
  for (const MissingShard& shard : missing)
    list.push_back({{"shard", shard.name}, {"reason", shard.reason}});
  return list;
}

Json result_json(const SearchResult& result, const HitFields& fields) {
  Json hits = Json::array();
  for (const Hit& hit : result.hits) hits.push_back(hit_json(hit, fields));
  const std::vector<Facet> facets = joined_pages(result.facets);
  Json out = {{"query", result.query},
              {"total", result.total},
              {"took_ms", rounded(result.took_ms, 3)},
              {"hits", std::move(hits)},
              {"facets", facets_json(facets)},
              {"timeline", result.timeline ? timeline_json(*result.timeline) : Json::array()}};
  if (Json more = facets_more_json(facets); !more.empty()) out["facets_more"] = more;
  if (result.folded > 0) out["folded"] = result.folded;
  if (result.timeline) out["timeline_unplaced"] = result.timeline->unplaced;
  if (result.value_timelines) out["timelines"] = value_timelines_json(*result.value_timelines);
  if (result.matrix) out["matrix"] = matrix_json(*result.matrix);
  if (!result.missing.empty()) {
    out["partial"] = true;
    out["missing_shards"] = missing_json(result.missing);
  }
  if (!result.notes.empty()) out["notes"] = result.notes;
  out["suggestion"] = result.suggestion ? Json(*result.suggestion) : Json();
  return out;
}

void print_line(std::ostream& out, const Json& json) {
  constexpr int kOneLine = -1;
  write_safe_json(out, json.dump(kOneLine, ' ', false, Json::error_handler_t::replace));
  out << '\n';
}

}  // namespace

void print_json(std::ostream& out, const SearchResult& result, const HitFields& fields) {
  print_line(out, result_json(result, fields));
}

void print_json_error(std::ostream& out, std::string_view query, std::uint64_t line,
                      const QueryError& error) {
  print_line(out, {{"query", query},
                   {"error", error.message},
                   {"hint", error.hint},
                   {"line", line},
                   {"column", error.column}});
}

}  // namespace newsdex
