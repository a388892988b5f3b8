#include "engine/slice_search.hpp"

#include <algorithm>

#include "engine/leaf_shares.hpp"
#include "engine/word_matcher.hpp"
#include "query/facet_filters.hpp"

namespace newsdex {
namespace {

// The leaf in titles, where it gets a bonus there: only words by their stems do.
std::optional<WordsPlan> title_bonus(const LeafPlan& leaf) {
  if (single_word(leaf) == nullptr) return std::nullopt;
  WordsPlan in_title = std::get<WordsPlan>(leaf);
  in_title.scope = Field::title;
  return in_title;
}

// Whether some facet is counted without the filter.
bool is_apart(const FilterPlan& filter, const SliceRequest& request) {
  const auto counted_without = [&](Field facet) { return is_own_filter(facet, filter.field); };
  return std::any_of(request.facets.begin(), request.facets.end(), counted_without) ||
         std::any_of(request.periods.begin(), request.periods.end(), counted_without);
}

}  // namespace

Findings::Findings(const SliceRequest& request, SortOrder sort, std::size_t hits)
    : top(sort, hits),
      periods(request.periods.size()),
      windows(2 * (request.plan->scored.size() + request.added.size())) {
  for (const FacetDictionary* dictionary : request.dictionaries) facets.emplace_back(*dictionary);
  if (request.copies != nullptr) copies = MatchedCopies(*request.copies);
}

void Findings::merge(const Findings& other) {
  total += other.total;
  top.merge(other.top);
  for (std::size_t i = 0; i < facets.size(); ++i) facets[i].merge(other.facets[i]);
  for (std::size_t i = 0; i < periods.size(); ++i) periods[i].merge(other.periods[i]);
  days.merge(other.days);
  copies.merge(other.copies);
}

SliceSearch::SliceSearch(const SliceRequest& request, const Slice& slice)
    : request_(request), slice_(slice), matched_(request.keeps_matches ? slice.size() : 0) {
  for (const LeafPlan& leaf : request.plan->scored) open(leaf);
  for (const LeafPlan& leaf : request.added) open(leaf);
  open_filters();
}

void SliceSearch::open(const LeafPlan& plan) {
  OpenLeaf leaf = open_leaf(plan, slice_);
  texts_.push_back(std::move(leaf.postings));
  leaf_articles_.push_back(leaf.articles);
  PostingStream& title = titles_.emplace_back();
  if (!request_.ranked || texts_.back().frequency() == 0) return;
  if (const auto in_title = title_bonus(plan)) title = open_words(*in_title, slice_).postings;
}

void SliceSearch::open_filters() {
  const SearchPlan& plan = *request_.plan;
  std::vector<PlanNodePtr> together;
  const bool everything = std::holds_alternative<AllPlan>(plan.rest.node);
  if (!everything) together.push_back(open_plan(plan.rest, slice_, texts_));
  for (const FilterPlan& filter : plan.filters) {
    PlanNodePtr node = open_plan(filter.choices, slice_, texts_);
    if (filter.excluded) node = negation(std::move(node), slice_);
    if (is_apart(filter, request_)) {
      apart_.push_back({filter.field, std::move(node), {}});
    } else {
      together.push_back(std::move(node));
    }
  }
  if (together.empty()) together.push_back(open_plan(plan.rest, slice_, texts_));
  rest_ = conjunction(std::move(together));
}

std::uint64_t SliceSearch::cost() const {
  // What matches is counted in each facet and scored, at about twice the cost of reading it.
  const std::uint64_t uses = request_.facets.size() + (request_.ranked ? 1 : 0);
  std::uint64_t sum = rest_->cost() * (1 + 2 * uses);
  for (const ApartFilter& filter : apart_) sum += filter.node->cost();
  return sum * slice_.size() / std::max(1U, slice_.segment->articles());
}

std::vector<ScoredPart> SliceSearch::parts(std::span<const double> weights,
                                           std::span<const LeafWindow> windows) const {
  std::vector<ScoredPart> parts;
  for (std::size_t leaf = 0; leaf < weights.size(); ++leaf) {
    if (weights[leaf] == 0) continue;
    parts.push_back({&windows[leaf], weights[leaf], false});
    if (titles_[leaf].frequency() == 0) continue;
    parts.push_back({&windows[texts_.size() + leaf], kTitleWeight * weights[leaf], true});
  }
  return parts;
}

void SliceSearch::scan(std::span<const double> weights, double mean_length, Findings& findings) {
  WindowScorer scorer(slice_.columns().lengths(), mean_length, parts(weights, findings.windows));
  std::uint32_t at = rest_->first_from(slice_.begin);
  while (at < slice_.end) {
    const Window window = slice_.window_at(at);
    scan_window(window, scorer, findings);
    if (window.end == slice_.end) return;
    at = rest_->first_from(window.end);
  }
}

void SliceSearch::scan_window(const Window& window, WindowScorer& scorer, Findings& findings) {
  slice_.check_time();
  WindowMatch at = {window, findings.windows};
  WindowSet rest;
  rest_->match(at, slice_.segment->live.within(window), rest);
  if (!rest.any()) return;
  WindowSet matched = rest;
  for (ApartFilter& filter : apart_) {
    filter.node->match(at, rest, filter.matched);
    matched &= filter.matched;
  }
  findings.total += matched.count();
  if (request_.keeps_matches) {
    matched.for_each(
        [&](std::uint32_t offset) { matched_.insert(window.begin - slice_.begin + offset); });
  }
  count_facets(window, rest, matched, findings);
  if (request_.by_days) findings.days.add(slice_.columns(), window, matched);
  if (request_.ranked && matched.any()) rank(window, matched, scorer, findings);
}

void SliceSearch::count_facets(const Window& window, const WindowSet& rest,
                               const WindowSet& matched, Findings& findings) const {
  for (std::size_t i = 0; i < request_.periods.size(); ++i) {
    findings.periods[i].add(slice_.columns(), window,
                            without_filters_of(request_.periods[i], rest));
  }
  if (request_.facets.empty()) return;
  const WindowList all(matched);
  for (std::size_t i = 0; i < request_.facets.size(); ++i) {
    const Field field = request_.facets[i];
    const FacetColumn& column = slice_.columns().facet(field);
    if (has_own_filter(field)) {
      const WindowList unfiltered(without_filters_of(field, rest));
      findings.facets[i].add(column, slice_.number, window, unfiltered.offsets());
    } else {
      findings.facets[i].add(column, slice_.number, window, all.offsets());
    }
  }
}

bool SliceSearch::has_own_filter(Field facet) const {
  return std::any_of(apart_.begin(), apart_.end(),
                     [&](const ApartFilter& filter) { return is_own_filter(facet, filter.field); });
}

WindowSet SliceSearch::without_filters_of(Field facet, const WindowSet& rest) const {
  WindowSet set = rest;
  for (const ApartFilter& filter : apart_) {
    if (!is_own_filter(facet, filter.field)) set &= filter.matched;
  }
  return set;
}

void SliceSearch::rank(const Window& window, const WindowSet& matched, WindowScorer& scorer,
                       Findings& findings) {
  WindowSet candidates = matched;
  for (std::size_t leaf = request_.plan->scored.size(); leaf < texts_.size(); ++leaf) {
    findings.windows[leaf].read(texts_[leaf], window, candidates);
  }
  for (std::size_t leaf = 0; leaf < titles_.size(); ++leaf) {
    findings.windows[texts_.size() + leaf].read(titles_[leaf], window, candidates);
  }
  WindowSet copies;  // of which a group is one hit
  if (request_.copies != nullptr) findings.copies.note(slice_.number, window, matched, copies);
  TopHits& top = findings.top;
  scorer.enter(window, slice_.segment->least_length(window));
  if (top.threshold() > 0) scorer.prune(top.threshold(), candidates);
  const SegmentColumns& columns = slice_.columns();
  candidates.for_each([&](std::uint32_t offset) {
    // Columns are asked last: most articles fail before.
    if (!scorer.may_reach(top.threshold(), offset)) return;
    const std::uint32_t article = window.begin + offset;
    const auto moment = [&] {
      return moment_of(columns.first_days()[article], columns.minutes()[article]);
    };
    const bool by_date = !top.by_score();
    if (by_date && !top.admits(moment())) return;
    const double score = scorer.score(offset);
    if (!by_date && score < top.threshold()) return;
    if (!top.admits(score, moment())) return;
    add_hit({score, moment(), columns.order_keys()[article], slice_.number, article},
            copies.contains(offset), findings);
  });
}

void SliceSearch::add_hit(RankedArticle article, bool is_copy, Findings& findings) {
  if (is_copy) {
    const auto standing = findings.copies.standing({article.segment, article.article});
    if (findings.top.by_score()) {
      article.group = standing.group;
    } else if (!standing.is_first) {
      return findings.copies.keep(article);
    }
  }
  findings.top.add(article);
}

}  // namespace newsdex
