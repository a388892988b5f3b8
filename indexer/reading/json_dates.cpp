#include "reading/json_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "reading/json_record.hpp"
#include "text/utf8.hpp"

namespace newsdex {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMostBytes = 200;

// Of an object, where its date may stand.
constexpr auto kDateKeys =
    std::to_array<std::string_view>({"$date", "$numberLong", "@value", "value", "date", "published",
                                     "iso", "#text", "_text", "timestamp", "seconds", "_seconds"});

bool is_number_byte(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

std::string date_text(dom::element value, int depth);

std::string lines_of(const dom::array& list, int depth) {
  constexpr std::size_t kMostElements = 8;
  std::string lines;
  std::size_t count = 0;
  for (const dom::element each : list) {
    if (++count > kMostElements) break;
    const std::string line = date_text(each, depth + 1);
    if (!line.empty()) lines.append(lines.empty() ? "" : "\n").append(line);
  }
  return lines;
}

std::string date_text(dom::element value, int depth) {
  constexpr int kMaxDepth = 3;
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (value.is_null()) return {};
  double fraction = 0;
  if (value.type() == dom::element_type::DOUBLE && value.get(fraction) == simdjson::SUCCESS) {
    return fmt::format("{:.3f}", fraction);
  }
  dom::array list;
  if (depth < kMaxDepth && value.get(list) == simdjson::SUCCESS) return lines_of(list, depth);
  dom::object object;
  if (depth < kMaxDepth && value.get(object) == simdjson::SUCCESS) {
    for (const std::string_view key : kDateKeys) {
      dom::element inner;
      if (object.at_key(key).get(inner) == simdjson::SUCCESS) return date_text(inner, depth + 1);
    }
  }
  return std::string(cut_to_bytes(simdjson::minify(value), kMostBytes));
}

}  // namespace

std::string json_date_text(dom::element value) {
  return date_text(value, 0);
}

std::string with_large_numbers_quoted(std::string_view json) {
  constexpr std::size_t kMostDigits = 18;  // fit in 64 bits
  std::string out;
  for (std::size_t at = 0; at < json.size();) {
    std::size_t end = at + 1;
    const bool number = is_number_byte(json[at]) && json[at] != 'e' && json[at] != 'E';
    if (json[at] == '"') {
      end = end_of_json_string(json, at);
    } else if (number) {
      while (end < json.size() && is_number_byte(json[end])) ++end;
    } else {
      end = std::min(json.find_first_of("\"-+.0123456789", end), json.size());
    }
    const std::string_view part = json.substr(at, end - at);
    const bool large =
        number && (part.size() > kMostDigits || part.find_first_of("eE") != std::string_view::npos);
    if (large) out += '"';
    out += part;
    if (large) out += '"';
    at = end;
  }
  return out;
}

}  // namespace newsdex
