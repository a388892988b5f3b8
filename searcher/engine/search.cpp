#include "engine/search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "engine/leaf_shares.hpp"
#include "engine/refinement.hpp"

namespace newsdex {
namespace {

ChosenValues chosen_values(Field field, const SearchPlan& plan) {
  ChosenValues chosen;
  for (const FilterPlan& filter : plan.filters) {
    if (filter.field != field) continue;
    std::vector<std::string>& values = filter.excluded ? chosen.excluded : chosen.selected;
    values.insert(values.end(), filter.labels.values.begin(), filter.labels.values.end());
  }
  return chosen;
}

bool is_period(Field field) {
  return spec(field).kind == FieldKind::period;
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
  for (const FacetRequest& facet : request.facets) {
    if (is_period(facet.field)) {
      asked_.by_days = true;
    } else if (std::find(asked_.facets.begin(), asked_.facets.end(), facet.field) ==
               asked_.facets.end()) {
      asked_.facets.push_back(facet.field);
      FacetDictionary& dictionary = collection.facet(facet.field);
      dictionary.note_search();
      asked_.dictionaries.push_back(&dictionary);
    }
  }
}

void Search::run(WorkerPool& pool, const SearchThreads& threads) {
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
      (is_shared || (is_work && collection_.articles() >= threads.parallel_from))) {
    pool.run(slices.size(), open_one);
  } else {
    for (std::size_t i = 0; i < slices.size(); ++i) open_one(0, i);
  }
}

void Search::weigh_leaves() {
  const std::vector<double> shares = leaf_shares(plan_.scored);
  for (std::size_t leaf = 0; leaf < plan_.scored.size(); ++leaf) {
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
  const unsigned workers = slices_.size() > 1 && cost >= threads.parallel_from ? pool.workers() : 1;
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
    result.timeline = periods.timeline(request_.narrowed_text);
  }
  return result;
}

Facet Search::facet(const FacetRequest& facet) const {
  const FacetPage page = {facet.limit, facet.offset};
  if (is_period(facet.field)) return period_facet(facet.field, found_->days, page);
  const auto at = std::find(asked_.facets.begin(), asked_.facets.end(), facet.field);
  const auto number = static_cast<std::size_t>(at - asked_.facets.begin());
  return found_->facets[number].result(facet.field, chosen_values(facet.field, plan_), page);
}

std::span<const RankedArticle> Search::page() const {
  if (request_.offset >= ranked_.size()) return {};
  const auto from = std::span<const RankedArticle>(ranked_).subspan(request_.offset);
  return from.first(std::min<std::size_t>(from.size(), request_.limit));
}

}  // namespace newsdex
