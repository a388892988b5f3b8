#include "storage/inversion.hpp"

#include <algorithm>
#include <numeric>

#include "newsdex/error.hpp"

namespace newsdex {
// Occurrences in the order of their terms, those of a term by article.
struct Inversion::Sorted {
  std::vector<std::uint32_t> order;   // term numbers by bytes
  std::vector<std::uint32_t> ranks;   // of term numbers in that order
  std::vector<std::uint32_t> starts;  // where each rank's places begin, and the end
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
  constexpr std::size_t kNumbersOfTerm = 4;  // order, ranks, starts and where the next one goes
  return entries_.capacity() * sizeof(Entry) + articles_.capacity() * sizeof(std::uint32_t) +
         lists_.capacity() + entries_.size() * sizeof(Sorted::Place) +
         terms_.size() * kNumbersOfTerm * sizeof(std::uint32_t);
}

Inversion::Sorted Inversion::sort() const {
  Sorted sorted;
  sorted.order = terms_.in_order();
  sorted.ranks.resize(sorted.order.size());
  for (std::uint32_t rank = 0; rank < sorted.order.size(); ++rank)
    sorted.ranks[sorted.order[rank]] = rank;
  sorted.starts.resize(sorted.order.size() + 1);
  for (const Entry& entry : entries_) ++sorted.starts[sorted.ranks[entry.term] + 1];
  std::partial_sum(sorted.starts.begin(), sorted.starts.end(), sorted.starts.begin());
  sorted.places.resize(entries_.size());
  std::vector<std::uint32_t> next(sorted.starts.begin(), sorted.starts.end() - 1);
  for (std::uint32_t article = 0; article + 1 < articles_.size(); ++article) {
    for (std::uint32_t entry = articles_[article]; entry < articles_[article + 1]; ++entry) {
      const auto& [term, occurrence] = entries_[entry];
      sorted.places[next[sorted.ranks[term]]++] = {article, occurrence};
    }
  }
  return sorted;
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
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;  // with counts
  std::vector<TermCount> list;
  for (std::uint32_t article = 0; article + 1 < articles_.size(); ++article) {
    ranked.clear();
    for (std::uint32_t entry = articles_[article]; entry < articles_[article + 1]; ++entry)
      ranked.emplace_back(sorted.ranks[entries_[entry].term], entries_[entry].occurrence.count);
    std::sort(ranked.begin(), ranked.end());
    list.clear();
    for (const auto& [rank, count] : ranked) list.push_back({terms_[sorted.order[rank]], count});
    postings.add_term_list(list);
  }
}

}  // namespace newsdex
