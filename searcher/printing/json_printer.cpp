// JSON of the command-line contract. The keys are in the order the contract lists them; the other
// keys of a hit, a snippet or the whole come after those.
#include <cmath>
#include <nlohmann/json.hpp>

#include "printing/marked_text.hpp"
#include "printing/result_printer.hpp"
#include "text/safe_json.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, int decimals) {
  const double factor = std::pow(10.0, decimals);
  return std::round(value * factor) / factor;
}

struct MarkedText {
  std::string text;
  std::vector<ByteRange> marks;
};

/// Ill-formed text becomes valid before it is printed, and the ranges follow what moved.
MarkedText to_valid(std::string_view text, const std::vector<ByteRange>& marks) {
  if (is_valid_utf8(text)) return {std::string(text), marks};
  MarkedText out;
  for (const MarkedPiece& piece : marked_pieces(text, marks)) {
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += to_valid_utf8(piece.text);
    if (piece.marked) out.marks.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
  }
  return out;
}

Json ranges_json(const std::vector<ByteRange>& ranges) {
  Json list = Json::array();
  for (const ByteRange& range : ranges) list.push_back(Json::array({range.begin, range.end}));
  return list;
}

Json snippet_json(const Snippet& snippet) {
  const MarkedText valid = to_valid(snippet.text, snippet.highlights);
  return {{"text", valid.text},
          {"highlights", ranges_json(valid.marks)},
          {"cut_before", snippet.cut_before},
          {"cut_after", snippet.cut_after}};
}

Json snippets_json(const std::vector<Snippet>& snippets) {
  Json list = Json::array();
  for (const Snippet& snippet : snippets) list.push_back(snippet_json(snippet));
  return list;
}

Json hit_json(const Hit& hit) {
  const bool dated = hit.date.value.precision != DatePrecision::none;
  const MarkedText title = to_valid(hit.title, hit.title_highlights);
  Json out = {{"id", hit.id},
              {"title", title.text},
              {"date", dated ? Json(to_string(hit.date.value)) : Json()},
              {"date_precision", to_string(hit.date.value.precision)},
              {"date_source", to_string(dated ? hit.date.source : DateSource::none)},
              {"source", hit.source},
              {"path", hit.path},
              {"score", rounded(hit.score, 6)},
              {"actors", hit.actors},
              {"platforms", hit.platforms},
              {"organisations", hit.organisations},
              {"snippets", snippets_json(hit.snippets)},
              {"url", hit.url},
              {"line", hit.line},
              {"language", hit.language},
              {"places", hit.places},
              {"title_highlights", ranges_json(title.marks)}};
  if (!hit.copies.empty()) out["copies"] = {{"count", hit.copies.size()}, {"ids", hit.copies}};
  if (!hit.other_paths.empty()) out["other_paths"] = hit.other_paths;
  return out;
}

Json facet_json(const Facet& facet) {
  Json list = Json::array();
  for (const FacetCount& row : facet.values) {
    Json value = {{"value", row.value}, {"count", row.count}};
    if (row.selected) value["selected"] = true;
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

Json result_json(const SearchResult& result) {
  Json hits = Json::array();
  for (const Hit& hit : result.hits) hits.push_back(hit_json(hit));
  Json out = {{"query", result.query},
              {"total", result.total},
              {"took_ms", rounded(result.took_ms, 3)},
              {"hits", std::move(hits)},
              {"facets", facets_json(result.facets)},
              {"timeline", result.timeline ? timeline_json(*result.timeline) : Json::array()}};
  if (Json more = facets_more_json(result.facets); !more.empty()) out["facets_more"] = more;
  if (result.folded > 0) out["folded"] = result.folded;
  if (result.timeline) out["timeline_unplaced"] = result.timeline->unplaced;
  out["suggestion"] = result.suggestion ? Json(*result.suggestion) : Json();
  return out;
}

void print_line(std::ostream& out, const Json& json) {
  constexpr int kOneLine = -1;
  write_safe_json(out, json.dump(kOneLine, ' ', false, Json::error_handler_t::replace));
  out << '\n';
}

}  // namespace

void print_json(std::ostream& out, const SearchResult& result) {
  print_line(out, result_json(result));
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
