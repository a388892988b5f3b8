#include "storage/inversion.hpp"

#include <algorithm>
#include <utility>

#include "newsdex/error.hpp"

namespace newsdex {
namespace {

constexpr std::size_t kListsAhead = 16;

}  // namespace

// Occurrences in the order of their terms, those of a term by article.
struct Inversion::Sorted {
  std::vector<std::uint32_t> order;   // term numbers by bytes
  std::vector<std::uint32_t> starts;  // where the places of each in that order begin, and the end
  struct Place {
    std::uint32_t article;
    Occurrence occurrence;
  };
  std::vector<Place> places;
};

void Inversion::add(const DocumentTerms& article) {
  std::span<const std::uint32_t> positions = article.positions;
  for (const DocumentTerm& term : article.terms) {
    entries_.push_back({term.term, keep(term, positions.first(term.positions))});
    positions = positions.subspan(term.positions);
  }
  articles_.push_back(static_cast<std::uint32_t>(entries_.size()));
}

Inversion::Occurrence Inversion::keep(const DocumentTerm& term,
                                      std::span<const std::uint32_t> positions) {
  constexpr std::uint32_t kMaxCount = (1U << 30) - 1;
  if (term.count > kMaxCount) throw Error(ErrorCode::io, "an article is too long to be indexed");
  Occurrence occurrence = {};
  occurrence.count = term.count & kMaxCount;
  if (positions.size() == 1) {
    occurrence.positions = Positions::one;
    occurrence.where = positions.front();
  } else if (positions.size() > 1) {
    occurrence.positions = Positions::several;
    occurrence.where = static_cast<std::uint32_t>(lists_.size());
    encode_positions(positions, lists_);
  }
  return occurrence;
}

std::string_view Inversion::list_at(std::uint32_t offset) const {
  const std::string_view from = std::string_view(lists_).substr(offset);
  std::string_view after = from;
  skip_positions(after);
  return from.substr(0, from.size() - after.size());
}

std::size_t Inversion::memory() const {
  constexpr std::size_t kNumbersOfTerm = 4;  // order, starts, where the next one goes, ranks
  return entries_.capacity() * sizeof(Entry) + articles_.capacity() * sizeof(std::uint32_t) +
         lists_.capacity() + entries_.size() * sizeof(Sorted::Place) +
         terms_.size() * kNumbersOfTerm * sizeof(std::uint32_t);
}

Inversion::Sorted Inversion::sort() const {
  Sorted sorted;
  sorted.order = terms_.in_order();
  std::vector<std::uint32_t> next(sorted.order.size());  // by term: how many, then where one goes
  for (const Entry& entry : entries_) ++next[entry.term];
  sorted.starts.reserve(sorted.order.size() + 1);
  std::uint32_t start = 0;
  for (const std::uint32_t term : sorted.order) {
    sorted.starts.push_back(start);
    start += std::exchange(next[term], start);
  }
  sorted.starts.push_back(start);
  sorted.places.resize(entries_.size());
  for (std::uint32_t article = 0; article + 1 < articles_.size(); ++article) {
    for (std::uint32_t entry = articles_[article]; entry < articles_[article + 1]; ++entry) {
      const auto& [term, occurrence] = entries_[entry];
      sorted.places[next[term]++] = {article, occurrence};
    }
  }
  return sorted;
}

// Lists lie by article, and are read by term: what will be read is asked for ahead.
void Inversion::announce(const Sorted& sorted, std::size_t place) const {
  if (place >= sorted.places.size()) return;
  const Occurrence& occurrence = sorted.places[place].occurrence;
  if (occurrence.positions == Positions::several) __builtin_prefetch(&lists_[occurrence.where]);
}

void Inversion::write(PostingsWriter& postings, PositionFileWriter& positions, bool all_tables,
                      const std::function<void()>& step) const {
  const Sorted sorted = sort();
  write_terms(sorted, postings, positions, all_tables, step);
  if (all_tables) write_term_lists(sorted, postings);
}

void Inversion::write_terms(const Sorted& sorted, PostingsWriter& postings,
                            PositionFileWriter& positions, bool positions_in_postings,
                            const std::function<void()>& step) const {
  constexpr std::uint32_t kStepEvery = 256;
  std::vector<Posting> of_term;
  DecodedPositions decoded;
  for (std::uint32_t rank = 0; rank < sorted.order.size(); ++rank) {
    if (step && rank % kStepEvery == 0) step();
    const std::string_view term = terms_[sorted.order[rank]];
    of_term.clear();
    decoded.clear();
    positions.begin(term);
    for (std::uint32_t i = sorted.starts[rank]; i < sorted.starts[rank + 1]; ++i) {
      announce(sorted, i + kListsAhead);
      const auto& [article, occurrence] = sorted.places[i];
      of_term.push_back({article, occurrence.count});
      switch (occurrence.positions) {
        case Positions::none:
          if (positions_in_postings) decoded.add({});
          break;
        case Positions::one:
          positions.add(article, occurrence.where);
          if (positions_in_postings) decoded.add(occurrence.where);
          break;
        case Positions::several:
          positions.add(article, list_at(occurrence.where));
          if (positions_in_postings) decoded.add(list_at(occurrence.where));
          break;
      }
    }
    if (!of_term.empty()) postings.add_term(term, of_term, decoded.view());
  }
}

void Inversion::write_term_lists(const Sorted& sorted, PostingsWriter& postings) const {
  std::vector<std::uint32_t> ranks(sorted.order.size());  // of term numbers in their order
  for (std::uint32_t rank = 0; rank < ranks.size(); ++rank) ranks[sorted.order[rank]] = rank;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;  // with counts
  std::vector<TermCount> list;
  for (std::uint32_t article = 0; article + 1 < articles_.size(); ++article) {
    ranked.clear();
    for (std::uint32_t entry = articles_[article]; entry < articles_[article + 1]; ++entry)
      ranked.emplace_back(ranks[entries_[entry].term], entries_[entry].occurrence.count);
    std::sort(ranked.begin(), ranked.end());
    list.clear();
    for (const auto& [rank, count] : ranked) list.push_back({terms_[sorted.order[rank]], count});
    postings.add_term_list(list);
  }
}

}  // namespace newsdex
