#include "cli/search_request.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <charconv>

namespace newsdex {
namespace {

constexpr std::uint32_t kFacetValuesInText = 10;
constexpr std::array<std::string_view, 4> kUnits = {"year", "month", "week", "day"};

QueryError bad_date(std::string_view option, const std::string& value) {
  return {fmt::format("{} {} is no date", option, value),
          "write it like 2018, 2018-04 or 2018-04-30", 0};
}

// --since and --until as one filter.
tl::expected<std::optional<Query>, QueryError> date_filter(const SearcherOptions& options) {
  DateQuery date;
  if (!options.since.empty()) {
    const auto since = parse_date_range(options.since);
    if (!since) return tl::unexpected(bad_date("--since", options.since));
    date.range.first = since->first;
  }
  if (!options.until.empty()) {
    const auto until = parse_date_range(options.until);
    if (!until) return tl::unexpected(bad_date("--until", options.until));
    date.range.last = until->last;
  }
  if (options.since.empty() && options.until.empty()) return std::nullopt;
  if (date.range.first && date.range.last && *date.range.first > *date.range.last) {
    return tl::unexpected(QueryError{
        fmt::format("--since {} is after --until {}", options.since, options.until), "", 0});
  }
  date.text = fmt::format("{}..{}", options.since, options.until);
  return Query{std::move(date), 0};
}

std::string facet_names() {
  std::string names;
  for (const FieldSpec& field : kFields) {
    if (field.facet) names += fmt::format("{}{}", names.empty() ? "" : ", ", field.name);
  }
  return names;
}

tl::expected<FacetRequest, QueryError> facet_request(const std::string& text, std::uint32_t limit) {
  const std::size_t colon = text.find(':');
  const std::string name = text.substr(0, colon);
  const std::optional<Field> field = field_named(name);
  if (!field || !spec(*field).facet) {
    return tl::unexpected(QueryError{fmt::format("--facet {}: no such facet", name),
                                     "facets are " + facet_names(), 0});
  }
  FacetRequest request = {*field, limit};
  if (colon == std::string::npos) return request;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data() + colon + 1, end, request.limit);
  if (parsed.ec != std::errc() || parsed.ptr != end) {
    return tl::unexpected(
        QueryError{fmt::format("--facet {}: a number must follow the colon", text),
                   fmt::format("write it like {}:20", name), 0});
  }
  return request;
}

// Quotes within a value say nothing: names are compared without them.
std::string quoted_if_needed(std::string value) {
  std::erase(value, '"');
  return value.find_first_of(" \t()") == std::string::npos ? value : fmt::format("\"{}\"", value);
}

// The query as one could have typed it, with the options as fields.
std::string full_query_text(const SearcherOptions& options, const Query& typed) {
  std::string text = fmt::format("{}", fmt::join(options.words, " "));
  const auto* both = std::get_if<AndQuery>(&typed.node);
  const bool loose =
      std::holds_alternative<OrQuery>(typed.node) || (both != nullptr && !both->implied);
  const bool filtered =
      !options.filters.empty() || !options.since.empty() || !options.until.empty();
  if (loose && filtered) text = fmt::format("({})", text);
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
  for (const FilterOption& filter : options.filters) {
    add(fmt::format("{}:{}", spec(filter.field).name, quoted_if_needed(filter.value)));
  }
  if (!options.since.empty() || !options.until.empty()) {
    add(fmt::format("date:{}..{}", options.since, options.until));
  }
  return text;
}

}  // namespace

tl::expected<SearchRequest, QueryError> make_request(const SearcherOptions& options) {
  auto query = parse_query(fmt::format("{}", fmt::join(options.words, " ")));
  if (!query) return tl::unexpected(query.error());
  std::vector<Query> filters;
  for (const FilterOption& filter : options.filters) {
    filters.push_back({ValueQuery{filter.field, filter.value}, 0});
  }
  auto date = date_filter(options);
  if (!date) return tl::unexpected(date.error());
  if (*date) filters.push_back(std::move(**date));

  SearchRequest request;
  request.query_text = full_query_text(options, *query);
  request.query = with_filters(std::move(*query), std::move(filters));
  const std::uint32_t values = options.format == OutputFormat::text ? kFacetValuesInText : 0;
  const std::vector<std::string> standard = {"actor", "platform"};
  for (const std::string& facet : options.facets.empty() ? standard : options.facets) {
    const auto parsed = facet_request(facet, values);
    if (!parsed) return tl::unexpected(parsed.error());
    request.facets.push_back(*parsed);
  }
  for (std::size_t unit = 0; unit < kUnits.size(); ++unit) {
    if (options.timeline == kUnits[unit]) request.timeline = static_cast<TimelineUnit>(unit);
  }
  request.sort = options.sort;
  request.limit = options.limit;
  request.offset = options.offset;
  return request;
}

}  // namespace newsdex
