#include "newsdex/index_searcher.hpp"

#include <fmt/format.h>

#include <chrono>

#include "engine/facet_counter.hpp"
#include "engine/planner.hpp"
#include "engine/ranking.hpp"
#include "engine/timeline_counter.hpp"
#include "engine/top_hits.hpp"
#include "highlight/highlighter.hpp"

namespace newsdex {
namespace {

// What matches in one segment, with and without the filters.
struct SegmentMatch {
  LeafPostings leaves;
  ArticleSet rest;
  std::vector<ArticleSet> filters;  // as the plan's
  ArticleSet matched;
};

// The articles that pass all filters but those of `field`.
ArticleSet without_filters_of(Field field, const SegmentMatch& match, const SearchPlan& plan) {
  ArticleSet set = match.rest;
  for (std::size_t i = 0; i < plan.filters.size(); ++i) {
    if (plan.filters[i].field != field) set &= match.filters[i];
  }
  return set;
}

std::vector<std::string> selected_values(Field field, const SearchPlan& plan) {
  std::vector<std::string> values;
  for (const FilterPlan& filter : plan.filters) {
    if (filter.field != field) continue;
    for (const std::string& value : filter.labels.values) {
      if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    }
  }
  return values;
}

std::vector<std::string> values_of(const SegmentColumns& columns, Field field,
                                   std::uint32_t article) {
  const FacetColumn& column = columns.facet(field);
  std::vector<std::string> values;
  for (const std::uint32_t ordinal : column.of(article))
    values.emplace_back(column.values[ordinal]);
  return values;
}

// A hundred years of weeks, ten of days: more is no picture, but a flood.
constexpr std::uint64_t kMaxBars = 5300;

QueryError too_long(std::uint64_t bars) {
  return {fmt::format("the timeline would have {} bars", bars),
          "count by a coarser unit, or narrow the dates with --since and --until", 0};
}

// One search, step by step.
class Search {
 public:
  Search(const SearchRequest& request, const SearchPlan& plan, const Collection& collection,
         Analyzer& analyzer)
      : request_(request), plan_(plan), collection_(collection), analyzer_(analyzer) {}

  tl::expected<SearchResult, QueryError> run() {
    SearchResult result;
    result.query = request_.query_text;
    result.offset = request_.offset;
    match();
    for (const SegmentMatch& segment : matches_) result.total += segment.matched.count();
    result.hits = hits();
    for (const FacetRequest& facet : request_.facets) result.facets.push_back(count(facet));
    if (request_.timeline) {
      const TimelineCounter counter = timeline(*request_.timeline);
      if (counter.bars() > kMaxBars) return tl::unexpected(too_long(counter.bars()));
      result.timeline = counter.result();
    }
    return result;
  }

 private:
  void match() {
    for (const LiveSegment& segment : collection_.segments()) {
      LeafPostings leaves = match_leaves(plan_, segment);
      ArticleSet rest = match_plan(plan_.rest, segment, leaves);
      std::vector<ArticleSet> filters;
      ArticleSet matched = rest;
      for (const FilterPlan& filter : plan_.filters) {
        matched &= filters.emplace_back(match_labels(filter.labels, segment));
      }
      matches_.push_back(
          {std::move(leaves), std::move(rest), std::move(filters), std::move(matched)});
    }
  }

  std::vector<Hit> hits() {
    if (request_.limit == 0) return {};
    std::vector<LeafPostings> leaves;
    for (SegmentMatch& segment : matches_) leaves.push_back(std::move(segment.leaves));
    const Ranking ranking(collection_, plan_, leaves);
    TopHits top(request_.sort, request_.limit + request_.offset);
    for (std::uint32_t s = 0; s < matches_.size(); ++s) {
      const LiveSegment& segment = collection_.segments()[s];
      const SegmentColumns& columns = segment.segment.columns;
      const std::vector<double> scores = ranking.scores(segment, leaves[s], matches_[s].matched);
      matches_[s].matched.for_each([&](std::uint32_t article) {
        top.add({scores[article], columns.first_days()[article], columns.order_keys()[article], s,
                 article});
      });
    }
    Highlighter highlighter(plan_, ranking.idfs(), analyzer_, {});
    std::vector<Hit> hits;
    const std::vector<RankedArticle> ranked = std::move(top).sorted();
    for (std::size_t i = request_.offset; i < ranked.size(); ++i)
      hits.push_back(hit(ranked[i], highlighter));
    return hits;
  }

  Hit hit(const RankedArticle& ranked, Highlighter& highlighter) const {
    const Segment& segment = collection_.segments()[ranked.segment].segment;
    StoredArticle stored = decode_stored_article(segment.postings.stored(ranked.article));
    Highlighter::Result marks = highlighter.highlight(stored);
    Hit hit;
    hit.score = ranked.score;
    hit.title_highlights = std::move(marks.title);
    hit.snippets = std::move(marks.snippets);
    hit.date = stored.date;
    Article& article = stored.article;
    hit.id = std::move(article.id);
    hit.title = std::move(article.title);
    hit.source = std::move(article.source);
    hit.url = std::move(article.url);
    hit.path = std::move(article.path);
    hit.line = article.line;
    hit.language = std::move(article.language);
    hit.actors = values_of(segment.columns, Field::actor, ranked.article);
    hit.platforms = values_of(segment.columns, Field::platform, ranked.article);
    hit.organisations = values_of(segment.columns, Field::organisation, ranked.article);
    hit.places = values_of(segment.columns, Field::place, ranked.article);
    return hit;
  }

  [[nodiscard]] Facet count(const FacetRequest& request) const {
    FacetCounter counter(request.field);
    for (std::size_t s = 0; s < matches_.size(); ++s) {
      counter.add(collection_.segments()[s].segment.columns,
                  without_filters_of(request.field, matches_[s], plan_));
    }
    return counter.result(selected_values(request.field, plan_), request.limit);
  }

  [[nodiscard]] TimelineCounter timeline(TimelineUnit unit) const {
    TimelineCounter counter(unit);
    for (std::size_t s = 0; s < matches_.size(); ++s) {
      counter.add(collection_.segments()[s].segment.columns, matches_[s].matched);
    }
    return counter;
  }

  const SearchRequest& request_;
  const SearchPlan& plan_;
  const Collection& collection_;
  Analyzer& analyzer_;
  std::vector<SegmentMatch> matches_;  // by segment
};

}  // namespace

struct IndexSearcher::Parts {
  explicit Parts(const std::string& index) : collection(index) {}

  Collection collection;
  Analyzer analyzer;
};

IndexSearcher::IndexSearcher(const std::string& index) : parts_(std::make_unique<Parts>(index)) {}
IndexSearcher::~IndexSearcher() = default;

tl::expected<SearchResult, QueryError> IndexSearcher::search(const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  const auto plan = plan_search(request.query, parts_->collection, parts_->analyzer);
  if (!plan) return tl::unexpected(plan.error());
  auto result = Search(request, *plan, parts_->collection, parts_->analyzer).run();
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
  if (result) result->took_ms = took.count();
  return result;
}

}  // namespace newsdex
