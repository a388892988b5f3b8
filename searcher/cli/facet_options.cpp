#include "cli/facet_options.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <vector>

#include "query/field_names.hpp"

namespace newsdex {
namespace {

std::string facet_names() {
  std::string names;
  for (const FieldSpec& field : kFields) {
    if (field.facet) names += fmt::format("{}{}", names.empty() ? "" : ", ", field.name);
  }
  return names;
}

tl::expected<Field, QueryError> facet_field(std::string_view option, const std::string& text,
                                            std::string_view name) {
  const std::optional<Field> field = field_named(name);
  if (field && spec(*field).facet) return *field;
  const std::optional<Field> near = field_named(nearest_field_name(name));
  const std::string guess =
      near && spec(*near).facet ? fmt::format("did you mean {}? ", spec(*near).name) : "";
  return tl::unexpected(QueryError{fmt::format("{} {}: no such facet", option, text),
                                   fmt::format("{}facets are {}", guess, facet_names()), 0});
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return value;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

tl::unexpected<QueryError> bad_number(std::string_view option, const std::string& text,
                                      std::string_view name) {
  return tl::unexpected(QueryError{
      fmt::format("{} {}: a number must follow the colon", option, text),
      fmt::format("write it like {0}:20, or {0}:20+40 for the twenty after the first forty", name),
      0});
}

}  // namespace

tl::expected<FacetRequest, QueryError> facet_request(std::string_view option,
                                                     const std::string& text, std::uint32_t limit) {
  const std::size_t colon = text.find(':');
  const std::string_view name = std::string_view(text).substr(0, colon);
  const auto field = facet_field(option, text, name);
  if (!field) return tl::unexpected(field.error());
  FacetRequest request = {*field, limit, 0};
  if (colon == std::string::npos) return request;
  const std::vector<std::string_view> numbers =
      split(std::string_view(text).substr(colon + 1), '+');
  const auto values = number(numbers.front());
  const auto offset = numbers.size() > 1 ? number(numbers[1]) : 0;
  if (!values || !offset || numbers.size() > 2) return bad_number(option, text, name);
  request.limit = *values;
  request.offset = *offset;
  return request;
}

tl::expected<MatrixRequest, QueryError> matrix_request(const std::string& text,
                                                       const std::string& size) {
  const std::vector<std::string_view> parts = split(text, ':');
  const bool unit_known = parts.size() < 3 || parts[2] == "article" || parts[2] == "sentence";
  if (parts.size() < 2 || parts.size() > 3 || !unit_known) {
    return tl::unexpected(QueryError{fmt::format("--matrix {}: two fields are needed", text),
                                     "write it like actor:platform, or actor:platform:sentence",
                                     0});
  }
  MatrixRequest request;
  for (std::size_t i = 0; i < 2; ++i) {
    const auto field = facet_field("--matrix", text, parts[i]);
    if (!field) return tl::unexpected(field.error());
    (i == 0 ? request.rows : request.columns) = *field;
  }
  if (parts.size() == 3 && parts[2] == "sentence") request.unit = MatrixUnit::sentence;
  const auto is_name = [](Field field) { return spec(field).kind == FieldKind::name; };
  if (request.unit == MatrixUnit::sentence &&
      (!is_name(request.rows) || !is_name(request.columns))) {
    return tl::unexpected(
        QueryError{fmt::format("--matrix {}: sentences have names only", text),
                   "count actor, platform, org and place by sentence, other fields by article", 0});
  }
  if (size.empty()) return request;
  const std::vector<std::string_view> sizes = split(size, 'x');
  const auto rows = number(sizes.front());
  const auto columns = sizes.size() == 2 ? number(sizes[1]) : std::nullopt;
  if (!rows || !columns || *rows == 0 || *columns == 0) {
    return tl::unexpected(QueryError{fmt::format("--matrix-size {} is no size", size),
                                     "write rows and columns like 20x10", 0});
  }
  request.row_limit = *rows;
  request.column_limit = *columns;
  return request;
}

}  // namespace newsdex
