#include "engine/search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "engine/column_checks.hpp"
#include "engine/leaf_shares.hpp"
#include "engine/refinement.hpp"
#include "query/facet_filters.hpp"

namespace newsdex {
namespace {

bool has_own_filter(Field facet, const SearchPlan& plan) {
  return std::any_of(plan.filters.begin(), plan.filters.end(),
                     [&](const FilterPlan& filter) { return is_own_filter(facet, filter.field); });
}

bool chooses_values_of(Field field, const SearchPlan& plan) {
  return std::any_of(plan.filters.begin(), plan.filters.end(), [&](const FilterPlan& filter) {
    return filter.field == field && !filter.excluded;
  });
}

template <typename Value>
std::optional<std::size_t> place_in(const std::vector<Value>& values, Value value) {
  const auto at = std::find(values.begin(), values.end(), value);
  if (at == values.end()) return std::nullopt;
  return static_cast<std::size_t>(at - values.begin());
}

// A hundred years of weeks, ten of days: more is no picture, but a flood.
constexpr std::uint64_t kMaxBars = 5300;

QueryError too_long(std::uint64_t bars) {
  return {fmt::format("the timeline would have {} bars", bars),
          "count by a coarser unit, or narrow the dates with --since and --until", 0};
}

// Whether opening the plan is work by itself: it reads positions, or unites the lists of many
// terms.
bool is_worked_out(const LeafPlan& leaf) {
  const auto* const words = std::get_if<WordsPlan>(&leaf);
  if (words == nullptr) return true;
  return std::any_of(words->sequences.begin(), words->sequences.end(), [](const auto& sequence) {
    return sequence.size() > 1 || sequence.front().expansion;
  });
}

}  // namespace

Search::Search(const SearchRequest& request, const SearchPlan& plan, Collection& collection,
               const Deadline& deadline)
    : request_(request), plan_(plan), collection_(collection), deadline_(deadline) {
  asked_.plan = &plan;
  asked_.ranked = request.limit > 0;
  asked_.by_days = request.timeline.has_value();
  if (request.fold && asked_.ranked) {
    const FoldableCopies& copies = collection.near_copies();
    if (copies.groups.groups() > 0) asked_.copies = &copies;
  }
  for (const FacetRequest& facet : request.facets) ask_for(facet.field);
}

void Search::ask_for(Field facet) {
  std::vector<Field>& asked = is_period(facet) ? asked_.periods : asked_.facets;
  if (place_in(asked, facet)) return;
  if (!is_period(facet)) {
    asked.push_back(facet);
  } else if (has_own_filter(facet, plan_)) {
    asked.push_back(facet);
  } else {
    asked_.by_days = true;
  }
}

void Search::run(WorkerPool& pool, const SearchThreads& threads) {
  ColumnChecks checks(collection_);
  checks.add(asked_, request_.sort);
  is_first_ = checks.run(pool, threads);
  for (const Field facet : asked_.facets) {
    FacetDictionary& dictionary = collection_.facet(facet, deadline_);
    dictionary.note_search();
    asked_.dictionaries.push_back(&dictionary);
  }
  for (const AddedLeaf& leaf : added_) asked_.added.push_back(leaf.words);
  open(pool, threads);
  weigh_leaves();
  scan(pool, threads);
  folded_ = found_->copies.settle(found_->top);
  ranked_ = std::move(found_->top).sorted();
  if (request_.sort == SortOrder::relevance) {
    const ReachedHits best = reach_hits(ranked_, kRefinedHits);
    Refinement(plan_, weights_, collection_)
        .refine(std::span(ranked_).first(best.articles), deadline_);
  }
  fold_groups();
}

// Of each group of near copies the best is the hit, in place of which the earliest is shown.
void Search::fold_groups() {
  std::unordered_set<std::uint32_t> seen;
  std::erase_if(ranked_, [&](const RankedArticle& article) {
    return article.group != kNoGroup && !seen.insert(article.group).second;
  });
  for (RankedArticle& article : ranked_) {
    if (article.group == kNoGroup) continue;
    const CopyMember shown = found_->copies.earliest(article.group);
    article.segment = shown.segment;
    article.article = shown.article;
  }
}

void Search::open(WorkerPool& pool, const SearchThreads& threads) {
  const std::vector<Slice> slices = slices_of(collection_, threads.slice_articles, &deadline_);
  slices_.resize(slices.size());
  const auto open_one = [&](unsigned, std::size_t i) {
    slices_[i] = std::make_unique<SliceSearch>(asked_, slices[i]);
  };
  const bool is_work = std::any_of(plan_.scored.begin(), plan_.scored.end(), is_worked_out);
  const bool is_shared = threads.parallel_from == 0;  // as slices on other machines always are
  if (slices.size() > 1 &&
      (is_shared || is_first_ || (is_work && collection_.articles() >= threads.parallel_from))) {
    pool.run(slices.size(), open_one);
  } else {
    for (std::size_t i = 0; i < slices.size(); ++i) open_one(0, i);
  }
}

void Search::weigh_leaves() {
  std::vector<double> shares = leaf_shares(plan_.scored);
  for (const AddedLeaf& leaf : added_) shares.push_back(leaf.share);
  for (std::size_t leaf = 0; leaf < shares.size(); ++leaf) {
    std::uint64_t articles = 0;
    for (const auto& slice : slices_) articles += slice->leaf_articles()[leaf];
    idfs_.push_back(inverse_document_frequency(collection_.articles(), articles));
    weights_.push_back(shares[leaf] * idfs_.back());
  }
}

std::size_t Search::hits_to_keep() const {
  if (!asked_.ranked) return 0;
  const std::size_t shown = request_.offset + request_.limit;
  return request_.sort == SortOrder::relevance ? std::max(shown, kRefinedHits) : shown;
}

void Search::scan(WorkerPool& pool, const SearchThreads& threads) {
  const double mean_length = collection_.mean_length();
  const std::size_t hits = hits_to_keep();
  std::uint64_t cost = 0;
  for (const auto& slice : slices_) cost += slice->cost();
  const bool is_work = is_first_ || cost >= threads.parallel_from;
  const unsigned workers = slices_.size() > 1 && is_work ? pool.workers() : 1;
  std::vector<Findings> findings;
  for (unsigned i = 0; i < workers; ++i) findings.emplace_back(asked_, request_.sort, hits);
  const auto scan_one = [&](unsigned worker, std::size_t i) {
    slices_[i]->scan(weights_, mean_length, findings[worker]);
  };
  if (workers > 1) {
    pool.run(slices_.size(), scan_one);
  } else {
    for (std::size_t i = 0; i < slices_.size(); ++i) scan_one(0, i);
  }
  found_ = std::move(findings.front());
  for (unsigned i = 1; i < workers; ++i) found_->merge(findings[i]);
}

tl::expected<SearchResult, QueryError> Search::result() const {
  SearchResult result;
  result.query = request_.query_text;
  result.offset = request_.offset;
  result.total = found_->total;
  result.folded = folded_;
  for (const FacetRequest& request : request_.facets) result.facets.push_back(facet(request));
  if (request_.timeline) {
    const PeriodCounts periods(found_->days, *request_.timeline);
    if (periods.bars() > kMaxBars) return tl::unexpected(too_long(periods.bars()));
    result.timeline = timeline(periods, *request_.timeline);
  }
  return result;
}

// Beside a year or month that the query chooses, another would be an alternative.
Timeline Search::timeline(const PeriodCounts& periods, TimelineUnit unit) const {
  const std::string& query = request_.narrowed_text;
  if (query.empty()) return periods.timeline("");
  const Field field = field_of(unit);
  const bool by_and = is_period(field) && chooses_values_of(field, plan_);
  Timeline timeline = periods.timeline(by_and ? fmt::format("({}) AND ", query) : query + ' ');
  timeline.joined_by_and = by_and;
  return timeline;
}

Facet Search::facet(const FacetRequest& facet) const {
  const FacetPage page = {facet.limit, facet.offset};
  const ChosenValues chosen(facet.field, plan_.filters);
  if (is_period(facet.field)) {
    const auto apart = place_in(asked_.periods, facet.field);
    const DayCounter& days = apart ? found_->periods[*apart] : found_->days;
    return period_facet(facet.field, days, chosen, page);
  }
  return found_->facets[place_in(asked_.facets, facet.field).value()].result(facet.field, chosen,
                                                                             page);
}

std::span<const RankedArticle> Search::page() const {
  if (request_.offset >= ranked_.size()) return {};
  const auto from = std::span<const RankedArticle>(ranked_).subspan(request_.offset);
  return from.first(std::min<std::size_t>(from.size(), request_.limit));
}

}  // namespace newsdex
