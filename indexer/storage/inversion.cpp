#include "storage/inversion.hpp"

#include <algorithm>
#include <numeric>

namespace newsdex {
// Entries in the order of their terms, those of a term by article.
struct Inversion::Sorted {
  std::vector<std::uint32_t> order;   // term numbers by bytes
  std::vector<std::uint32_t> ranks;   // of term numbers in that order
  std::vector<std::uint32_t> starts;  // where each rank's places begin, and the end
  struct Place {
    std::uint32_t article = 0;
    std::uint32_t entry = 0;
  };
  std::vector<Place> places;
};

void Inversion::add(const DocumentTerms& article) {
  std::size_t at = 0;
  for (const DocumentTerm& term : article.terms) {
    entries_.push_back({term.term, term.count, static_cast<std::uint32_t>(lists_.size())});
    if (term.positions > 0)
      encode_positions(std::span(article.positions).subspan(at, term.positions), lists_);
    at += term.positions;
  }
  articles_.push_back(static_cast<std::uint32_t>(entries_.size()));
}

std::string_view Inversion::list_of(std::uint32_t entry) const {
  const std::size_t begin = entries_[entry].list;
  const std::size_t end = entry + 1 < entries_.size() ? entries_[entry + 1].list : lists_.size();
  return std::string_view(lists_).substr(begin, end - begin);
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
    for (std::uint32_t entry = articles_[article]; entry < articles_[article + 1]; ++entry)
      sorted.places[next[sorted.ranks[entries_[entry].term]]++] = {article, entry};
  }
  return sorted;
}

void Inversion::write(PostingsWriter& postings, PositionFileWriter& positions,
                      bool all_tables) const {
  const Sorted sorted = sort();
  write_terms(sorted, postings, positions, all_tables);
  if (all_tables) write_term_lists(sorted, postings);
}

void Inversion::write_terms(const Sorted& sorted, PostingsWriter& postings,
                            PositionFileWriter& positions, bool positions_in_postings) const {
  std::vector<Posting> of_term;
  DecodedPositions decoded;
  for (std::uint32_t rank = 0; rank < sorted.order.size(); ++rank) {
    const std::string_view term = terms_[sorted.order[rank]];
    const auto places =
        std::span(sorted.places)
            .subspan(sorted.starts[rank], sorted.starts[rank + 1] - sorted.starts[rank]);
    if (places.empty()) continue;
    of_term.clear();
    decoded.clear();
    for (const Sorted::Place& place : places) {
      const std::string_view list = list_of(place.entry);
      of_term.push_back({place.article, entries_[place.entry].count});
      if (!list.empty()) positions.add(term, place.article, list);
      if (positions_in_postings) decoded.add(list);
    }
    postings.add_term(term, of_term, decoded.view());
  }
}

void Inversion::write_term_lists(const Sorted& sorted, PostingsWriter& postings) const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;  // with counts
  std::vector<TermCount> list;
  for (std::uint32_t article = 0; article + 1 < articles_.size(); ++article) {
    ranked.clear();
    for (std::uint32_t entry = articles_[article]; entry < articles_[article + 1]; ++entry)
      ranked.emplace_back(sorted.ranks[entries_[entry].term], entries_[entry].count);
    std::sort(ranked.begin(), ranked.end());
    list.clear();
    for (const auto& [rank, count] : ranked) list.push_back({terms_[sorted.order[rank]], count});
    postings.add_term_list(list);
  }
}

}  // namespace newsdex
