#include "newsdex/index_searcher.hpp"

#include <fmt/format.h>

#include <chrono>

#include "engine/breakdown.hpp"
#include "engine/hit_loader.hpp"
#include "engine/planner.hpp"
#include "engine/query_explanation.hpp"
#include "engine/search.hpp"
#include "engine/spelling.hpp"

namespace newsdex {
namespace {

// With so few articles found a misspelt word is likely.
constexpr std::uint64_t kFewArticles = 3;

tl::unexpected<QueryError> stopped(std::chrono::milliseconds timeout) {
  const double seconds = std::chrono::duration<double>(timeout).count();
  return tl::unexpected(
      QueryError{fmt::format("the search was stopped after {:g} s, its time limit", seconds),
                 "ask for rarer words or fewer at once, or allow more time with --timeout", 0});
}

// Marks the values that the name list does not have.
void mark_discovered(Facet& facet, const NameTable& names) {
  for (FacetCount& row : facet.values) row.discovered = !names.has_name(row.value);
}

}  // namespace

struct IndexSearcher::Parts {
  Parts(const std::string& index, const SearchThreads& how)
      : collection(index), threads(how), pool(how.workers) {}

  Collection collection;
  Analyzer analyzer;
  PassageSplitter passages;
  SearchThreads threads;
  WorkerPool pool;
};

IndexSearcher::IndexSearcher(const std::string& index, const SearchThreads& threads)
    : parts_(std::make_unique<Parts>(index, threads)) {}
IndexSearcher::~IndexSearcher() = default;

tl::expected<SearchResult, QueryError> IndexSearcher::search(const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  const Deadline deadline(request.timeout);
  try {
    auto result = answer(request, deadline);
    if (result && request.suggest && result->total <= kFewArticles) {
      result->suggestion = suggest(request, result->total, deadline);
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    if (result) result->took_ms = took.count();
    return result;
  } catch (const TimeIsUp&) {
    return stopped(request.timeout);
  }
}

tl::expected<SearchResult, QueryError> IndexSearcher::answer(const SearchRequest& request,
                                                             const Deadline& deadline) {
  Parts& p = *parts_;
  const auto plan = plan_search(request.query, p.collection, p.analyzer, deadline);
  if (!plan) return tl::unexpected(plan.error());
  Search search(request, *plan, p.collection, deadline);
  const bool broken_down = request.matrix || request.timeline_by;
  if (broken_down) search.keep_matches();
  search.run(p.pool, p.threads);
  auto result = search.result();
  if (!result) return result;
  if (broken_down) {
    Breakdown breakdown(search, {p.collection, p.analyzer, p.pool, p.threads, deadline});
    if (request.matrix) result->matrix = breakdown.matrix(*request.matrix, request.narrowed_text);
    if (request.timeline_by && result->timeline) {
      result->value_timelines =
          breakdown.timelines(*request.timeline_by, *result->timeline, request.narrowed_text);
    }
  }
  for (Facet& facet : result->facets) {
    if (spec(facet.field).kind == FieldKind::name && p.collection.has_discovered()) {
      mark_discovered(facet, p.collection.names());
    }
  }
  HighlightOptions highlight;
  highlight.whole_text = request.whole_text;
  HitLoader loader(*plan, search.idfs(), p.collection, p.analyzer, p.passages, highlight, deadline);
  for (const RankedArticle& ranked : search.page()) {
    deadline.check();
    Hit hit = loader.load(ranked, request.highlight);
    for (const CopyMember& copy : search.folded_under(ranked))
      hit.copies.emplace_back(p.collection.id(copy));
    for (const OtherPlace& place : p.collection.other_places().of(hit.id))
      hit.other_paths.push_back(place_name(place));
    result->hits.push_back(std::move(hit));
  }
  return result;
}

// The query with its misspelt words put right, if that finds more.
std::optional<std::string> IndexSearcher::suggest(const SearchRequest& request, std::uint64_t total,
                                                  const Deadline& deadline) {
  Parts& p = *parts_;
  Speller speller(p.collection, p.analyzer, deadline);
  SearchRequest better;
  const std::optional<Query> corrected = speller.correct(request.query);
  if (!corrected) return std::nullopt;
  better.query = *corrected;
  better.limit = 0;
  const auto found = answer(better, deadline);
  if (!found || found->total <= total) return std::nullopt;
  return to_query_text(better.query);
}

tl::expected<std::vector<ExplainedLeaf>, QueryError> IndexSearcher::explain(
    const Query& query, std::chrono::milliseconds timeout) {
  const Deadline deadline(timeout);
  try {
    return explain_leaves(query, parts_->collection, parts_->analyzer, deadline);
  } catch (const TimeIsUp&) {
    return stopped(timeout);
  }
}

}  // namespace newsdex
