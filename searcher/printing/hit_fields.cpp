#include "printing/hit_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "printing/marked_text.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

struct ValidText {
  std::string text;
  std::vector<ByteRange> marks;
};

/// Ill-formed text becomes valid before it is printed, and the ranges follow what moved.
ValidText to_valid(std::string_view text, const std::vector<ByteRange>& marks) {
  if (is_valid_utf8(text)) return {std::string(text), marks};
  ValidText out;
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
  const ValidText valid = to_valid(snippet.text, snippet.highlights);
  return {{"text", valid.text},
          {"highlights", ranges_json(valid.marks)},
          {"cut_before", snippet.cut_before},
          {"cut_after", snippet.cut_after}};
}

Json snippets_json(const Hit& hit) {
  Json list = Json::array();
  for (const Snippet& snippet : hit.snippets) list.push_back(snippet_json(snippet));
  return list;
}

bool is_dated(const Hit& hit) {
  return hit.date.value.precision != DatePrecision::none;
}

Json date_json(const Hit& hit) {
  return is_dated(hit) ? Json(to_string(hit.date.value)) : Json();
}

Json date_source_json(const Hit& hit) {
  return to_string(is_dated(hit) ? hit.date.source : DateSource::none);
}

Json score_json(const Hit& hit) {
  constexpr double kDecimals = 1e6;
  return std::round(hit.score * kDecimals) / kDecimals;
}

Json title_json(const Hit& hit) {
  return to_valid(hit.title, hit.title_highlights).text;
}

Json title_marks_json(const Hit& hit) {
  return ranges_json(to_valid(hit.title, hit.title_highlights).marks);
}

const std::array<HitField, 19> kHitFields = {{
    {"id", "the article's id", [](const Hit& h) { return Json(h.id); }, true},
    {"title", "its title", title_json, true},
    {"date", "when it was published, as precise as is known", date_json, true},
    {"date_precision", "minute, day, month, year or none",
     [](const Hit& h) { return Json(to_string(h.date.value.precision)); }, true},
    {"date_source", "where the date was found", date_source_json, true},
    {"source", "the outlet or agency", [](const Hit& h) { return Json(h.source); }, true},
    {"path", "the file it was read from", [](const Hit& h) { return Json(h.path); }, true},
    {"score", "how well it matches", score_json, true},
    {"actors", "persons named in it", [](const Hit& h) { return Json(h.actors); }, true},
    {"platforms", "platforms named in it", [](const Hit& h) { return Json(h.platforms); }, true},
    {"organisations", "organisations named in it",
     [](const Hit& h) { return Json(h.organisations); }, true},
    {"snippets", "passages that match", snippets_json, true},
    {"url", "its address", [](const Hit& h) { return Json(h.url); }, true},
    {"line", "where in the file it begins", [](const Hit& h) { return Json(h.line); }, true},
    {"language", "its language, as two letters", [](const Hit& h) { return Json(h.language); },
     true},
    {"places", "places named in it", [](const Hit& h) { return Json(h.places); }, true},
    {"title_highlights", "what matched in the title, as bytes", title_marks_json, false},
    {"copies", "near copies of it that match, by id", [](const Hit& h) { return Json(h.copies); },
     false},
    {"other_paths", "other files with the same article",
     [](const Hit& h) { return Json(h.other_paths); }, false},
}};

}  // namespace

std::span<const HitField> hit_fields() {
  return kHitFields;
}

const HitField* find_hit_field(std::string_view name) {
  const auto* const found = std::find_if(kHitFields.begin(), kHitFields.end(),
                                         [&](const HitField& f) { return f.name == name; });
  return found == kHitFields.end() ? nullptr : found;
}

std::string list_hit_fields() {
  std::string names;
  for (const HitField& field : kHitFields) {
    names += fmt::format("{}{}", names.empty() ? "" : ", ", field.name);
  }
  return names;
}

Json hit_json(const Hit& hit, const HitFields& fields) {
  Json out = Json::object();
  const auto add = [&](const HitField& field) { out[std::string(field.name)] = field.value(hit); };
  for (const HitField* field : fields) add(*field);
  if (!fields.empty()) return out;
  for (const HitField& field : kHitFields) add(field);
  return out;
}

}  // namespace newsdex
