#include "engine/refinement.hpp"

#include <algorithm>
#include <tuple>

#include "engine/leaf_shares.hpp"
#include "engine/ranking.hpp"
#include "engine/word_terms.hpp"

namespace newsdex {
namespace {

// Where one word stands in article after article, which must ascend.
class WordPlaces {
 public:
  WordPlaces(const WordSlot& slot, const Segment& segment) {
    const PlacedTerms own = placed_terms(slot, true, segment.postings);
    for (const std::string& term : placed_terms(slot, false, segment.postings).places) {
      const bool is_own = std::find(own.places.begin(), own.places.end(), term) != own.places.end();
      (is_own ? own_ : others_).push_back(segment.positions.find(term));
    }
  }

  void turn_to(std::uint32_t article, DeadlineWatch& watch) {
    places_.clear();
    append(own_, article);
    own_places_ = places_.size();
    append(others_, article);
    watch.count(1 + places_.size());
    std::sort(places_.begin(), places_.end());
  }

  [[nodiscard]] std::span<const std::uint32_t> all() const { return places_; }
  /// How many of them are of the form that was typed.
  [[nodiscard]] std::size_t own() const { return own_places_; }

 private:
  void append(std::vector<TermPositions>& lists, std::uint32_t article) {
    for (TermPositions& list : lists) {
      if (list.seek(article)) list.append_to(places_);
    }
  }

  std::vector<TermPositions> own_;
  std::vector<TermPositions> others_;
  std::vector<std::uint32_t> places_;
  std::size_t own_places_ = 0;
};

double as_count(std::size_t count) {
  return static_cast<double>(count);
}

// How many of `a` have one of `b` near them. Both ascend.
std::size_t count_near(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  std::size_t count = 0;
  auto from = b.begin();
  for (const std::uint32_t place : a) {
    while (from != b.end() && *from + kNearWords < place) ++from;
    if (from != b.end() && *from <= place + kNearWords) ++count;
  }
  return count;
}

}  // namespace

Refinement::Refinement(const SearchPlan& plan, std::span<const double> weights,
                       const Collection& collection)
    : collection_(collection) {
  for (std::size_t leaf = 0; leaf < plan.scored.size(); ++leaf) {
    const WordSlot* const slot = plain_word(plan.scored[leaf]);
    if (slot != nullptr && weights[leaf] > 0) words_.push_back({slot, weights[leaf]});
  }
}

void Refinement::refine(std::span<RankedArticle> best, const Deadline& deadline) const {
  if (words_.empty()) return;
  const std::size_t size = best.size();
  std::vector<RankedArticle*> articles;
  for (RankedArticle& article : best) articles.push_back(&article);
  std::sort(articles.begin(), articles.end(), [](const RankedArticle* a, const RankedArticle* b) {
    return std::tie(a->segment, a->article) < std::tie(b->segment, b->article);
  });
  const std::span<RankedArticle*> all(articles);
  DeadlineWatch watch(deadline);
  for (std::size_t begin = 0; begin < size;) {
    deadline.check();
    std::size_t end = begin;
    while (end < size && all[end]->segment == all[begin]->segment) ++end;
    add_gains(all[begin]->segment, all.subspan(begin, end - begin), watch);
    begin = end;
  }
  std::sort(best.begin(), best.end(), [](const RankedArticle& a, const RankedArticle& b) {
    return ranks_before(a, b, SortOrder::relevance);
  });
}

void Refinement::add_gains(std::uint32_t segment, std::span<RankedArticle*> articles,
                           DeadlineWatch& watch) const {
  const LiveSegment& live = collection_.segments()[segment];
  const auto lengths = live.segment.columns.lengths();
  std::vector<WordPlaces> places;
  for (const Word& word : words_) places.emplace_back(*word.slot, live.segment);
  for (RankedArticle* const article : articles) {
    for (WordPlaces& word : places) word.turn_to(article->article, watch);
    const double norm = length_norm(lengths[article->article], collection_.mean_length());
    double gain = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      gain += kFormShare * words_[i].weight * saturated(as_count(places[i].own()), norm);
      if (i == 0) continue;
      watch.count(places[i - 1].all().size() + places[i].all().size());
      const std::size_t near = count_near(places[i - 1].all(), places[i].all());
      gain += kNearShare * std::min(words_[i - 1].weight, words_[i].weight) *
              saturated(as_count(near), norm);
    }
    article->score += gain;
  }
}

}  // namespace newsdex
