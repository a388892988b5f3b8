#include "cli/search_request.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "query/date_expression.hpp"

namespace newsdex {
namespace {

constexpr std::uint32_t kFacetValuesInText = 10;
constexpr std::array<std::string_view, 4> kUnits = {"year", "month", "week", "day"};

QueryError bad_date(std::string_view option, const std::string& value) {
  return {fmt::format("{} {} is no date", option, value),
          "write it like 2018, 2018-04, 2018-04-30, 2018-W18, 2018-Q2 or \"last month\"", 0};
}

// --since and --until as one filter.
tl::expected<std::optional<Query>, QueryError> date_filter(const SearcherOptions& options,
                                                           Day today) {
  DateExpressionReader reader(today);
  DateQuery date;
  if (!options.since.empty()) {
    const auto since = reader.read(options.since);
    if (!since || !since->range.first) return tl::unexpected(bad_date("--since", options.since));
    date.range.first = since->range.first;
    date.in_words |= since->in_words;
  }
  if (!options.until.empty()) {
    const auto until = reader.read(options.until);
    if (!until || !until->range.last) return tl::unexpected(bad_date("--until", options.until));
    date.range.last = until->range.last;
    date.in_words |= until->in_words;
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

// Whether what is written after the query would bind to a part of it alone.
bool is_loose(const Query& query) {
  const auto* both = std::get_if<AndQuery>(&query.node);
  return std::holds_alternative<OrQuery>(query.node) || (both != nullptr && !both->implied);
}

// The query as one could have typed it, with the options as fields. `narrowed`: so that further
// filters may be written after it.
std::string full_query_text(const SearcherOptions& options, const Query& typed, bool narrowed) {
  std::string text = fmt::format("{}", fmt::join(options.words, " "));
  const bool filtered =
      !options.filters.empty() || !options.since.empty() || !options.until.empty();
  if (is_loose(typed) && (filtered || narrowed)) text = fmt::format("({})", text);
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
  for (const FilterOption& filter : options.filters) {
    add(fmt::format("{}:{}", spec(filter.field).name, quoted_if_needed(filter.value)));
  }
  if (!options.since.empty() || !options.until.empty()) {
    add("date:" + quoted_if_needed(fmt::format("{}..{}", options.since, options.until)));
  }
  return text;
}

}  // namespace

tl::expected<SearchRequest, QueryError> make_request(const SearcherOptions& options,
                                                     const SavedQueries& saved) {
  const Day today = local_today();
  auto query = parse_query(fmt::format("{}", fmt::join(options.words, " ")), today, saved);
  if (!query) return tl::unexpected(query.error());
  std::vector<Query> filters;
  for (const FilterOption& filter : options.filters) {
    auto parsed = filter_query(filter.field, filter.value, today);
    if (!parsed) return tl::unexpected(std::move(parsed.error()));
    filters.push_back(std::move(*parsed));
  }
  auto date = date_filter(options, today);
  if (!date) return tl::unexpected(date.error());
  if (*date) filters.push_back(std::move(**date));

  SearchRequest request;
  request.query_text = full_query_text(options, *query, false);
  request.narrowed_text = full_query_text(options, *query, true);
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
  request.fold = !options.no_fold;
  request.suggest = true;
  request.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(options.timeout * 1000));
  if (options.timeout > 0)
    request.timeout = std::max(request.timeout, std::chrono::milliseconds(1));
  return request;
}

}  // namespace newsdex
