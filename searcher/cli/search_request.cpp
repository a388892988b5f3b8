#include "cli/search_request.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>

#include "cli/answer_style.hpp"
#include "cli/facet_options.hpp"
#include "cli/typed_arguments.hpp"
#include "query/date_expression.hpp"
#include "query/query_tree.hpp"
#include "terminal/environment.hpp"

namespace newsdex {
namespace {

constexpr std::uint32_t kFacetValuesOnPage = 10;
constexpr std::uint32_t kTimelineValues = 8;
constexpr const char* kReportMatrix = "actor:platform";

// One at least, as none stands for no limit.
std::chrono::milliseconds milliseconds(double seconds) {
  const std::chrono::milliseconds time(static_cast<std::int64_t>(seconds * 1000));
  return seconds > 0 ? std::max(time, std::chrono::milliseconds(1)) : time;
}

// Empty where nothing tells (XDG Base Directory Specification).
std::string cache_folder() {
  const std::string_view cache = environment("XDG_CACHE_HOME");
  if (cache.starts_with('/')) return fmt::format("{}/newsdex/shards", cache);
  const std::string_view home = environment("HOME");
  return home.empty() ? std::string() : fmt::format("{}/.cache/newsdex/shards", home);
}

QueryError bad_date(std::string_view option, const std::string& value) {
  if (has_time_of_day(value)) {
    return {fmt::format("{} {} has a time of day", option, value),
            fmt::format("dates are searched for by the day: {} 2018-04-30", option), 0};
  }
  return {fmt::format("{} {} is no date", option, value),
          "write it like 2018, 2018-04, 2018-04-30, 2018-W18, 2018-Q2 or \"last month\"", 0};
}

// What one end is as a range that is open at the other, as the query will have it: what cannot be
// read in that form could not be searched for again.
tl::expected<DateExpression, QueryError> open_range(std::string_view option,
                                                    const std::string& value, bool is_first,
                                                    DateExpressionReader& reader) {
  const auto days = reader.read(is_first ? value + ".." : ".." + value);
  const bool is_open =
      days && days->range.first.has_value() == is_first && days->range.last.has_value() != is_first;
  if (!is_open) return tl::unexpected(bad_date(option, value));
  return *days;
}

// --since and --until as one filter.
tl::expected<std::optional<Query>, QueryError> date_filter(const SearcherOptions& options,
                                                           Day today) {
  DateExpressionReader reader(today);
  DateQuery date;
  if (!options.since.empty()) {
    const auto since = open_range("--since", options.since, true, reader);
    if (!since) return tl::unexpected(since.error());
    date.range.first = since->range.first;
    date.in_words |= since->in_words;
  }
  if (!options.until.empty()) {
    const auto until = open_range("--until", options.until, false, reader);
    if (!until) return tl::unexpected(until.error());
    date.range.last = until->range.last;
    date.in_words |= until->in_words;
  }
  if (options.since.empty() && options.until.empty()) return std::nullopt;
  if (is_reversed(date.range)) {
    return tl::unexpected(QueryError{
        fmt::format("--since {} is after --until {}", options.since, options.until), "", 0});
  }
  date.text = fmt::format("{}..{}", options.since, options.until);
  return Query{std::move(date), 0};
}

// Whether what is written after the query would bind to a part of it alone.
bool is_loose(const Query& query) {
  const auto* both = std::get_if<AndQuery>(&query.node);
  return std::holds_alternative<OrQuery>(query.node) || (both != nullptr && !both->implied);
}

// The query as one could have typed it, with the options as fields. `narrowed`: so that further
// filters may be written after it.
std::string full_query_text(const SearcherOptions& options, const Query& typed,
                            const std::vector<Query>& filters, bool narrowed) {
  std::string text = fmt::format("{}", fmt::join(options.words, " "));
  if (is_loose(typed) && (!filters.empty() || narrowed)) text = fmt::format("({})", text);
  for (const Query& filter : filters) {
    text += fmt::format("{}{}", text.empty() ? "" : " ", to_query_text(filter));
  }
  return text;
}

bool counts_only(OutputPart part) {
  return part == OutputPart::count || part == OutputPart::facets || part == OutputPart::timeline ||
         part == OutputPart::matrix;
}

std::uint32_t hit_limit(const SearcherOptions& options) {
  if (counts_only(options.part)) return 0;
  constexpr std::uint32_t kAll = UINT32_MAX;
  return options.limit.value_or(prints_every_hit(options) ? kAll : kDefaultLimit);
}

std::optional<QueryError> add_facets(const SearcherOptions& options, SearchRequest& request) {
  const bool is_page = options.format == OutputFormat::text || options.format == OutputFormat::html;
  const std::uint32_t values = is_page ? kFacetValuesOnPage : 0;
  const std::vector<std::string> standard = {"actor", "platform"};
  for (const std::string& facet : options.facets.empty() ? standard : options.facets) {
    const auto parsed = facet_request("--facet", facet, values);
    if (!parsed) return parsed.error();
    request.facets.push_back(*parsed);
  }
  return std::nullopt;
}

std::optional<QueryError> add_timelines(const SearcherOptions& options, SearchRequest& request) {
  for (std::size_t unit = 0; unit < kTimelineUnits.size(); ++unit) {
    if (options.timeline == kTimelineUnits[unit])
      request.timeline = static_cast<TimelineUnit>(unit);
  }
  const bool wanted = options.part == OutputPart::timeline || !options.timeline_by.empty() ||
                      options.format == OutputFormat::html;
  if (!request.timeline && wanted) request.timeline = TimelineUnit::month;
  if (options.timeline_by.empty()) return std::nullopt;
  const auto by = facet_request("--timeline-by", options.timeline_by, kTimelineValues);
  if (!by) return by.error();
  request.timeline_by = *by;
  return std::nullopt;
}

std::optional<QueryError> add_matrix(const SearcherOptions& options, SearchRequest& request) {
  if (options.matrix.empty() && options.format != OutputFormat::html) return std::nullopt;
  const auto matrix = matrix_request(
      options.matrix.empty() ? std::string(kReportMatrix) : options.matrix, options.matrix_size);
  if (!matrix) return matrix.error();
  request.matrix = *matrix;
  return std::nullopt;
}

// What is counted besides the hits, as far as the part that is printed has it.
std::optional<QueryError> add_counts(const SearcherOptions& options, SearchRequest& request) {
  if (is_plain_list(options.part)) return std::nullopt;
  for (const auto add : {add_facets, add_timelines, add_matrix}) {
    if (auto error = add(options, request)) return error;
  }
  return std::nullopt;
}

}  // namespace

tl::expected<SearchRequest, QueryError> make_request(const SearcherOptions& options,
                                                     const SavedQueries& saved) {
  if (options.expand && options.sort != SortOrder::relevance) {
    return tl::unexpected(QueryError{"--expand is about relevance, by which --sort does not order",
                                     "leave one of them out", 0});
  }
  const Day today = local_today();
  auto query = parse_query(fmt::format("{}", fmt::join(options.words, " ")), today, saved);
  if (!query) return tl::unexpected(query.error());
  std::vector<Query> filters;
  for (const FilterOption& filter : options.filters) {
    auto parsed = filter_query(filter.field, filter.value, today);
    if (!parsed) return tl::unexpected(std::move(parsed.error()));
    filters.push_back(filter.excluded ? negation(std::move(*parsed), 0) : std::move(*parsed));
  }
  auto date = date_filter(options, today);
  if (!date) return tl::unexpected(date.error());
  if (*date) filters.push_back(std::move(**date));

  SearchRequest request;
  request.query_text = full_query_text(options, *query, filters, false);
  request.narrowed_text = full_query_text(options, *query, filters, true);
  request.query = with_filters(std::move(*query), std::move(filters));
  if (auto error = add_counts(options, request)) return tl::unexpected(std::move(*error));
  request.sort = options.sort;
  request.expand = options.expand;
  request.limit = hit_limit(options);
  request.highlight = !is_plain_list(options.part);
  request.offset = options.offset;
  // A list for other programs has every article that is counted.
  request.fold = !options.no_fold && !prints_every_hit(options);
  request.suggest = true;
  request.timeout = milliseconds(options.timeout);
  return request;
}

ShardOptions shard_options(const SearcherOptions& options) {
  return {milliseconds(options.shard_timeout), options.require_all,
          options.no_shard_cache ? std::string() : cache_folder()};
}

}  // namespace newsdex
